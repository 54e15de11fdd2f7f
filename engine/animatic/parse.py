"""Parsing: from a prompt to a reading of it, in which every content word has an outcome.

A word has effect only where the scene would be another without it, or where it says once more
what the scene shows already; then it is "used", and `drawn_as` names what says it.
"""

import re
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from engine.animatic.acting import EMBLEM
from engine.animatic.binding import Bound, bind, is_negator
from engine.animatic.casting import Casting
from engine.animatic.lexicon import lexicon, listed
from engine.animatic.reading import Change, Part, Reading, settled
from engine.animatic.scene import Hour, Kind, Lettering, Sound, Weather
from engine.animatic.setting import PLAIN, setting_of
from engine.animatic.shots import Shot, lasting_spans, shots_in
from engine.animatic.spotting import Gap, spots_in
from engine.animatic.staging import staged
from engine.contract.shot import Understanding, Word, WordKind

SUN_GOES: dict[str, tuple[Hour, Hour]] = {"rise": ("dawn", "morning"), "fall": ("golden", "dusk")}
"""From which hour to which a rising and a setting sun goes."""
BRINGS: dict[str, tuple[str, ...]] = {
    "rain": ("clouds", "overcast"), "snow": ("clouds", "overcast"), "fog": ("clouds",),
    "storm": ("clouds", "overcast", "rain"), "overcast": ("clouds",),
}  # fmt: skip
"""The weathers that come with another anyway."""
TRAFFIC: tuple[Kind, ...] = ("car", "crowd", "person")
"""Who is away from an empty place."""
CALM, TENSE = 0.2, 0.85
FAST_CLOUDS = 0.9
TURN = (0.3, 0.75)
"""Between which parts of a shot its hour becomes another."""
NEXT: dict[str, Hour] = {
    "dawn": "day", "morning": "afternoon", "day": "sunset", "afternoon": "dusk", "golden": "dusk",
    "sunset": "night", "dusk": "night", "night": "dawn", "midnight": "dawn",
}  # fmt: skip
"""The hour that a time lapse ends in."""
BEFORE: dict[str, Hour] = {
    "night": "sunset", "midnight": "dusk", "dawn": "night", "morning": "dawn", "day": "dawn",
    "afternoon": "day", "golden": "day", "sunset": "day", "dusk": "afternoon",
}  # fmt: skip
"""The hour that is taken to come before one that is only turned to."""

_TURNING = re.compile(
    r"\b(turn|become|becom|fade|chang|give|gives|into|to|until|till|then|giving|shift|falls)|"
    r"تحول|يصبح|تصبح|إلى|ثم|حتى|يليه|يعقب",
    re.IGNORECASE,
)
_WORD_KINDS: dict[str, WordKind] = {
    "place": "place", "time": "time", "weather": "weather", "subject": "subject",
    "action": "action", "camera": "camera", "style": "style", "sound": "sound", "mood": "mood",
}  # fmt: skip


@lru_cache(maxsize=256)
def understand(prompt: str) -> Understanding:
    """What drafts make of each content word of the prompt. Milliseconds; needs no picture."""
    words: list[Word] = []
    shots = shots_in(prompt)
    for shot in shots:
        for word in _proven(shot.text):
            moved = (word.start + shot.start, word.stop + shot.start)
            words.append(Word(*moved, word.text, word.kind, word.outcome, word.drawn_as))
            if len(shots) > 1 and _lasts(shot, word):
                words[-1] = replace(words[-1], outcome="used", drawn_as="")
    return Understanding(tuple(words))


def _proven(text: str) -> list[Word]:
    """The words of one shot; what is drawn or heard in any case without a word, only says once
    more what is there."""
    whole = read(text)
    return [_tried(text, whole, word) for word in whole.understanding.words]


def _tried(text: str, whole: Reading, word: Word) -> Word:
    """The word as it turns out to be if it is left out: spare, seen, or only heard."""
    if word.outcome in ("not_drawn", "used"):
        return word
    one, other = _shown(whole), _shown(_read(text[: word.start] + " " + text[word.stop :]))
    if one == other:
        return replace(word, outcome="used")
    silent = replace(one, sounds=other.sounds, music=other.music)
    return replace(word, outcome="heard") if silent == other else word


def _shown(reading: Reading) -> Reading:
    """What a scene makes of a reading, whatever words it was read from."""
    return replace(settled(staged(reading)), understanding=Understanding(()))


def _lasts(shot: Shot, word: Word) -> bool:
    """Whether the word says how long its shot is."""
    spans = lasting_spans(shot.text) if shot.seconds else []
    return any(start <= word.start < stop for start, stop in spans[:1])


