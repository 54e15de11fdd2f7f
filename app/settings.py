"""What the user prefers, declared in one table and kept as JSON in their configuration folder."""

import json
import os
import sys
from pathlib import Path
from typing import Literal, cast

import msgspec
from psygnal import Signal

Kind = Literal["yes_no", "number", "choice", "text"]
Value = bool | float | str


class Setting(msgspec.Struct, frozen=True):
    """One preference: its kind and range, and a sentence for the dialog.

    `choices` for a choice, `least` and `most` for a number.
    """

    name: str
    kind: Kind
    default: Value
    sentence: str
    choices: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 0.0

    def allows(self, value: object) -> bool:
        """Whether the value is of the right kind and within range."""
        match value:
            case bool():
                return self.kind == "yes_no"
            case int() | float():
                return self.kind == "number" and self.least <= value <= self.most
            case str():
                return self.kind == "text" or (self.kind == "choice" and value in self.choices)
            case _:
                return False


TABLE = (
    Setting(
        "language",
        "choice",
        "system",
        "The language of the window; “system” follows the desktop.",
        choices=("system", "en", "ar"),
    ),
    Setting(
        "interface_scale",
        "number",
        1.0,
        "How large the window's text and controls are.",
        least=1.0,
        most=2.0,
    ),
    Setting("snapping", "yes_no", True, "Dragged clips stick to edges and to the playhead."),
    Setting("volume", "number", 1.0, "How loud playback is; exports are not affected.", most=1.0),
    Setting("loop_playback", "yes_no", False, "Playback starts over at the end."),
    Setting(
        "timeline_zoom", "number", 4.0, "Pixels a frame on the timeline.", least=0.01, most=64.0
    ),
    Setting("window_geometry", "text", "", "Where the window was last, as its own code."),
    Setting("window_layout", "text", "", "How the panels were last, as the window's own code."),
    Setting("last_project", "text", "", "The project that was open last."),
    Setting("export_folder", "text", "", "The folder that exports were last written to."),
    Setting(
        "export_quality",
        "number",
        20.0,
        "The quality of exports: 0 is the best and largest, 51 the worst.",
        most=51.0,
    ),
    Setting("models_folder", "text", "", "The folder that a model was last downloaded into."),
    Setting("final_model", "text", "", "The model that final shots were last made with."),
    Setting(
        "final_profile",
        "choice",
        "quality",
        "How final shots were last made: quickly, or as well as the model can.",
        choices=("fast", "quality"),
    ),
)
_BY_NAME = {setting.name: setting for setting in TABLE}


class Settings:
    """The values now. A file that can't be read, or a value that isn't allowed, is the default."""

    changed = Signal(str)

    def __init__(self, path: Path) -> None:
        self.path = path
        self._values = _read(path)

    def yes_no(self, name: str) -> bool:
        """The value of a yes-or-no setting."""
        return bool(self._value(name, "yes_no"))

    def number(self, name: str) -> float:
        """The value of a number."""
        return cast(float, self._value(name, "number"))

    def text(self, name: str) -> str:
        """The value of a text or a choice."""
        kind: Kind = "choice" if _BY_NAME[name].kind == "choice" else "text"
        return str(self._value(name, kind))

    def set(self, name: str, value: Value) -> None:
        """Change a value and write the file. Raises ValueError when it isn't allowed, OSError."""
        setting = _BY_NAME[name]
        if not setting.allows(value):
            raise ValueError(f"{value!r} is not a value for {name}")
        if self._values.get(name, setting.default) != value:
            self._values[name] = value
            _write(self.path, self._values)
            self.changed.emit(name)

    def _value(self, name: str, kind: Kind) -> Value:
        setting = _BY_NAME[name]
        if setting.kind != kind:
            raise KeyError(f"{name} is a {setting.kind}, not a {kind}")
        return self._values.get(name, setting.default)


def settings_path() -> Path:
    """Where the user's settings are kept on this system."""
    return _folder("XDG_CONFIG_HOME", ".config", "APPDATA") / "settings.json"


def recovery_folder() -> Path:
    """Where projects lie that have not been saved anywhere yet."""
    return _folder("XDG_DATA_HOME", ".local/share", "LOCALAPPDATA") / "recovery"


def _folder(variable: str, unix: str, windows: str) -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get(windows) or home / "AppData" / "Roaming") / "Laqta"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Laqta"
    return Path(os.environ.get(variable) or home / unix) / "laqta"


def _read(path: Path) -> dict[str, Value]:
    try:
        stored: object = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(stored, dict):
        return {}
    items = cast(dict[str, Value], stored).items()
    return {name: v for name, v in items if name in _BY_NAME and _BY_NAME[name].allows(v)}


def _write(path: Path, values: dict[str, Value]) -> None:
    """All or nothing: a crash leaves the old file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(values, file, ensure_ascii=False, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
