"""Acts: what people can do, and the posture of whoever does it at any moment."""

from collections.abc import Callable
from functools import lru_cache

from engine.animatic.motion.cycles import smooth
from engine.animatic.motion.people import dances, falls, greetings, handiwork, leaps, rests, sports
from engine.animatic.motion.people.body import body_of
from engine.animatic.motion.people.holding import with_held
from engine.animatic.motion.people.moment import Moment
from engine.animatic.motion.people.mounted import on_deck, pedalling
from engine.animatic.motion.people.posture import Posture, blended
from engine.animatic.motion.people.skeleton import Joints, joints_of
from engine.animatic.motion.people.stride import standing, usual
from engine.animatic.scene import Scene, Subject

Act = Callable[[Moment], Posture]

ACTS: dict[str, Act] = {
    "jump": leaps.leaping,
    "leap": leaps.leaping,
    "hop": leaps.leaping,
    "bounce": leaps.leaping,
    "dance": dances.dancing,
    "twirl": dances.twirling,
    "spin": dances.twirling,
    "rotate": dances.twirling,
    "wave": greetings.waving,
    "clap": greetings.clapping,
    "cheer": greetings.cheering,
    "talk": greetings.talking,
    "sing": greetings.singing,
    "look_up": greetings.looking_up,
    "bow": greetings.bowing,
    "hug": greetings.hugging,
    "kneel": greetings.kneeling,
    "pray": greetings.praying,
    "hide": greetings.crouching,
    "crouch": greetings.crouching,
    "turn": greetings.turning,
    "sit": rests.sitting,
    "lie": rests.lying,
    "sleep": rests.sleeping,
    "float": rests.floating,
    "swing": rests.swinging,
    "read": handiwork.reading,
    "eat": handiwork.eating,
    "drink": handiwork.eating,
    "work": handiwork.working,
    "dig": handiwork.digging,
    "sweep": handiwork.digging,
    "cook": handiwork.cooking,
    "stir": handiwork.cooking,
    "water": handiwork.watering,
    "paint_act": handiwork.painting,
    "build": handiwork.building,
    "fish": handiwork.fishing,
    "play": handiwork.playing,
    "type": handiwork.typing,
    "write": handiwork.typing,
    "push": handiwork.pushing,
    "pull": handiwork.pushing,
    "blow": handiwork.blowing,
    "shake": handiwork.shaking,
    "hold": handiwork.held_still,
    "row": handiwork.rowing,
    "photograph": handiwork.photographing,
    "throw": sports.throwing,
    "kick": sports.kicking,
    "catch": sports.catching,
    "climb": sports.climbing,
    "skate": sports.skating,
    "ski": sports.skiing,
    "surf": sports.surfing,
    "swim": sports.swimming,
    "dive": sports.diving,
    "ride": sports.riding,
    "drive": sports.lounging,
    "cycle": sports.cycling,
    "fall": falls.falling,
}
"""Every act beyond standing, walking and running."""

EASING = 0.55
"""Seconds from the usual manner into an act that begins during the shot."""
QUICK = {"jump": 0.25, "leap": 0.25, "hop": 0.2, "bounce": 0.2, "fall": 0.05}
"""Acts that begin faster."""


@lru_cache(maxsize=64)
def posture_of(subject: Subject, scene: Scene, t: float) -> Posture:
    """What the body is asked to do at t."""
    body, act = body_of(subject), act_of(subject, t)
    base = usual(subject, scene, t)
    m = Moment(subject, scene, body, t, t - subject.since, base)
    if act not in ACTS:
        return with_held(m, base, act)
    acted = sports.surfing(m) if act == "ride" and on_deck(subject, scene) else ACTS[act](m)
    done = with_held(m, pedalling(m, acted) if act == "ride" else acted, act)
    if subject.since <= 0.0:
        return done
    return blended(with_held(m, base, ""), done, smooth(m.s / QUICK.get(act, EASING)))


def act_of(subject: Subject, t: float) -> str:
    """What somebody does at t: carried, they sit or ride; a trait can say it too."""
    act = subject.act if t >= subject.since else ""
    if act in ACTS:
        return act
    traits = set(subject.traits)
    if traits & {"cyclist", "bicycle"} and act in ("", "ride", "drive", "move"):
        return "cycle"
    if subject.carrier >= 0 and act in ("", "stand", "move", "walk"):
        return "ride"
    if traits & {"rider", "riding"}:
        return "ride"
    return "sit" if "seated" in traits else act


def joints_at(subject: Subject, scene: Scene, t: float) -> Joints:
    """Every joint at t, in parts of the body's height from the person's point."""
    return joints_of(posture_of(subject, scene, t), body_of(subject))


def still(subject: Subject) -> Joints:
    """The joints of one who stands and never moves."""
    return joints_of(standing(subject, 0.0), body_of(subject))
