"""How loud a clip is, and how it comes and goes."""

from msgspec.structs import replace

from app.document.clip import Clip, ClipId
from app.document.project import Project
from app.edits.change import with_each_clip
from app.errors import EditRefused

QUIETEST, LOUDEST = -60.0, 24.0


def set_sound(
    project: Project,
    clip_id: ClipId,
    gain_db: float | None = None,
    fade_in: int | None = None,
    fade_out: int | None = None,
    keep_pitch: bool | None = None,
) -> Project:
    """Change a clip's gain in decibels, its fades in frames (the picture's too), and its pitch.

    |=====a=====|   ->   |<==a==>|
    """
    if gain_db is not None and not QUIETEST <= gain_db <= LOUDEST:
        raise EditRefused("bad_value", f"{gain_db:g} dB")
    if min(fade_in or 0, fade_out or 0) < 0:
        raise EditRefused("bad_value", str(min(fade_in or 0, fade_out or 0)))

    def changed(clip: Clip) -> Clip:
        into = clip.fade_in if fade_in is None else min(fade_in, clip.retime.length)
        out = clip.fade_out if fade_out is None else fade_out
        if fade_out is not None and fade_in is None:
            into = min(into, max(0, clip.retime.length - out))
        return replace(
            clip,
            gain_db=clip.gain_db if gain_db is None else gain_db,
            fade_in=into,
            fade_out=min(out, clip.retime.length - into),
            keep_pitch=clip.keep_pitch if keep_pitch is None else keep_pitch,
        )

    return with_each_clip(project, clip_id, changed)
