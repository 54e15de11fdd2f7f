"""A look: what a person wears and how they are, from traits, colour, weather and chance."""

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import msgspec
from PySide6.QtGui import QColor

from engine.animatic.motion.people.body import age_of, is_woman
from engine.animatic.paint.subjects.figure import wanted
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import setting_of

FILE = Path(__file__).parents[5] / "resources" / "costumes" / "people.toml"

TOPS = ("#b9472f", "#31557a", "#3f6b52", "#7a4a63", "#c08a3e", "#4a4f59", "#d8d2c4", "#8f3f4a")
BELOWS = ("#2c3342", "#4b4038", "#23272e", "#5a6172", "#6d5c4a")
SKINS = ("#f3cdaa", "#e2ad82", "#c68b5f", "#a06a45", "#7a4e33", "#5b3a27", "#eebf98")
HAIRS = ("#2b2019", "#4d3322", "#7a5230", "#1c1a1d", "#a8834f", "#8a3f24", "#3a2a22")
GREY = ("#d9d8d4", "#b9b6b0", "#efeeea")
LEATHER = QColor("#5a3a24")
MEN = ("short", "short", "curly", "parted", "buzz")
WOMEN = ("long", "bob", "bun", "ponytail", "long", "curly")
HATS = {
    "hat": "fedora",
    "crown": "crown",
    "helmet": "helmet",
    "cap": "cap",
    "beanie": "beanie",
    "headscarf": "headscarf",
    "hijab": "headscarf",
    "turban": "turban",
    "straw_hat": "straw",
    "top_hat": "tophat",
    "hood": "hood",
    "beret": "beret",
    "conical_hat": "conical",
}
WORN = frozenset((
    "glasses", "beard", "scarf", "apron", "backpack", "cape", "tie", "belt", "sash", "boots",
    "gloves", "robe", "coat", "dress", "skirt", "sunglasses", "mask", "necklace",
    "logo",
))  # fmt: skip
COLD = frozenset(("snow",))


