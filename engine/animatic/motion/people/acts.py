"""Acts: what people can do, and the posture of whoever does it at any moment."""

from collections.abc import Callable
from functools import lru_cache

from engine.animatic.motion.cycles import smooth
from engine.animatic.motion.people import dances, falls, greetings, leaps, rests, sports, tasks
from engine.animatic.motion.people.body import body_of
from engine.animatic.motion.people.holding import with_held
from engine.animatic.motion.people.moment import Moment
from engine.animatic.motion.people.posture import Posture, blended
from engine.animatic.motion.people.skeleton import Joints, joints_of
from engine.animatic.motion.people.stride import standing, usual
from engine.animatic.scene import Scene, Subject

Act = Callable[[Moment], Posture]

ACTS: dict[str, Act] = {
    "jump": leaps.leaping, "leap": leaps.leaping, "hop": leaps.leaping, "bounce": leaps.leaping,
    "dance": dances.dancing, "twirl": dances.twirling, "spin": dances.twirling,
    "rotate": dances.twirling, "wave": greetings.waving, "clap": greetings.clapping,
    "cheer": greetings.cheering, "talk": greetings.talking, "sing": greetings.singing,
    "look_up": greetings.looking_up, "bow": greetings.bowing, "hug": greetings.hugging,
    "kneel": greetings.kneeling, "pray": greetings.praying, "hide": greetings.crouching,
    "crouch": greetings.crouching, "turn": greetings.turning, "sit": rests.sitting,
    "lie": rests.lying, "sleep": rests.sleeping, "float": rests.floating, "swing": rests.swinging,
    "read": tasks.reading, "eat": tasks.eating, "drink": tasks.eating, "work": tasks.working,
    "dig": tasks.digging, "sweep": tasks.digging, "cook": tasks.cooking, "stir": tasks.cooking,
    "water": tasks.watering, "paint_act": tasks.painting, "build": tasks.building,
    "fish": tasks.fishing, "play": tasks.playing, "type": tasks.typing, "write": tasks.typing,
    "push": tasks.pushing, "pull": tasks.pushing, "blow": tasks.blowing, "shake": tasks.shaking,
    "hold": tasks.held_still, "row": tasks.rowing, "photograph": tasks.photographing,
    "throw": sports.throwing, "kick": sports.kicking, "catch": sports.catching,
    "climb": sports.climbing, "skate": sports.skating, "ski": sports.skiing,
    "surf": sports.surfing, "swim": sports.swimming, "dive": sports.diving,
    "ride": sports.riding, "drive": sports.lounging, "cycle": sports.cycling, "fall": falls.falling,
}  # fmt: skip
"""Every act beyond standing, walking and running."""

EASING = 0.55
"""Seconds from the usual manner into an act that begins during the shot."""
UNHURRIED = frozenset(("jump", "leap", "hop", "fall"))


@lru_cache(maxsize=64)
def posture_of(subject: Subject, scene: Scene, t: float) -> Posture:
    """What the body is asked to do at t."""
    body, act = body_of(subject), act_of(subject, t)
    base = usual(subject, scene, t)
    m = Moment(subject, scene, body, t, t - subject.since, base)
    if act not in ACTS:
        return with_held(m, base, act)
    done = with_held(m, ACTS[act](m), act)
    if subject.since <= 0.0 or act in UNHURRIED:
        return done
    return blended(with_held(m, base, ""), done, smooth(m.s / EASING))


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
