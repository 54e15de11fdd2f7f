"""The shot that times and memory are told for: the selected one, or the one being written."""

from collections.abc import Callable

from app.session import Session
from engine.contract.shot import ShotRequest
from ui import clip_verbs

Written = Callable[[], ShotRequest | None]


def shot_at_hand(session: Session, written: Written) -> ShotRequest:
    """The selected shot's request, else the one in the Create panel, else a usual one."""
    shots = clip_verbs.selected_shots(session)
    if shots:
        return session.project.shot(shots[0]).request
    return written() or ShotRequest("a shot")
