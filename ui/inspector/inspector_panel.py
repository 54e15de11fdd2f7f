"""The inspector: the sections that fit the selected clip, each following it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.document.clip import Clip
from app.edits.change import name_of
from app.edits.styling import set_name
from ui import theme
from ui.desk import Desk
from ui.inspector.clip_edits import ClipEdits
from ui.inspector.film_section import FilmSection
from ui.inspector.frame_section import FrameSection
from ui.inspector.look_section import LookSection
from ui.inspector.section import Section
from ui.inspector.shot_section import ShotSection
from ui.inspector.sound_section import SoundSection
from ui.inspector.time_sections import LoopSection, SpeedSection
from ui.inspector.title_section import TitleSection


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
        self.name = self._name_field()
        self.title = TitleSection(self.edits)
        self.shot = ShotSection(self.edits)
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

    def _name_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(self.tr("Name of the clip"))
        field.setFont(theme.text_font(13, theme.QFont.Weight.DemiBold))
        field.setProperty("kind", "name")
        field.editingFinished.connect(self._rename)
        return field

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 8, 0, 16)
        column.setSpacing(0)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.name)
        column.addWidget(self.film)
        column.addWidget(self._head)
        self._rules: dict[Section, QFrame] = {}
        for section in self.sections():
            self._rules[section] = _rule()
            column.addWidget(self._rules[section])
            column.addWidget(section)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

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
        if not self.name.hasFocus():
            text = name_of(self._session.shown, clip).replace("\n", " ")
            self.name.setText(text if count == 1 else several)
            self.name.setCursorPosition(0)

    def _rename(self) -> None:
        clip, text = self.edits.clip, self.name.text()
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
