"""Parsing: from a prompt to a reading of it, in which every content word has an outcome."""

from functools import lru_cache
from typing import Any

from engine.animatic.binding import Bound, bind, is_negator, is_quality
from engine.animatic.lexicon import Entry, Lexicon, lexicon, listed
from engine.animatic.reading import Part, Reading
from engine.animatic.scene import Place, Sound, Weather
from engine.animatic.spotting import spots_in
from engine.animatic.wordforms import MANY
from engine.contract.shot import Outcome, Understanding, Word, WordKind

WATERS = ("sea", "lake")
CALM, TENSE = 0.2, 0.85

_WORD_KINDS: dict[str, WordKind] = {
    "place": "place", "time": "time", "weather": "weather", "subject": "subject",
    "action": "action", "camera": "camera", "style": "style", "sound": "sound", "mood": "mood",
}  # fmt: skip
_DRAWN_KINDS = ("place", "time", "weather", "subject", "action", "colour")


def understand(prompt: str) -> Understanding:
    """What drafts make of each content word of the prompt. Milliseconds; needs no picture."""
    return read(prompt).understanding


@lru_cache(maxsize=256)
def read(prompt: str) -> Reading:
    """The prompt's reading."""
    words = lexicon()
    return _Settling(prompt, words, bind(spots_in(prompt, words))).reading()


