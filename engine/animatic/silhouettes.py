"""Silhouettes: which glyph of the icon font stands for a word that no painter draws.

Reads only the font's table of names; painters of silhouettes read the outlines.
"""

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

TABLE = "materialdesignicons6-webfont-charmap*.json"
SHORTEST = 3
# fmt: off
ABSTRACT = frozenset("""
about grid pocket world account add alert all api archive arrange attachment auto back ban bold
border bottom brand broom call cancel cast center chat check close code cog collapse comment
compare connection content control copy cut data database debug delete dev developer dialpad
directions disc domain dots download draw drag equal error exit expand export eye file filter
find fire-off flash flip folder font format forward fullscreen function gate group help hide
high history home image import inbox info information key-change label label-off lan language
launch layers less link list loading local location login logout loop low mail mark menu merge
message minus more mouse move multiplication music-off new next none note notification null
number off on open outline pan pause percent phone-off pin play plus post power previous print
priority pulse quality query read record redo refresh reload remove rename repeat replay reply
reproduction resize restart restore rotate run save screen search select send set setup share
show shuffle size skip sleep slide sort speed split stand start step stop swap switch sync tab
table tag target test text timeline to toggle top transfer translate transition undo unfold
update upload video view walk wall-off web weight widget window wrap write zoom
""".split())  # noqa: SIM905
# fmt: on
"""Names that are words for doing or for screens rather than things."""


@lru_cache(maxsize=1)
def glyphs() -> frozenset[str]:
    """Every name in the font's table; none where the font isn't installed."""
    package = find_spec("qtawesome")
    if package is None or package.origin is None:
        return frozenset()
    table = next(iter(sorted((Path(package.origin).parent / "fonts").glob(TABLE))), None)
    return frozenset(json.loads(table.read_text(encoding="utf-8"))) if table else frozenset()


def glyph_of(word: str) -> str | None:
    """The glyph for an English word or phrase in the singular, if one has its name."""
    name = "-".join(word.lower().split())
    if len(name) < SHORTEST or name in ABSTRACT:
        return None
    singulars = [name, name.removesuffix("s"), name.removesuffix("es")]
    return next((form for form in singulars if form in glyphs() and form not in ABSTRACT), None)
