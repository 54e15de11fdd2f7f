"""Places: all of a scene that doesn't move by itself, one painter for places of a kind."""

from collections.abc import Callable

from engine.animatic.paint.painters import Painters
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage

PAINTERS: Painters[Callable[[Stage], None]] = Painters(
    __name__,
    {
        "sea": "sea.paint",
        "lake": "lake.paint",
        "mountains": "land.mountains",
        "hills": "land.hills",
        "desert": "desert.paint",
        "forest": "forest.paint",
        "city": "city.paint",
        "street": "street.paint",
        "cloud_sea": "cloud_sea.paint",
        "country": "country.paint",
        "corn": "crops.corn",
        "rows": "crops.rows",
        "terraces": "terraces.paint",
        "shore": "shore.paint",
        "river": "river.paint",
        "town": "town.paint",
        "quay": "town.quay",
        "rooftop": "town.rooftop",
        "road": "ways.road",
        "railway": "ways.railway",
        "bridge": "ways.bridge",
        "crossing": "crossing.paint",
        "stadium": "stadium.paint",
        "walled": "wild.walled",
        "waterfall": "wild.waterfall",
        "jungle": "wild.jungle",
        "volcano": "volcano.paint",
        "cave": "cave.paint",
        "deep": "deep.paint",
        "world": "worlds.surface",
        "space": "worlds.space",
        "interior": "interior.paint",
        "table": "tabletop.table",
        "sill": "tabletop.sill",
        "studio": "tabletop.studio",
        "theatre": "tabletop.theatre",
    },
)


def paint_place(stage: Stage) -> None:
    """Paint the scene's place over its sky."""
    PAINTERS[setting_of(stage.scene.place).painter](stage)
