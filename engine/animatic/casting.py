"""Casting: which subjects a prompt has, where they are, what they wear, do and stand to."""

from typing import Any

from msgspec.structs import replace

from engine.animatic.binding import Bound
from engine.animatic.build import builds
from engine.animatic.lexicon import Entry, listed
from engine.animatic.reading import Part
from engine.animatic.scene import Kind, Place, Sound
from engine.animatic.senses import ALIVE
from engine.animatic.setting import setting_of
from engine.animatic.settling import Settling
from engine.animatic.silhouettes import glyph_of
from engine.animatic.spotting import Gap
from engine.animatic.wordforms import MANY

SILHOUETTE, EMBLEM = "silhouette", "emblem"
UNDERFOOT = frozenset(("sand", "grass", "ground", "floor", "الرمل", "الرمال", "العشب", "الأرض"))
USUAL = frozenset(
    (
        "walk", "run", "move", "cross", "fly", "swim", "drive", "sail", "float", "gallop", "roll",
        "flicker", "sway", "shine", "stand", "ride", "glide", "burn", "steam", "blow", "spin",
        "rotate", "row", "rise", "soar",
    )
)  # fmt: skip
"""What may be done before something else; what is done then is the act."""
RIDING = ("ride", "drive", "row", "sail", "surf", "skate", "sit", "stand")
LETTERED = ("sign", "billboard", "banner", "screen", "flag", "newspaper", "book")
USUAL_SPEED, ABOUT_USUAL = 0.8, 1.1
"""How fast, compared with usual, one goes who does nothing else than usual."""
SOMEONE = "someone"
"""What parts of the body are parts of."""
LIFT = 0.92
"""At which part of a thing's height others stand on it where the lexicon doesn't say."""


