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
    "home": (Hum("room", -43, 0.25, 8), Hum("ventilation", -45, 0.25, 11),
             Calls("wood", 3.1, 0.07, 6, 14, 5, MUFFLED),
             Calls("thud", 4.3, 0.1, 8, 16, 4, MUFFLED),
             Calls("cup", 6.0, 0.05, 6, 12, 4, MUFFLED)),
    "hall": (Hum("ventilation", -37, 0.2, 10), Hum("room", -40, 0.25, 7),
             Calls("wood", 2.9, 0.12, 8, 22, 5, HALL), Calls("cough", 7.5, 0.09, 12, 26, 4, HALL),
             Calls("stone", 4.1, 0.08, 12, 26, 5, HALL)),
    "studio": (Hum("ventilation", -33, 0.2, 9), Hum("mains", -40, 0.15, 5),
               Calls("switch", 4.5, 0.08, 6, 14, 4, HALL),
               Calls("wood", 3.7, 0.08, 8, 18, 5, HALL)),
}  # fmt: skip
"""The air of three sorts of rooms."""
SORT: dict[str, str] = {
    **dict.fromkeys(("stage", "museum", "castle_hall", "library"), "hall"),
    **dict.fromkeys(("studio", "void", "office"), "studio"),
}
"""Which sort a place is; all others are at home."""
BY_DAY: tuple[Layer, ...] = (
    Hum("city air", -48, 0.3, 9), Calls("song", 2.3, 0.1, 6, 16, 4, MUFFLED),
    Calls("woof", 8.0, 0.1, 20, 40, 3, MUFFLED), Calls("giggle", 9.0, 0.08, 20, 40, 3, MUFFLED),
)  # fmt: skip
BY_NIGHT: tuple[Layer, ...] = (
    Hum("city air", -51, 0.3, 9), Hum("grass insects", -55, 0.3, 5),
    Calls("woof", 6.0, 0.12, 25, 50, 3, MUFFLED), Calls("hoot", 8.0, 0.12, 20, 40, 2, MUFFLED),
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