@lru_cache(maxsize=256)
def read(prompt: str) -> Reading:
    """The reading of a prompt that is one shot."""
    return _read(prompt)


def _read(prompt: str) -> Reading:
    words = lexicon()
    return _Prompt(prompt, words, bind(spots_in(prompt, words))).reading()


class _Prompt(Casting):
    """Settles one prompt: what each bound word gives, and what gives way to what."""

    def reading(self) -> Reading:
        """Everything settled, in the order in which one thing rests on another."""
        self.cast_all()
        hour, turns = self._hours()
        weather = self._weather()
        legs = self._legs()
        cast = self._filled(self.parts())
        self.settle_parts()
        self.settle_actions()
        strengths = self._strengths()
        calm, tense = bool(self.all("calm")), bool(self.all("tense"))
        mood = CALM if calm else TENSE if tense else None
        lapse = self.first("lapse")
        if lapse and not turns:
            turns = (Change(NEXT[hour or "day"], 0.1, 0.9),)
        reading = Reading(
            understanding=Understanding(()),
            place=self.place,
            hour=hour,
            weather=weather,
            clear=self._is_clear(weather),
            flashes=bool(self.all("flashes")),
            wind=FAST_CLOUDS if lapse else _or(strengths.get("wind"), mood),
            waves=_or(strengths.get("waves"), mood),
            heaviness=strengths.get("heaviness"),
            cast=cast,
            move=legs[0].name if legs else None,
            heading=self._camera_heading(),
            pace=_or(self._pace(), mood),
            frames=self.first("frames") or 1.0,
            style=self._style(),
            sounds=tuple(dict.fromkeys((*self._sounds(), *self.nearby))),
            season=self.first("season") or "",
            mood=self._mood(),
            music=self.first("music") or "",
            lens=self.first("lens") or "normal",
            angle=self._angle() or "level",
            focus=self.first("focus") or "deep",
            paper=self._paper(),
            without=self._without(),
            legs=legs if len(legs) > 1 else (),
            turns=turns,
            lettering=self._titles(),
            loops=bool(self.all("loops")),
            late=bool(self.all("late")),
            tempo=self._tempo(),
        )
        self._leave_out_unseen()
        return replace(reading, understanding=self._understood())

    def _tempo(self) -> float | None:
        """The tempo of music: what stands beside its word, or with one word between."""
        for one, _ in self.giving("music")[:1]:
            for other in (*reversed(self.row[max(one.index - 2, 0) : one.index]),
                          *self.row[one.index + 1 : one.index + 2]):  # fmt: skip
                tempo = None if self.took(other) or other.negated else self.given(other, "tempo")
                if tempo is not None:
                    self.take(other, "heard")
                    return tempo
        return None

    def _filled(self, cast: tuple[Part, ...]) -> tuple[Part, ...]:
        """The cast with those who make a place busy."""
        adding = self.giving("adds")
        if adding and not any(part.kind == adding[0][1] for part in cast):
            self.take(adding[0][0])
            return (*cast, Part(adding[0][1], count=5))
        for one, _ in self.giving("empties"):
            self.take(one, "used")
        return cast

    def _sounds(self) -> list[Sound]:
        """The sounds that are named and not heard in any case of what is there."""
        there = self.there()
        giving = self.giving("sound")
        for one, _ in giving:
            self.take(one)
        spare = [one for one, _ in giving if there & set(listed(self.given(one, "part_of") or ""))]
        return [sound for one, sound in giving if one not in spare]

    def _titles(self) -> tuple[Lettering, ...]:
        """Quoted words that stand on nothing are a title over the picture; those of a logo before
        a plain background are the logo."""
        titles = [one for one in self.row if one.spot.quoted and not self.took(one)]
        for one in titles:
            self.take(one, "drawn")
        return tuple(Lettering(one.spot.text[1:-1], self._written(one)) for one in titles)

    def _written(self, one: Bound) -> str:
        before = self.row[one.index - 1] if one.index and one.spot.gap < Gap.CLAUSE else None
        if self.place not in PLAIN or before is None or self.kind_of(before) != EMBLEM:
            return "title"
        for act in (*before.actions, *one.actions):
            if act.spot.entry and act.spot.entry.action == "shine" and not act.negated:
                self.take(act, "drawn")
        return "mark"

    # Time, weather, strengths ----------------------------------------------------------------

    def _hours(self) -> tuple[Hour | None, tuple[Change, ...]]:
        """The hour named first, and the one that it turns to; the moon and the sun count only
        where no hour is named."""
        giving = self.giving("hour")
        fixed = [(one, hour) for one, hour in giving if not self.given(one, "when_free")]
        named = fixed or giving
        hour = named[0][1] if named else None
        turns: tuple[Change, ...] = ()
        if fixed and (to := self._turned_to(fixed)):
            hour = BEFORE[to] if to == hour else hour
            turns = (Change(to, *TURN),)
        if not turns:
            hour, turns = self._sun(hour)
        shown = {hour, *(turn.name for turn in turns)}
        for one, other in giving:
            free = self.given(one, "when_free")
            night = bool(shown & {"night", "midnight"})
            sunny = free and other == "day" and bool(shown - {"night", "midnight"})
            if other in shown or sunny or (free and other == "night" and night):
                self.take(one)
        return hour, turns

    def _sun(self, hour: Hour | None) -> tuple[Hour | None, tuple[Change, ...]]:
        """The hours through which a sun goes that is said to rise or to set."""
        for one, usual in self.giving("hour"):
            for act in one.actions if usual == "day" else ():
                start, end = SUN_GOES.get(act.spot.entry.action if act.spot.entry else "", ("", ""))
                if start and hour in (start, "day", None) and not act.negated:
                    self.take(one)
                    self.take(act)
                    return start, (Change(end, *TURN),)
        return hour, ()

    def _turned_to(self, fixed: list[tuple[Bound, Hour]]) -> Hour | None:
        """The hour that the text says it becomes."""
        first, hour = fixed[0]
        for one, other in fixed[1:]:
            between = self.prompt[first.spot.stop : one.spot.start]
            if other != hour and _TURNING.search(between):
                self._take_between(first.index, one.index)
                return other
        before = self.prompt[: first.spot.start]
        if re.search(r"\b(turns|turning|fades|changes|falls) (in)?to \w*\s*$", before, re.I):
            self._take_between(-1, first.index, "turn")
            return hour
        return None

    def _take_between(self, start: int, stop: int, action: str = "") -> None:
        for one in self.row[start + 1 : stop]:
            if one.kind == "action" and (not action or one.index == stop - 1):
                self.take(one, "used")

    def _weather(self) -> tuple[Weather, ...]:
        """All weathers that are named; wind and lightning add to them."""
        found = dict.fromkeys(self.all("weather"))
        self.all("wind")
        if self._has_water():
            self.all("waves")
        brought = {name for weather in found for name in BRINGS.get(weather, ())}
        return tuple(weather for weather in found if weather not in {"clear", *brought})

    def _has_water(self) -> bool:
        entry = self._entry_of(self.place)
        return bool(entry and "water" in entry.has)

    def _is_clear(self, weather: tuple[Weather, ...]) -> bool:
        negated = [one for one in self.row if one.negated]
        no_clouds = any(self.given(one, "weather") == "clouds" for one in negated)
        return not weather and (no_clouds or "clear" in [w for _, w in self.giving("weather")])

    def _mood(self) -> str:
        """The mood that is named; else one that a word lends which shows in no other way."""
        giving = self.giving("mood")
        named = [pair for pair in giving if pair[0].kind == "mood"]
        lent = [(one, mood) for one, mood in giving if self._is_unseen(one) or not self.took(one)]
        moods = named or lent
        for one, mood in moods:
            if mood == moods[0][1]:
                self.say(one, "used")
        return moods[0][1] if moods else ""

    def _leave_out_unseen(self) -> None:
        """Hours, weathers and seasons that the place doesn't show are at most heard."""
        for one in self.row:
            if self.took(one) and not one.negated and self._is_unseen(one):
                if self._is_heard(one):
                    self.say(one, "heard")
                elif self.outcomes[one.index][0] != "used":
                    self.outcomes.pop(one.index)

    def _is_unseen(self, one: Bound) -> bool:
        """Whether nothing of an hour, a weather or a season shows in the place."""
        names = [self.given(one, "weather"), self.given(one, "season")]
        names += ["hour"] if self.given(one, "hour") else []
        said = [name for name in names if name] or ["wind"] * bool(self.given(one, "wind"))
        here = self.place or "hills"
        if here in listed(self.given(one, "part_of") or ""):
            return False
        seen = any(not self.words.hides(here, name) for name in said)
        return one.kind in ("time", "weather") and bool(said) and not seen

    def _is_heard(self, one: Bound) -> bool:
        here = self.place or "hills"
        wet = self.given(one, "weather") in ("rain", "storm")
        airy = not self.given(one, "weather") and setting_of(here).open_air
        return here != "space" and bool(wet or (airy and self.given(one, "wind")))

    def _strengths(self) -> dict[str, float]:
        """How strong wind, waves and weather are: as an entry says, or a word like "heavy"."""
        found: dict[str, float] = {}
        for one in self.row:
            if one.negated or not self.took(one):
                continue
            own = self._own_strengths(one)
            force = self.quality(one, "force") if own else None
            for field, value in own.items():
                said = value if force is None else force
                if said is not None:
                    found[field] = max(said, found.get(field, 0.0)) if force is None else said
        return found

    def _own_strengths(self, one: Bound) -> dict[str, float | None]:
        if one.kind == "place":
            return {"waves": None} if self._has_water() else {}
        if one.kind not in ("weather", "sound", "action"):
            return {}
        values = {name: self.given(one, name) for name in ("wind", "waves", "heaviness")}
        if self.given(one, "weather"):
            return {name: v for name, v in values.items() if v is not None or name == "heaviness"}
        return {name: value for name, value in values.items() if value is not None}

    # Camera ----------------------------------------------------------------------------------

    def _legs(self) -> tuple[Change, ...]:
        """The camera's moves in the order of the text, each as long as the others."""
        moves: list[tuple[str, float | None]] = []
        for one, move in self.giving("move"):
            self.take(one)
            if not moves or moves[-1][0] != move:
                moves.append((move, self.quality(one, "tempo")))
        for one, _ in self.giving("camera"):
            said = self._said_of_camera(one)
            if said and not moves:
                moves.append((said, self.quality(one, "tempo")))
            if moves:
                self.take(one)
                for act in one.actions:
                    self.take(act, "used")
        part = 1.0 / max(len(moves), 1)
        return tuple(
            Change(move, index * part, (index + 1) * part, pace)
            for index, (move, pace) in enumerate(moves)
        )

    def _said_of_camera(self, one: Bound) -> str | None:
        """A move that is said as "the camera rises" or "the camera moves to the left"."""
        lift, heading = self.quality(one, "lift"), self.quality(one, "heading")
        actions = {act.spot.entry.action for act in one.actions if act.spot.entry}
        if "rise" in actions:
            return "crane_up"
        if "shake" in actions:
            return "handheld"
        if "turn" in actions or "spin" in actions or "rotate" in actions:
            return "orbit_right"
        if heading:
            return "pan"
        return ("tilt_up" if lift > 0 else "tilt_down") if lift else None

    def _style(self) -> str | None:
        """The style that is named first; a way of seeing gives way to a way of painting."""
        giving = self.giving("style")
        giving.sort(key=lambda pair: bool(self.given(pair[0], "gives_way")))
        return self.agreed(giving)

    def _angle(self) -> str | None:
        """The angle that is named first; a style gives one only where it isn't painted."""
        giving = self.giving("angle")
        return self.agreed([(o, it) for o, it in giving if o.kind != "style" or not self.took(o)])

    def _without(self) -> tuple[Kind, ...]:
        """The kinds that are asked to stay away from the place."""
        kinds = [self.kind_of(one) for one in self.row if one.negated]
        kinds += TRAFFIC if self.giving("empties") else ()
        return tuple(sorted({kind for kind in kinds if kind}))

    def _paper(self) -> str:
        """The colour that is said of a plain background."""
        plain = [one for one, place in self.giving("place") if place in PLAIN and self.took(one)]
        colours = (self.given(one, "colour") or self.colour_of(one) for one in plain)
        return next(filter(None, colours), "") if self.place in PLAIN else ""

    def _cameras(self) -> list[Bound]:
        moves = [one for one, _ in self.giving("move")] + [o for o, _ in self.giving("camera")]
        return [one for one in moves if self.took(one)]

    def _camera_heading(self) -> int | None:
        return next((w for one in self._cameras() if (w := self.quality(one, "heading"))), None)

    def _pace(self) -> float | None:
        tempos = [self.quality(one, "tempo") for one in self._cameras()]
        return next((tempo for tempo in tempos if tempo is not None), None)

    # Words -----------------------------------------------------------------------------------

    def _understood(self) -> Understanding:
        return Understanding(tuple(self._word(o) for o in self.row if not self._is_silent(o)))

    def _is_silent(self, one: Bound) -> bool:
        """Negators stand with what they negate; "up" and "down" also say nothing."""
        entry = one.spot.entry
        return is_negator(one) or bool(entry and entry.lift and not self.took(one))

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


def _or(one: Any, other: Any) -> Any:
    return other if one is None else one
