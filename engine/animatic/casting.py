"""Casting: which subjects a prompt has, where they are and how they stand to one another."""

from msgspec.structs import replace

from engine.animatic.acting import EMBLEM, SILHOUETTE, Acting
from engine.animatic.binding import Bound
from engine.animatic.build import builds
from engine.animatic.lexicon import Entry, listed
from engine.animatic.reading import Part
from engine.animatic.scene import Kind, Place, Sound
from engine.animatic.setting import setting_of
from engine.animatic.spotting import Gap
from engine.animatic.wordforms import MANY

RIDING = ("ride", "drive", "row", "sail", "surf", "skate", "sit", "stand")
HOUSED = frozenset(("person", "robot", "skeleton", "ghost", "crowd"))
"""Painters of those who go where one does what they do; animals stay at home."""
GETTING_ABOUT = ("", "move", "go", "walk", "run", "drive")
"""Acts that leave open how: a skier who goes somewhere skis."""
LIFT = 0.92
"""At which part of a thing's height others stand on it where the lexicon doesn't say."""


class Casting(Acting):
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
            if self._is_more_of_held(one):
                self.take(one, "used")
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
            for other in self.row:
                other.anchor = same if other.anchor is one else other.anchor
        return players

    def _is_more_of_held(self, one: Bound) -> bool:
        """Whether it says once more what is held, as in "holds a bouquet of flowers"."""
        before = self.row[one.index - 1] if one.index else None
        same = before is not None and before.spot.entry is one.spot.entry is not None
        return same and not one.relation and one.spot.gap <= Gap.STOP and self._is_held(before)

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
        shown = {name for one, _ in named for name in listed(self.given(one, "shows") or "")}
        named.sort(key=lambda pair: bool(self.given(pair[0], "gives_way")) or pair[1] in shown)
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
                own = self.given(one, "home")
                indoors = builds()[self.kind_of(one) or ""].painter in HOUSED
                doing = [self.given(act, "home") for act in one.actions if indoors or not own]
                home = next(filter(None, doing), None) or own
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
        return tuple(self._rested(part) for part in parts)

    def _rested(self, part: Part) -> Part:
        """Who is said to stand in a room or beside something stands there anyway."""
        inside = setting_of(self.place or "hills").indoors
        rests = part.kind == "person" and part.act == "stand" and not part.since
        return replace(part, act="", speed=None) if rests and (inside or part.relation) else part

    def _relate(self, parts: list[Part], index: int, one: Bound) -> None:
        if one.anchor not in self.players:
            return
        to = self.players.index(one.anchor)
        act = one.act.spot.entry.action if one.act and one.act.spot.entry else ""
        if act in RIDING and self.kind_of(one.anchor) == "person":
            if not parts[to].relation:
                parts[to] = _related(parts[to], "on", index, self._lift(one))
            return
        if one.relation == "with" and self.kind_of(one) == EMBLEM:
            parts[index] = _related(parts[index], "on", to, self._lift(one.anchor))
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
        if act in GETTING_ABOUT:
            act = self.given(one, "busy") or act
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


def _related(part: Part, relation: str, to: int, lift: float) -> Part:
    return replace(part, relation=relation, to=to, lift=lift)


def _hangs_on(parts: list[Part], one: int, other: int) -> bool:
    """Whether the one stands to the other already, by however many in between."""
    while one >= 0:
        if one == other:
            return True
        one = parts[one].to
    return False