class Costume(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of resources/costumes; see there."""

    top: str
    sleeves: str = "long"
    lower: str = "trousers"
    below: str = ""
    hat: str = ""
    brim: str = ""
    shoes: str = ""
    hair: str = ""
    tint: str = ""
    extras: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and forms; `lower` is trousers, shorts, skirt, dress, gown, robe, coat, tutu, swim
    or hakama; `hat` "" for none; `extras` all else that is worn."""

    skin: QColor
    hair: QColor
    style: str
    top: QColor
    below: QColor
    shoes: QColor
    accent: QColor
    sleeves: str
    lower: str
    hat: str
    brim: QColor
    extras: frozenset[str]
    beard: str
    female: bool
    age: str


@lru_cache(maxsize=1)
def costumes() -> dict[str, Costume]:
    """Every costume by the trait that asks for it."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: msgspec.convert(fields, Costume) for name, fields in table.items()}


@lru_cache(maxsize=512)
def look_of(subject: Subject, scene: Scene) -> Look:
    """Chosen by variety where nothing is asked, so neighbours differ and one stays the same."""
    known = costumes()
    named = next((known[trait] for trait in subject.traits if trait in known), None)
    plain = _plain(subject)
    look = _dressed(plain, named, subject) if named else plain
    look = _with_traits(look, subject)
    return _for_weather(look, subject, scene) if not named else look


def _plain(subject: Subject) -> Look:
    pick, female, age = subject.variety * 97.0, is_woman(subject), age_of(subject)
    asked = bool(subject.colour)
    greys = age == "old"
    hairs = GREY if greys else HAIRS
    style = (WOMEN if female else MEN)[int(pick * 4.3) % 5]
    if age == "baby":
        style = "wisp"
    elif age == "old":
        style = (
            ("bun", "bob", "curly")[int(pick) % 3]
            if female
            else ("balding", "short")[int(pick) % 2]
        )
    lower = "coat" if asked else ("dress", "trousers", "skirt", "coat")[int(pick * 5.3) % 4]
    if not female:
        lower = (
            "coat"
            if asked and age != "child"
            else ("trousers", "trousers", "coat")[int(pick * 5.3) % 3]
        )
    if age == "child":
        lower = ("dress" if asked else "skirt") if female else "shorts"
    if age == "baby":
        lower = "romper"
    bearded = not female and age in ("adult", "old") and int(pick * 9.1) % 10 < (5 if greys else 2)
    return Look(
        skin=QColor(SKINS[int(pick * 1.7) % len(SKINS)]),
        hair=QColor(hairs[int(pick * 2.3) % len(hairs)]),
        style=style,
        top=wanted(subject.colour, TOPS[int(pick) % len(TOPS)]),
        below=QColor(BELOWS[int(pick * 3.1) % len(BELOWS)]),
        shoes=QColor(("#2a2320", "#3a2c22", "#d9d6cf", "#1d1c20")[int(pick * 6.7) % 4]),
        accent=QColor(TOPS[(int(pick * 2.9) + 3) % len(TOPS)]),
        sleeves="short" if age == "child" else "long",
        lower=lower,
        hat="",
        brim=QColor("#6d5a45"),
        extras=frozenset(),
        beard="beard" if bearded else "",
        female=female,
        age=age,
    )


def _dressed(look: Look, costume: Costume, subject: Subject) -> Look:
    extras = frozenset(costume.extras)
    beard = (
        "long"
        if "longbeard" in extras
        else "beard"
        if "beard" in extras and not look.female
        else look.beard
    )
    top = wanted(subject.colour, costume.top)
    return replace(
        look,
        top=top,
        below=QColor(costume.below) if costume.below else top,
        shoes=QColor(costume.shoes) if costume.shoes else look.shoes,
        sleeves=costume.sleeves,
        lower=costume.lower,
        hat=costume.hat,
        brim=QColor(costume.brim) if costume.brim else look.brim,
        style=costume.hair or look.style,
        hair=QColor(costume.tint or (GREY[0] if "longbeard" in extras else look.hair.name())),
        extras=extras,
        beard=beard,
    )


def _with_traits(look: Look, subject: Subject) -> Look:
    traits = set(subject.traits)
    hat = next((HATS[trait] for trait in subject.traits if trait in HATS), look.hat)
    if hat == HATS["hat"] and look.hat:
        hat = look.hat
    extras = look.extras | (traits & WORN)
    if "boots" in traits and look.shoes.lightnessF() > 0.4:
        look = replace(look, shoes=LEATHER)
    lower = next((t for t in ("dress", "robe", "coat", "skirt") if t in traits), look.lower)
    if "robe" in traits:
        look = replace(look, sleeves="wide")
    if "shirt" in traits:
        below = "skirt" if lower in ("skirt", "dress") else "trousers"
        look, lower = replace(look, sleeves="short"), "shorts" if lower == "shorts" else below
    beard = "beard" if "beard" in traits and not look.beard else look.beard
    brim = look.brim if look.hat or hat not in ("headscarf", "beanie", "cap") else look.accent
    if hat == "crown":
        brim = QColor("#e6b93f")
    return replace(look, hat=hat, extras=extras, lower=lower, beard=beard, brim=brim)


def _for_weather(look: Look, subject: Subject, scene: Scene) -> Look:
    """Warm clothes in snow; swimwear in the water."""
    if subject.act in ("swim", "dive", "surf"):
        return replace(look, lower="swim", sleeves="none", extras=look.extras | {"barefoot"})
    if setting_of(scene.place).indoors or not (
        COLD & set(scene.weather) or scene.season == "winter"
    ):
        return look
    lower = {"skirt": "coat", "dress": "coat", "shorts": "trousers"}.get(look.lower, look.lower)
    return replace(
        look,
        sleeves="long",
        lower=lower,
        hat=look.hat or "beanie",
        brim=look.brim if look.hat else look.accent,
        extras=look.extras | {"scarf", "gloves", "boots"},
    )