class _Settling:
    """Settles one prompt: what each bound word gives, and what gives way to what."""

    def __init__(self, prompt: str, words: Lexicon, row: list[Bound]) -> None:
        self.prompt = prompt
        self.words = words
        self.row = row
        self.outcomes: dict[int, tuple[Outcome, str]] = {}
        self.players = self._players()
        self.nearby: tuple[Sound, ...] = ()
        self.place = self._place()
        self.players = [one for one in self.players if self._fits(one)]

    def reading(self) -> Reading:
        """Everything settled, in the order in which one thing rests on another."""
        hour = self._hour()
        weather = self._weather()
        camera = self._camera()
        cast = tuple(self._part(one) for one in self.players)
        self._settle_parts()
        self._settle_actions()
        style = self._first("style")
        sounds = tuple(dict.fromkeys((*self._all("sound"), *self.nearby)))
        strengths = self._strengths()
        calm, tense = bool(self._all("calm")), bool(self._all("tense"))
        mood = CALM if calm else TENSE if tense else None
        heading, pace, frames = self._camera_heading(), self._pace(), self._first("frames")
        return Reading(
            understanding=Understanding(tuple(self._words())),
            place=self.place,
            hour=hour,
            weather=weather,
            clear=self._is_clear(weather),
            flashes=bool(self._all("flashes")),
            wind=_or(strengths.get("wind"), mood),
            waves=_or(strengths.get("waves"), mood),
            heaviness=strengths.get("heaviness"),
            cast=cast,
            move=camera,
            heading=heading,
            pace=_or(pace, mood),
            frames=frames or 1.0,
            style=style,
            sounds=sounds,
        )

    # What entries give -----------------------------------------------------------------------

    def _given(self, one: Bound, field: str) -> Any:
        """What the bound entry gives, from itself or up its "is a kind of" chain."""
        entry = one.spot.entry
        while entry is not None:
            value = getattr(entry, field)
            if value not in (None, "", False):
                return value
            entry = self.words.entries[entry.is_a] if entry.is_a else None
        return None

    def _giving(self, field: str) -> list[tuple[Bound, Any]]:
        """The words that give this and aren't negated, with what they give."""
        pairs = [(one, self._given(one, field)) for one in self.row if not one.negated]
        return [(one, value) for one, value in pairs if value is not None]

    def _all(self, field: str) -> list[Any]:
        """All that is given of this; the words that give it took effect."""
        giving = self._giving(field)
        for one, _ in giving:
            self._take(one)
        return [value for _, value in giving]

    def _first(self, field: str) -> Any:
        """The first that is given of this; the words that say the same took effect."""
        giving = self._giving(field)
        for one, value in giving:
            if value == giving[0][1]:
                self._take(one)
        return giving[0][1] if giving else None

    def _head(self, one: Bound) -> Entry:
        assert one.spot.entry is not None
        return self.words.head(one.spot.entry)

    def _take(self, one: Bound, outcome: Outcome | None = None, drawn_as: str = "") -> None:
        """Note that a word took effect; by itself an entry knows how."""
        entry = one.spot.entry
        if outcome is None and entry is not None:
            outcome = "used"
            if entry.kind in _DRAWN_KINDS:
                outcome = "drawn"
            if entry.kind == "sound" or entry.heard:
                outcome = "heard"
            if entry.is_a and not entry.trait:
                outcome = "generalised"
        if outcome == "generalised" and not drawn_as:
            head = self._head(one)
            drawn_as = listed(head.ar if one.spot.arabic else head.en)[0]
        self.outcomes.setdefault(one.index, (outcome or "used", drawn_as))

    def _took(self, one: Bound | None) -> bool:
        return one is not None and one.index in self.outcomes

    # Subjects and places ---------------------------------------------------------------------

    def _players(self) -> list[Bound]:
        """The subjects that can be drawn; one named twice counts once."""
        players: list[Bound] = []
        places = [place for _, place in self._giving("place")]
        for one, _ in self._giving("draws"):
            if one.spot.number > 1 and self._given(one, "part_of") in places:
                continue
            same = next((other for other in players if self._is_same(other, one)), None)
            if same is None:
                players.append(one)
                continue
            same.qualities += one.qualities
            same.actions += one.actions
            self._take(one)
        return players

    def _is_same(self, first: Bound, again: Bound) -> bool:
        entry = first.spot.entry
        if entry and entry.collective and again.index - first.index <= 3:
            return self._head(first).draws == self._head(again).draws
        counted = any(self._number(quality) for quality in again.qualities)
        plural = again.spot.number > 1
        return first.spot.entry is again.spot.entry and not plural and not counted

    def _place(self) -> Place | None:
        """The one place that is drawn. A subject that can't be there makes it give way."""
        named = [(one, place) for one, place in self._giving("place") if place != "sky"]
        named.sort(key=lambda pair: bool(self._given(pair[0], "gives_way")))
        sky = [one for one, place in self._giving("place") if place == "sky"]
        place = self._chosen(named, bool(sky))
        drawn = next((e for e in self.words.entries.values() if e.place == place), None)
        for one, other in named:
            if drawn and (other == place or other in listed(drawn.shows)):
                self._take(one)
            elif drawn and self._given(one, "or_else") == place:
                self._take(one, "generalised", listed(drawn.ar if one.spot.arabic else drawn.en)[0])
                self.nearby += ("waves",) if other == "sea" else ()
        for one in sky:
            self._take(one)
        return place

    def _chosen(self, named: list[tuple[Bound, Place]], sky: bool) -> Place | None:
        main = self._head(self.players[0]) if self.players else None
        allowed = listed(main.on) if main else ()
        instead = [self._given(one, "or_else") for one, _ in named]
        for place in [place for _, place in named] + instead:
            if place and (not allowed or place in allowed):
                return place
        if named and "hills" in allowed:
            return "hills"
        if main is not None and (allowed or not sky):
            return main.home
        if sky:
            return "sky"
        watery = any(not self._given(one, "weather") for one, _ in self._giving("waves"))
        return "sea" if watery else None

    def _fits(self, one: Bound) -> bool:
        allowed = listed(self._head(one).on)
        if allowed and self.place not in allowed:
            return False
        self._take(one)
        return True

    def _part(self, one: Bound) -> Part:
        head = self._head(one)
        assert head.draws is not None
        counts = [number for quality in one.qualities if (number := self._number(quality))]
        plural = one.spot.number
        count = counts[0] if counts else self._given(one, "count")
        return Part(
            kind=head.draws,
            count=count if count else plural if 1 < plural < MANY else None,
            several=plural >= MANY,
            colour=self._colour(one),
            heading=self._quality(one, "heading"),
            speed=self._speed(one),
            size=self._quality(one, "size") or 1.0,
            act=self._act(one),
            traits=self._traits(one),
        )

    def _act(self, one: Bound) -> str:
        """What it does, by the name that painters know."""
        doing = [act for act in one.actions if self._can(one, act) and not act.negated]
        return doing[0].spot.entry.action if doing and doing[0].spot.entry else ""

    def _traits(self, one: Bound) -> tuple[str, ...]:
        """What its words say of its looks, job and age, and what it wears or holds."""
        found = list(listed(self._given(one, "trait") or ""))
        for quality in one.qualities:
            entry = quality.spot.entry
            said = entry.wears or entry.trait if entry and not quality.negated else ""
            if said:
                found += listed(said)
                self._take(quality)
        return tuple(dict.fromkeys(found))

    def _number(self, quality: Bound) -> int | None:
        entry = quality.spot.entry
        number = entry.count if entry else quality.spot.digits
        return number if number and self._is_modifier(quality) else None

    def _is_modifier(self, one: Bound) -> bool:
        return is_quality(one) and not one.negated

    def _colour(self, one: Bound) -> str:
        """The subject's colour, or that of what it wears."""
        for quality in one.qualities:
            entry = quality.spot.entry
            if entry and entry.colour:
                self._take(quality)
                return entry.colour
            if entry and entry.worn and (colour := self._colour(quality)):
                self._take(quality, "generalised", "ملابس" if one.spot.arabic else "clothes")
                return colour
        return ""

    def _quality(self, one: Bound, field: str) -> Any:
        """What a modifier of this, or of what it does, says."""
        near = [*one.qualities, *(quality for act in one.actions for quality in act.qualities)]
        for quality in near:
            value = self._given(quality, field)
            if value is not None and not quality.negated:
                self._take(quality)
                return value
        return None

    def _speed(self, one: Bound) -> float | None:
        """Speed relative to usual, from what it does and how."""
        doing = [act for act in one.actions if self._can(one, act) and not act.negated]
        tempo = self._quality(one, "tempo")
        if one.actions and not doing and self._head(one).draws == "person":
            # Whoever does something that can't be drawn had better not walk away.
            return 0.0
        for quality in one.qualities:
            if self._number(quality):
                self._take(quality, "drawn")
        if not doing and tempo is None:
            return None
        usual = doing[0].spot.entry.speed if doing and doing[0].spot.entry else 1.0
        return usual * (1.0 if tempo is None else 0.35 + 1.35 * tempo)

    def _can(self, one: Bound, act: Bound) -> bool:
        entry = act.spot.entry
        return bool(entry and entry.action and entry.action in listed(self._head(one).does))

    def _settle_actions(self) -> None:
        """An action counts where its actor is drawn and can do it."""
        for one in self.row:
            if not one.spot.entry or one.negated or not self._took(one):
                continue
            for act in one.actions:
                if self._can(one, act):
                    self._take(act)

    def _settle_parts(self) -> None:
        """Beams, rocks, leaves and the like are there where what they belong to is drawn."""
        there = {self.place, *(self._head(one).draws for one in self.players)}
        for one, wholes in self._giving("part_of"):
            if there & set(listed(wholes)):
                self._take(one)
        for one, colours in self._giving("comes_in"):
            for quality in one.qualities if self._took(one) else ():
                if quality.spot.entry and quality.spot.entry.name in listed(colours):
                    self._take(quality)

    # Time, weather, strengths ----------------------------------------------------------------

    def _hour(self) -> Any:
        """The hour named first; the moon and the sun only where no hour is named."""
        giving = self._giving("hour")
        fixed = [hour for one, hour in giving if not self._given(one, "when_free")]
        free = [hour for _, hour in giving]
        hour = next(iter(fixed or free), None)
        for one, other in giving:
            by_day = other == "day" and hour != "night" and bool(self._given(one, "when_free"))
            if other == hour or by_day:
                self._take(one)
        return hour

    def _weather(self) -> tuple[Weather, ...]:
        """All weathers that are named; wind and lightning add to them."""
        found = dict.fromkeys(self._all("weather"))
        self._all("wind")
        if self.place in WATERS:
            self._all("waves")
        return tuple(weather for weather in found if weather != "clear")

    def _is_clear(self, weather: tuple[Weather, ...]) -> bool:
        negated = [one for one in self.row if one.negated]
        no_clouds = any(self._given(one, "weather") == "clouds" for one in negated)
        return not weather and (no_clouds or "clear" in [w for _, w in self._giving("weather")])

    def _strengths(self) -> dict[str, float]:
        """How strong wind, waves and weather are: as an entry says, or a word like "heavy"."""
        found: dict[str, float] = {}
        for one in self.row:
            if one.negated or not self._took(one):
                continue
            own = self._own_strengths(one)
            force = self._quality(one, "force") if own else None
            for field, value in own.items():
                said = value if force is None else force
                if said is not None:
                    found[field] = max(said, found.get(field, 0.0)) if force is None else said
        return found

    def _own_strengths(self, one: Bound) -> dict[str, float | None]:
        if one.kind == "place":
            return {"waves": None} if self.place in WATERS else {}
        if one.kind not in ("weather", "sound"):
            return {}
        values = {name: self._given(one, name) for name in ("wind", "waves", "heaviness")}
        if self._given(one, "weather"):
            return {name: v for name, v in values.items() if v is not None or name == "heaviness"}
        return {name: value for name, value in values.items() if value is not None}

    # Camera ----------------------------------------------------------------------------------

    def _camera(self) -> Any:
        move = self._first("move")
        for one, _ in self._giving("lens"):
            lift, heading = self._quality(one, "lift"), self._quality(one, "heading")
            rising = any(act.spot.entry and act.spot.entry.action == "rise" for act in one.actions)
            if move is None and (lift or heading or rising):
                move = "crane_up" if rising else "pan" if heading else None
                move = move or ("tilt_up" if lift > 0 else "tilt_down")
            if move is not None:
                self._take(one)
                for act in one.actions:
                    self._take(act, "used")
        return move

    def _cameras(self) -> list[Bound]:
        moves = [one for one, _ in self._giving("move")] + [o for o, _ in self._giving("lens")]
        return [one for one in moves if self._took(one)]

    def _camera_heading(self) -> int | None:
        return next((w for one in self._cameras() if (w := self._quality(one, "heading"))), None)

    def _pace(self) -> float | None:
        tempos = [self._quality(one, "tempo") for one in self._cameras()]
        return next((tempo for tempo in tempos if tempo is not None), None)

    # Words -----------------------------------------------------------------------------------

    def _words(self) -> list[Word]:
        return [self._word(one) for one in self.row if not self._is_silent(one)]

    def _is_silent(self, one: Bound) -> bool:
        """Negators stand with what they negate; "up" and "down" also say nothing."""
        entry = one.spot.entry
        return is_negator(one) or bool(entry and entry.lift and not self._took(one))

    def _word(self, one: Bound) -> Word:
        spot = one.spot
        outcome, drawn_as = self.outcomes.get(one.index, ("not_drawn", ""))
        start = spot.start
        if one.negator is not None:
            outcome, drawn_as = "used", ""
            if one.index == one.negator.index + 1:
                start = one.negator.spot.start
        kind = _WORD_KINDS.get(one.kind, "other")
        return Word(start, spot.stop, self.prompt[start : spot.stop], kind, outcome, drawn_as)


def _or(one: float | None, other: float | None) -> float | None:
    return other if one is None else one
