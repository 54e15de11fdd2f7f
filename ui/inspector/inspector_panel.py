"""The inspector: the sections that fit the selected clip, each following it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.document.clip import Clip
from app.edits.change import name_of
from app.edits.styling import set_name
from ui import theme
from ui.desk import Desk
from ui.inspector.clip_edits import ClipEdits
from ui.inspector.film_section import FilmSection
from ui.inspector.frame_section import FrameSection
from ui.inspector.look_section import LookSection
from ui.inspector.name_field import NameField
from ui.inspector.section import Section
from ui.inspector.shot_section import ShotSection
from ui.inspector.sound_section import SoundSection
from ui.inspector.time_sections import LoopSection, SpeedSection
from ui.inspector.title_section import TitleSection
from ui.widgets.scroller import Scroller


class InspectorPanel(QWidget):
    """Follows the selection and everything that is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._session = desk.session
        self.edits = ClipEdits(desk.session)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(248)
        self.film = FilmSection(desk.session)
        self.name = NameField(self.tr("Name of the clip"))
        self.name.editingFinished.connect(self._rename)
        self.title = TitleSection(self.edits)
        self.shot = ShotSection(self.edits, desk)
        self.speed = SpeedSection(self.edits)
        self.loop = LoopSection(self.edits)
        self.look = LookSection(self.edits, desk.stills)
        self.frame = FrameSection(self.edits)
        self.sound = SoundSection(self.edits)
        self._lay_out()
        for signal in (desk.bridge.changed, desk.bridge.previewed, desk.bridge.selected):
            signal.connect(self._refresh)
        self._refresh()

    def sections(self) -> tuple[Section, ...]:
        """All sections in their order."""
        return (
            self.title, self.shot, self.speed, self.loop, self.look, self.frame, self.sound
        )  # fmt: skip

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 8, 0, 16)
        column.setSpacing(0)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.name)
        column.addWidget(self.film)
        column.addWidget(self._head)
        self._rules: dict[Section, QFrame] = {}
        for section in self.sections():
            self._rules[section] = _rule()
            column.addWidget(self._rules[section])
            column.addWidget(section)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))

    def _refresh(self) -> None:
        clip = self.edits.clip
        self.film.setVisible(clip is None)
        self._head.setVisible(clip is not None)
        for section in self.sections():
            fits = clip is not None and section.fits(self._session.shown, clip)
            section.setVisible(fits)
            self._rules[section].setVisible(fits)
            if clip and fits:
                section.follow(self._session.shown, clip)
        if clip:
            self._show_name(clip)
        else:
            self.film.follow()

    def _show_name(self, clip: Clip) -> None:
        count = len(self._session.selection)
        several = QCoreApplication.translate("InspectorPanel", "%n clips", "", count)
        self.name.setEnabled(count == 1)
        text = name_of(self._session.shown, clip).replace("\n", " ")
        self.name.show_name(text if count == 1 else several)

    def _rename(self) -> None:
        clip, text = self.edits.clip, self.name.text()
        if not self.name.hasFocus():
            return
        if (
            clip
            and len(self._session.selection) == 1
            and text != name_of(self._session.shown, clip)
        ):
            self.edits.commit("Rename", lambda project, name: set_name(project, name, text))


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFixedHeight(1)
    rule.setStyleSheet(f"background: {theme.LINE};")
    return rule
