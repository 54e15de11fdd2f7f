"""Pinned pictures: moments of a take as files, for another take to start from and end on."""

import struct
import zlib
from math import ceil
from pathlib import Path

from app.edits.recutting import Recut
from app.flatten import take_plan
from engine.contract.engine import Picture, Strips
from engine.contract.events import EngineFault
from engine.contract.plan import RenderPlan
from engine.contract.shot import MediaRef, Reference, Role


async def pinned_ends(strips: Strips, stretch: Recut, folder: Path) -> tuple[Reference, ...]:
    """The pictures that a stretch of a take must fit between, as files in the folder.

    An end where nothing adjoins is free. Raises EngineFault.
    """
    take, (ahead, behind) = stretch.shot.take, stretch.goes_on
    plan = take_plan(take)
    ends: list[tuple[Role, int]] = []
    if ahead:
        ends.append(("first_frame", plan.rate.frame_at(stretch.start)))
    if behind:
        ends.append(("last_frame", ceil(stretch.stop * plan.rate.fps) - 1))
    pinned: list[Reference] = []
    for role, frame in ends:
        path = _free_path(folder, f"{stretch.shot.id} {role.replace('_', ' ')}")
        media = await _pinned(strips, plan, min(frame, plan.frames - 1), path)
        pinned.append(Reference(role, media))
    return tuple(pinned)


def png_of(picture: Picture) -> bytes:
    """The picture as a PNG (ISO/IEC 15948): 8-bit RGB, no filter; what is see-through is black."""
    rows = bytearray()
    for number in range(picture.height):
        start = number * picture.stride
        bgra = picture.memory[start : start + picture.width * 4]
        rgb = bytearray(picture.width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = bgra[2::4], bgra[1::4], bgra[0::4]
        rows += b"\0" + rgb
    header = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 3)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


async def _pinned(strips: Strips, plan: RenderPlan, frame: int, path: Path) -> MediaRef:
    picture = await strips.still(plan, frame, plan.width, plan.height)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png_of(picture))
    except OSError as error:
        raise EngineFault("not_writable", str(path), str(error)) from error
    finally:
        picture.release()
    return (await strips.probe(str(path))).media


def _free_path(folder: Path, name: str) -> Path:
    number = 1
    while (path := folder / f"{name} {number}.png").exists():
        number += 1
    return path


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
