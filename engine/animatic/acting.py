"""Acting: what each subject of a prompt is drawn as, does, has on and holds."""

from typing import Any

from engine.animatic.binding import Bound
from engine.animatic.build import builds
from engine.animatic.lexicon import Entry, listed
from engine.animatic.motion.people.holding import EATEN, HELD, IMPLIED, STRUNG
from engine.animatic.scene import Kind, Place
from engine.animatic.senses import ALIVE
from engine.animatic.setting import setting_of
from engine.animatic.settling import Settling
from engine.animatic.silhouettes import glyph_of
from engine.animatic.spotting import Gap

SILHOUETTE, EMBLEM = "silhouette", "emblem"
BESIDE_IT = frozenset(("open", "close", "chase", "push", "pull", "water", "build", "look_up"))
"""What is done to a thing that lies or stands there rather than with it in the hand."""
UNDERFOOT = frozenset(("sand", "grass", "ground", "floor", "الرمل", "الرمال", "العشب", "الأرض"))
USUAL = frozenset(
    (
        "walk", "run", "move", "cross", "fly", "swim", "drive", "sail", "float", "gallop", "roll",
        "flicker", "sway", "shine", "stand", "ride", "glide", "burn", "steam", "blow", "spin",
        "rotate", "row", "rise", "soar",
    )
)  # fmt: skip
"""What may be done before something else; what is done then is the act."""
LETTERED = ("sign", "billboard", "banner", "screen", "flag", "newspaper", "book")
USUAL_SPEED, ABOUT_USUAL = 0.8, 1.1
"""How fast, compared with usual, one goes who does nothing else than usual."""
SOMEONE = "someone"
"""What parts of the body are parts of."""


class Acting(Settling):
    """What is said of the subjects; who they are and where is settled by whoever casts them."""

    players: list[Bound]
    place: Place | None

    # What it is drawn as -------------------------------------------------------------------------

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
        if one.relation == "on" and self.given(one, "wears") in STRUNG:
            # "plays on the violin"
            return any(_entry(act).action == "play" for act in holder.actions)
        if one.relation:
            return one.relation in ("in", "with")
        done = one.act.spot.entry.action if one.act and one.act.spot.entry else ""
        return one.act is not None and done not in BESIDE_IT

    def _is_person(self, one: Bound) -> bool:
        return self.given(one, "draws") == "person"

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
        if self.given(one, "rides") and self.action(one, act) in ("ride", "drive"):
            return True
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
        tool = IMPLIED.get(self._act(one)[0], "")
        for held in self._held_by(one):
            worn = listed(self.given(held, "wears"))
            if tool and set(worn) <= set(HELD) and not (tool == "food" and EATEN & set(worn)):
                # One hand holds one thing: what is done with it.
                self.take(held, "used") if tool in worn else None
                continue
            found += worn
            self.take(held, "generalised" if held.spot.special else "drawn")
            if held.act is not None:
                self.take(held.act, "used")
        return tuple(dict.fromkeys(found))

    def _where(self, one: Bound) -> str:
        """Whether a mark is on the ground or in the sky, as it is said "on the road" of it."""
        if one.anchor in self.players:
            return ""
        near = self.row[one.index + 1 : one.index + 4]
        lies = (it for it in near if it.kind == "place" or it.spot.text.lower() in UNDERFOOT)
        after = next(lies, None)
        if after is None or after.spot.gap >= Gap.SENTENCE:
            return ""
        on = after.spot.relation
        if self.given(after, "place") == "sky" or on in ("over", "above"):
            return "sky"
        return "ground" if on == "on" or (on == "in" and after.kind != "place") else ""

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
        there = self.there()
        for one, wholes in self.giving("part_of"):
            if there & set(listed(wholes)) and one.kind != "sound":
                self.take(one, "drawn")
        for one, colours in self.giving("comes_in"):
            for quality in one.qualities if self.took(one) else ():
                if quality.spot.entry and quality.spot.entry.name in listed(colours):
                    self.take(quality)

    def there(self) -> set[str | None]:
        """The place and the kinds that are in the scene, and whether anyone alive is."""
        there: set[str | None] = {self.place, *(self.kind_of(one) for one in self.players)}
        alive = any(_is_alive(self.kind_of(one)) for one in self.players)
        return there | {SOMEONE} if alive else there


def _is_alive(kind: Kind | None) -> bool:
    return kind is not None and builds()[kind].painter in ALIVE


def _entry(one: Bound) -> Any:
    return one.spot.entry
