"""The exporter: a plan to a finished, verified file, or to nothing at all.

The film is written beside its place as a part file, checked, and only then given its name.
"""

import contextlib
import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from engine.contract.delivery import MP4_ENDINGS, Delivery
from engine.contract.events import Done, EngineFault, Progress
from engine.contract.plan import RenderPlan
from engine.media import verify
from engine.render.meter import Meter
from engine.render.mp4_film import Pictures, composed, write_mp4
from engine.text_application import ensure_text_application

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
THROUGH_MOVIEPY = (".webm", ".mov", ".gif")


class Stopped(Exception):
    """The export ended because it was told to; nothing is left of it."""


def export(
    plan: RenderPlan,
    delivery: Delivery,
    report: Callable[[Progress], None],
    stop: threading.Event,
    pictures: Pictures = composed,
) -> Done:
    """Write the film to delivery.path, replacing what is there, once it is whole and verified.

    MP4 by H.264 and AAC; paths that end in .webm, .mov or .gif get VP9 and Opus, ProRes and PCM,
    or a silent animation. `report` is called about ten times a second. Raises Stopped within a
    second after `stop` is set, and EngineFault; both leave no file, and what was at the path
    before untouched. `pictures` makes the pictures of an MP4 in order.
    """
    ensure_text_application()
    _check_place(delivery)
    try:
        _write(plan, delivery, pictures, Meter(plan.frames, report), stop)
        _put_on_disk(delivery.part_path)
        _check(plan, delivery)
        _heed(stop)
        _put_in_place(delivery)
    except OSError as error:
        raise _fault_of(error, delivery.path) from error
    finally:
        with contextlib.suppress(OSError):
            Path(delivery.part_path).unlink(missing_ok=True)
    return Done(delivery.path, plan.frames)


def _check_place(delivery: Delivery) -> None:
    path = Path(delivery.path)
    if path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise EngineFault("not_writable", delivery.path, "no file can be made there")
    if not delivery.is_mp4 and _suffix(delivery) not in THROUGH_MOVIEPY:
        endings = ", ".join((*MP4_ENDINGS, *THROUGH_MOVIEPY))
        raise EngineFault("bad_request", delivery.path, f"a film's name ends in {endings}")


def _write(
    plan: RenderPlan,
    delivery: Delivery,
    pictures: Pictures,
    meter: Meter,
    stop: threading.Event,
) -> None:
    with contextlib.closing(_writing(plan, delivery, pictures)) as writing:
        for done in writing:
            _heed(stop)
            if done:
                meter.count(done)


def _writing(plan: RenderPlan, delivery: Delivery, pictures: Pictures) -> Iterator[int]:
    if delivery.is_mp4:
        return write_mp4(plan, delivery, pictures)
    from engine.render.moviepy_film import write_through_moviepy

    return write_through_moviepy(plan, delivery)


def _check(plan: RenderPlan, delivery: Delivery) -> None:
    path = delivery.part_path
    if not delivery.is_mp4:
        from engine.render.film_check import check_film

        check_film(path, plan, bool(plan.sounds) and _suffix(delivery) != ".gif")
    else:
        samples = plan.samples if plan.sounds else 0
        verify.check(path, plan.width, plan.height, plan.rate, plan.frames, samples)


def _suffix(delivery: Delivery) -> str:
    return Path(delivery.path).suffix.lower()


def _heed(stop: threading.Event) -> None:
    if stop.is_set():
        raise Stopped


def _put_on_disk(path: str) -> None:
    with Path(path).open("rb+") as file:
        os.fsync(file.fileno())


def _put_in_place(delivery: Delivery) -> None:
    Path(delivery.part_path).replace(delivery.path)
    folder = os.open(Path(delivery.path).parent, os.O_RDONLY)
    try:
        # Some file systems can't sync a folder; the film is whole all the same.
        with contextlib.suppress(OSError):
            os.fsync(folder)
    finally:
        os.close(folder)


def _fault_of(error: OSError, path: str) -> EngineFault:
    return EngineFault("disk_full" if error.errno in FULL else "not_writable", path, str(error))
