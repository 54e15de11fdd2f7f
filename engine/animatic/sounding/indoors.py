"""Indoors: the air of a room, the house around it, and what comes through its walls."""

from engine.animatic.scene import Scene
from engine.animatic.setting import setting_of
from engine.animatic.sounding.ambience import Calls, Hum, Layer, ambience
from engine.animatic.sounding.circumstances import is_dark, is_rough
from engine.animatic.sounding.shots import HALL, Room
from engine.animatic.sounding.voice import Voice

MUFFLED: Room = (0.5, 0.94, 420.0)
"""What is heard through a wall or a closed window."""
AIR: dict[str, tuple[Layer, ...]] = {
    "home": (Hum("room", -39, 0.2, 8), Hum("ventilation", -42, 0.2, 11),
             Calls("wood", 6.5, 0.035, 6, 14, 4, MUFFLED)),
    "hall": (Hum("ventilation", -34, 0.15, 10), Hum("room", -38, 0.2, 7),
             Calls("wood", 3.7, 0.07, 8, 22, 5, HALL), Calls("cough", 7.5, 0.05, 12, 26, 4, HALL)),
    "studio": (Hum("ventilation", -31, 0.15, 9), Hum("mains", -40, 0.1, 5),
               Calls("switch", 5.5, 0.03, 6, 14, 4, HALL)),
}  # fmt: skip
"""The air of three sorts of rooms."""
SORT: dict[str, str] = {
    **dict.fromkeys(("stage", "museum", "castle_hall", "library"), "hall"),
    **dict.fromkeys(("studio", "void", "office"), "studio"),
}
"""Which sort a place is; all others are at home."""
BY_DAY: tuple[Layer, ...] = (
    Hum("city air", -46, 0.3, 9), Calls("song", 2.6, 0.1, 6, 16, 4, MUFFLED),
    Calls("woof", 9.0, 0.05, 20, 40, 3, MUFFLED),
)  # fmt: skip
BY_NIGHT: tuple[Layer, ...] = (
    Hum("city air", -50, 0.3, 9), Calls("woof", 7.0, 0.06, 25, 50, 3, MUFFLED),
    Calls("hoot", 9.0, 0.06, 20, 40, 2, MUFFLED),
)  # fmt: skip


def voices(scene: Scene) -> list[Voice]:
    """The air of the room, and the world outside where it is a home."""
    if not setting_of(scene.place).indoors:
        return []
    sort = SORT.get(scene.place, "home")
    found = ambience(scene, "indoors/air", AIR[sort])
    if sort == "home" and not is_rough(scene):
        found += ambience(scene, "indoors/outside", BY_NIGHT if is_dark(scene) else BY_DAY)
    return found
