"""Frame: where the picture lies, how large, how turned, how opaque."""

from msgspec.structs import replace

from app.document.clip import Clip
from app.document.project import Project
from app.edits.styling import set_opacity, set_transform
from app.flatten import picture_source
from ui.inspector.clip_edits import ClipEdits
from ui.inspector.section import Section
from ui.widgets.drag_number import DragNumber
from ui.widgets.switch import Switch


class FrameSection(Section):
    """Position and scale in per cent of the frame."""

    def __init__(self, edits: ClipEdits) -> None:
        super().__init__(self.tr("Frame"), edits)
        self.x = DragNumber(self.tr("Across"), -100, 200, 0.5, 1, " %", default=50)
        self.y = DragNumber(self.tr("Down"), -100, 200, 0.5, 1, " %", default=50)
        self.scale = DragNumber(self.tr("Scale"), 1, 800, 0.5, 1, " %", default=100)
        self.rotation = DragNumber(self.tr("Rotation"), -360, 360, 0.5, 1, "\u00b0", default=0)
        self.opacity = DragNumber(self.tr("Opacity"), 0, 100, 1, 0, " %", default=100)
        self.fill = Switch(self.tr("Fill the frame"))
        self._bind_all()
        self.add_pair(self.tr("Position"), self.x, self.y)
        self.add_row(self.tr("Scale"), self.scale)
        self.add_row(self.tr("Rotation"), self.rotation)
        self.add_row(self.tr("Opacity"), self.opacity)
        self.add_row(self.tr("Fill frame"), self.fill)

    def _bind_all(self) -> None:
        self.bind(self.x, "Move in the frame", _setter("x", 100))
        self.bind(self.y, "Move in the frame", _setter("y", 100))
        self.bind(self.scale, "Scale in the frame", _setter("scale", 100))
        self.bind(self.rotation, "Rotate", _setter("rotation", 1))
        self.bind(
            self.opacity,
            "Change opacity",
            lambda project, clip, value: set_opacity(project, clip, value / 100),
        )
        self.bind_switch(self.fill, "Fill the frame", _fill)

    def fits(self, project: Project, clip: Clip) -> bool:
        """Only what has a picture lies in the frame."""
        return picture_source(project, clip.use) is not None

    def follow(self, project: Project, clip: Clip) -> None:
        """Show the clip's values."""
        transform = clip.transform
        self.x.set_value(transform.x * 100)
        self.y.set_value(transform.y * 100)
        self.scale.set_value(transform.scale * 100)
        self.rotation.set_value(transform.rotation)
        self.opacity.set_value(clip.opacity * 100)
        self.fill.setChecked(transform.fill)


def _setter(field: str, parts: int):  # noqa: ANN202
    def change(project: Project, clip: str, value: float) -> Project:
        _, found = project.sequence.find(clip)
        changed = replace(found.transform, **{field: round(value / parts, 5)})
        return set_transform(project, clip, changed)

    return change


def _fill(project: Project, clip: str, on: float) -> Project:
    _, found = project.sequence.find(clip)
    return set_transform(project, clip, replace(found.transform, fill=bool(on)))