class Casting(Settling):
    """Settles place and subjects first, for the rest depends on them."""

    def cast_all(self) -> None:
        """Find the players and the place, and who of them fits."""
        self.nearby: tuple[Sound, ...] = ()
        self.players = self._players()
        self.place = self._place()
        self.players = [one for one in self.players if self._fits(one)]

    # Who ---------------------------------------------------------------------------------------

    def _players(self) -> list[Bound]:
        """The subjects that can be drawn; one named twice counts once."""
        players: list[Bound] = []
        places = [place for _, place in self.giving("place")]
        for one in self.row:
            if one.negated or self.kind_of(one) is None or self._is_held(one):
                continue
            parts = listed(self.given(one, "part_of") or "")
            many = one.spot.number > 1 or self.given(one, "uncounted")
            if many and set(parts) & {*places, *map(self.kind_of, players)}:
                continue
            same = next((other for other in players if self._is_same(other, one)), None)
            if same is None:
                players.append(one)
                continue
            same.qualities += one.qualities
            same.actions += one.actions
            self.take(one)
        return players

    def kind_of(self, one: Bound) -> Kind | None:
        """What a word is drawn as."""
        draws = self.given(one, "draws")
        return draws or (SILHOUETTE if self.glyph(one) else None)

    def glyph(self, one: Bound) -> str | None:
        """The glyph of a subject that nothing draws; an unknown word needs an article or a number
        before it to count as a thing."""
        entry = one.spot.entry
        if SILHOUETTE not in builds() or one.spot.quoted or one.spot.digits is not None:
            return None
        if entry is None:
            thing = one.spot.gap >= Gap.STOP or one.qualities or one.index == 0
            return glyph_of(one.spot.text) if thing and not one.spot.arabic else None
        if entry.kind != "subject" or self._gives(entry):
            return None
        words = (entry.silhouette, *listed(entry.en))
        return next((glyph for word in words if (glyph := glyph_of(word))), None)

    def _gives(self, entry: Entry) -> bool:
        head = self.words.head(entry)
        return bool(head.draws or head.part_of or head.wears)

    def _is_held(self, one: Bound) -> bool:
        """Whether someone wears or holds it, so that it isn't a subject by itself."""
        holder = one.anchor
        if not self.given(one, "wears") or holder is None or not self._is_person(holder):
            return False
        return one.relation in ("in", "with") or one.act is not None

    def _is_person(self, one: Bound) -> bool:
        return self.given(one, "draws") == "person"

    def _is_same(self, first: Bound, again: Bound) -> bool:
        entry = first.spot.entry
        if entry and entry.collective and again.index - first.index <= 3:
            return self.kind_of(first) == self.kind_of(again)
        counted = any(self.number(quality) for quality in again.qualities)
        plural = again.spot.number > 1
        same = entry is again.spot.entry if entry else first.spot.text == again.spot.text
        colours = [self._hue(first), self._hue(again)]
        return same and not plural and not counted and not (all(colours) and len(set(colours)) > 1)

    def _hue(self, one: Bound) -> str:
        """The colour that is said of it."""
        return next((hue for it in one.qualities if (hue := self.given(it, "colour"))), "")

    # Where -------------------------------------------------------------------------------------

    def _place(self) -> Place | None:
        """The one place that is drawn. A subject that can't be there makes it give way."""
        named = [(one, place) for one, place in self.giving("place") if place != "sky"]
        named.sort(key=lambda pair: bool(self.given(pair[0], "gives_way")))
        sky = [one for one, place in self.giving("place") if place == "sky"]
        place = self._on_top(self._chosen(named, bool(sky)), bool(named))
        drawn = self._entry_of(place)
        for one, other in named:
            if drawn and (other == place or other in listed(drawn.shows)):
                self.take(one)
            elif drawn and self.given(one, "or_else") == place:
                self.take(one, "generalised", self.name(drawn, one))
                self.nearby += ("waves",) if other == "sea" else ()
        for one in sky:
            self.take(one)
        return place

    def _entry_of(self, place: Place | None) -> Entry | None:
        entries = self.words.entries.values()
        return next((entry for entry in entries if place and entry.place == place), None)

    def _chosen(self, named: list[tuple[Bound, Place]], sky: bool) -> Place | None:
        main = self._main()
        needs = listed(main.on) if main else ()
        instead = [self.given(one, "or_else") for one, _ in named]
        for place in [place for _, place in named] + instead:
            if place and self._offers(place, needs):
                return place
        if named and "land" in needs:
            return "hills"
        if main is not None and (needs or not sky):
            return self._fitting_home(main.home)
        if sky:
            return "sky"
        watery = any(not self.given(one, "weather") for one, _ in self.giving("waves"))
        return "sea" if watery else None

    def _fitting_home(self, home: Place | None) -> Place | None:
        """The main subject's home, or another's where more of them can be and more is seen of
        the hours and weathers that are named."""
        homes = [home, *(self.given(one, "home") for one in self.players)]
        best = max((place for place in homes if place), key=self._shows, default=None)
        room = self._room_for(best) if best else 0
        return "harbour" if home and self._room_for("harbour") > room else best

    def _shows(self, place: Place) -> tuple[int, int]:
        """How many of the players can be in a place, and of the hours and weathers seen there."""
        hours = ["hour"] * sum(one.kind == "time" for one, _ in self.giving("hour"))
        names = [*hours, *(name for _, name in self.giving("weather"))]
        return self._room_for(place), sum(not self.words.hides(place, name) for name in names)

    def _room_for(self, place: Place) -> int:
        return sum(self._offers(place, listed(self._needs(one))) for one in self.players)

    def _main(self) -> Entry | None:
        """What the main subject says of its place; words of its own before those of its head."""
        for one in self.players:
            if one.spot.entry is not None:
                head = self.head(one)
                doing = (self.given(act, "home") for act in one.actions)
                home = next(filter(None, doing), None) or self.given(one, "home")
                needs = self._needs(one)
                return Entry(head.name, "subject", head.en, head.ar, home=home, on=needs)
        return None

    def _needs(self, one: Bound) -> str:
        """What it needs of a place for what it does, else by itself."""
        doing = (self.given(act, "on") for act in one.actions if not act.negated)
        return next(filter(None, doing), None) or self.given(one, "on") or ""

    def _on_top(self, place: Place | None, named: bool) -> Place | None:
        """Small things on a table are looked at from close by."""
        tables = [one for one in self.players if "table_top" in self._parts(one)]
        for one in tables:
            on = one.relation in ("on", "over") and one.anchor in self.players
            if on and not named and self._entry_of("table_top"):
                self.players.remove(one)
                self.take(one)
                return "table_top"
        return place

    def _parts(self, one: Bound) -> tuple[str, ...]:
        return listed(self.given(one, "part_of") or "")

    def _offers(self, place: Place, needs: tuple[str, ...]) -> bool:
        """Whether a place has what a subject needs, or it needs nothing."""
        entry = self._entry_of(place)
        return not needs or bool(entry and set(listed(entry.has)) & set(needs))

    def _fits(self, one: Bound) -> bool:
        needs = listed(self._needs(one))
        if not self._offers(self.place or "hills", needs):
            return False
        if self.kind_of(one) == SILHOUETTE:
            self.take(one, SILHOUETTE, self.glyph(one) or "")
        elif one.index in self.outcomes:
            return True
        self.take(one)
        return True

    # Parts -------------------------------------------------------------------------------------

    def parts(self) -> tuple[Part, ...]:
        """The cast, everyone bound to whom they stand to."""
        mounts: list[Part] = []
        parts = [self._part(one) for one in self.players]
        for index, one in enumerate(self.players):
            rides = self.given(one, "rides")
            if rides:
                mounts.append(Part(rides, count=parts[index].count, speed=parts[index].speed))
                to = len(parts) + len(mounts) - 1
                parts[index] = _related(parts[index], "on", to, self._lift_of(rides))
        parts += mounts
        for index, one in enumerate(self.players):
            self._relate(parts, index, one)
        return tuple(parts)

    def _relate(self, parts: list[Part], index: int, one: Bound) -> None:
        if one.anchor not in self.players:
            return
        to = self.players.index(one.anchor)
        act = one.act.spot.entry.action if one.act and one.act.spot.entry else ""
        if act in RIDING and self.kind_of(one.anchor) == "person":
            if not parts[to].relation:
                parts[to] = _related(parts[to], "on", index, self._lift(one))
            return
        relation = self._relation(one)
        if relation == "beside" and not _hangs_on(parts, to, index):
            parts[index] = _related(parts[index], relation, to, 0.0)
        elif relation and not parts[to].relation and not _hangs_on(parts, index, to):
            parts[to] = _related(parts[to], relation, index, self._lift(one))

    def _relation(self, one: Bound) -> str:
        """How its anchor stands to it, in a word that framing knows; "beside" goes both ways."""
        assert one.anchor is not None
        top = self.given(one, "top")
        flies = not builds()[self.kind_of(one.anchor) or ""].grounded
        match one.relation:
            case "in":
                return "on" if top else ""
            case "over":
                return "on" if top and not flies else "over"
            case "with":
                return "beside"
            case "along":
                return ""
            case "":
                return "beside" if one.act is not None else ""
            case said:
                return said

    def _lift(self, anchor: Bound) -> float:
        return self.given(anchor, "top") or LIFT

    def _lift_of(self, kind: Kind) -> float:
        entries = self.words.entries.values()
        tops = (entry.top for entry in entries if entry.draws == kind and entry.top)
        return next(tops, LIFT)

    def _part(self, one: Bound) -> Part:
        kind = self.kind_of(one)
        assert kind is not None
        if self.given(one, "at_sea") and not self._offers(self.place or "hills", ("land",)):
            kind = self.given(one, "at_sea")
        counts = [number for quality in one.qualities if (number := self.number(quality))]
        plural = one.spot.number
        count = counts[0] if counts else self.given(one, "count")
        act, since = self._act(one)
        return Part(
            kind=kind,
            count=count if count else plural if 1 < plural < MANY else None,
            several=plural >= MANY,
            colour=self.colour_of(one),
            heading=self.quality(one, "heading"),
            speed=self._speed(one),
            size=self.quality(one, "size") or 1.0,
            act=act,
            since=since,
            traits=self._traits(one, kind),
        )

    # What they do and wear -----------------------------------------------------------------------

    def doing(self, one: Bound) -> list[Bound]:
        """The actions that it can be seen doing, in order."""
        return [act for act in one.actions if self.can(one, act) and not act.negated]

    def can(self, one: Bound, act: Bound) -> bool:
        """Whether it is seen or heard doing this."""
        return bool(self.action(one, act))

    def action(self, one: Bound, act: Bound) -> str:
        """What it does when it is said to do this: that, or what stands in for it; "" if it can't
        be drawn."""
        entry = act.spot.entry
        names = (entry.action, *listed(entry.or_does)) if entry and entry.action else ()
        return next((name for name in names if self._does(one, name)), "")

    def _does(self, one: Bound, action: str) -> bool:
        if one.spot.entry is None:
            return action in ("stand", "move", "cross", "fall", "rise", "float")
        said = listed(one.spot.entry.does)
        return action in said or self.words.does(self.head(one), action)

    def _acts(self, one: Bound) -> list[Bound]:
        """One action, or the usual manner and what comes after it."""
        every = self.doing(one)
        doing = [act for act in every if not _entry(act).heard]
        if not doing:
            return every[:1]
        first = self.action(one, doing[0])
        later = [act for act in doing[1:] if self.action(one, act) != first]
        return [doing[0], later[0]] if later and first in USUAL else doing[:1]

    def _act(self, one: Bound) -> tuple[str, float]:
        """What it does, by the name that painters know, and from which part of the shot on."""
        acts = self._acts(one)
        if not acts:
            return "", 0.0
        action = self.action(one, acts[-1])
        if len(acts) == 1 and self._is_usual(one, acts[0]):
            return "", 0.0
        return action, 0.5 if len(acts) == 2 else 0.0

    def _is_usual(self, one: Bound, act: Bound) -> bool:
        """Whether it is seen doing this as fast as it does anyway."""
        kind = self.kind_of(one)
        if one.spot.entry is None or kind is None:
            return False
        perched = any(it.relation == "on" and it.anchor is one for it in self.players)
        resting = perched or not builds()[kind].speed
        even = resting or USUAL_SPEED <= _entry(act).speed <= ABOUT_USUAL
        if self.action(one, act) == "walk" and setting_of(self.place or "hills").indoors:
            return False
        return even and self.words.does_anyway(self.head(one), self.action(one, act), perched)

    def _traits(self, one: Bound, kind: Kind) -> tuple[str, ...]:
        """What its words say of its looks, job and age, and what it wears or holds."""
        if kind == SILHOUETTE:
            return (self.glyph(one) or "",)
        found = list(listed(self.given(one, "trait") or ""))
        if kind == EMBLEM and (where := self._where(one)):
            return (where,)
        if not self._is_person(one):
            return tuple([*found, *self._lettering(one)])
        for quality in one.qualities:
            if trait := self.given(quality, "trait"):
                found += listed(trait)
                self.take(quality)
        for held in self._held_by(one):
            found += listed(self.given(held, "wears"))
            self.take(held, "drawn")
            if held.act is not None:
                self.take(held.act, "used")
        return tuple(dict.fromkeys(found))

    def _where(self, one: Bound) -> str:
        """Whether a mark is on the ground or in the sky, as it is said "on the road" of it."""
        if one.relation:
            return ""
        near = self.row[one.index + 1 : one.index + 4]
        lies = (it for it in near if it.kind == "place" or it.spot.text.lower() in UNDERFOOT)
        after = next(lies, None)
        if after is None or after.spot.gap >= Gap.SENTENCE:
            return ""
        on = after.spot.relation
        sky = self.given(after, "place") == "sky" or on in ("over", "above")
        return "sky" if sky else "ground" if on == "on" else ""

    def _held_by(self, one: Bound) -> list[Bound]:
        return [it for it in self.row if not it.negated and it.anchor is one and self._is_held(it)]

    def _lettering(self, one: Bound) -> list[str]:
        """The quoted words that stand on a sign and its like."""
        if self.kind_of(one) not in LETTERED:
            return []
        for other in self.row[one.index + 1 : one.index + 4]:
            if other.spot.quoted and other.spot.gap < Gap.SENTENCE:
                self.take(other, "drawn")
                for act in one.actions:
                    if act.index < other.index:
                        self.take(act, "used")
                return ["text:" + other.spot.text[1:-1]]
        return []

    def colour_of(self, one: Bound) -> str:
        """The subject's colour, or that of what it wears."""
        for quality in one.qualities:
            entry = quality.spot.entry
            if not entry or not entry.colour:
                continue
            if entry.name in listed(self.given(one, "comes_in") or ""):
                self.take(quality, "used")
                return ""
            if not self.words.keeps("colour", self.kind_of(one) or ""):
                self.take(quality)
                return entry.colour
        worn = (colour for held in self._held_by(one) if (colour := self.colour_of(held)))
        return next(worn, "")

    def _speed(self, one: Bound) -> float | None:
        """Speed relative to usual, from what it does and how."""
        doing = self._acts(one)
        tempo = self.quality(one, "tempo")
        if tempo is None and one is self.players[0]:
            tempo = self._tempo_of_all()
        for quality in one.qualities:
            if self.number(quality):
                self.take(quality, "drawn")
        if one.actions and not self.doing(one) and self._is_person(one):
            # Whoever does something that can't be drawn had better not walk away.
            return 0.0
        usual = len(doing) == 1 and self._is_usual(one, doing[0])
        if tempo is None and (usual or not doing):
            return None
        speed = _entry(doing[0]).speed if doing else 1.0
        return speed * (1.0 if tempo is None else 0.35 + 1.35 * tempo)

    def _tempo_of_all(self) -> float | None:
        """A tempo that is said of nothing holds for the main subject."""
        for one in self.row:
            tempo = self.given(one, "tempo") if one.head is None and not one.negated else None
            if tempo is not None:
                self.take(one)
                return tempo
        return None

    def settle_actions(self) -> None:
        """An action counts where its actor is drawn and can do it."""
        for one in self.row:
            if not one.spot.entry or one.negated or not self.took(one):
                continue
            seen = self._acts(one) if one in self.players else self.doing(one)
            kept = {self.action(one, act) for act in seen}
            kept |= {"splash"} if kept & {"leap", "dive"} else set()
            for act in self.doing(one):
                if _entry(act).heard or self.action(one, act) in kept:
                    self.take(act, "heard" if self._is_only_heard(one, act) else None)

    def _is_only_heard(self, one: Bound, act: Bound) -> bool:
        drawn = one in self.players and one.spot.entry is not None
        return drawn and self.words.only_heard(self.head(one), self.action(one, act))

    def settle_parts(self) -> None:
        """Beams, rocks, leaves and the like are there where what they belong to is drawn."""
        there = {self.place, *(self.kind_of(one) for one in self.players)}
        if any(_is_alive(self.kind_of(one)) for one in self.players):
            there.add(SOMEONE)
        for one, wholes in self.giving("part_of"):
            if there & set(listed(wholes)):
                self.take(one, "drawn")
        for one, colours in self.giving("comes_in"):
            for quality in one.qualities if self.took(one) else ():
                if quality.spot.entry and quality.spot.entry.name in listed(colours):
                    self.take(quality)


def _is_alive(kind: Kind | None) -> bool:
    return kind is not None and builds()[kind].painter in ALIVE


def _entry(one: Bound) -> Any:
    return one.spot.entry


def _related(part: Part, relation: str, to: int, lift: float) -> Part:
    return replace(part, relation=relation, to=to, lift=lift)


def _hangs_on(parts: list[Part], one: int, other: int) -> bool:
    """Whether the one stands to the other already, by however many in between."""
    while one >= 0:
        if one == other:
            return True
        one = parts[one].to
    return False
