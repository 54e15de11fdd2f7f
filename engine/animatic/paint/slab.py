"""Slabs: the ground, painted once in metres piece by piece, and laid under the camera each frame.

Pieces of nearer bands are finer. Which piece shows at a row of the frame follows from the row's
depth alone, so that every piece is shown at about the size that it was painted at.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, exp, floor, inf, log

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QLinearGradient, QPainter

from engine.animatic.camera import views
from engine.animatic.light import faded
from engine.animatic.paint.easel import painting
from engine.animatic.paint.surface import canvas, pixels
from engine.animatic.stage import Stage
from engine.animatic.view import View

BAND = 1.6
"""How many times as far off as its near side a band's far side is."""
FINE = 0.8
"""Texels a pixel where a band begins."""
SPARE = 2
"""Texels of each piece beyond its sides."""
MELT, SHADES = 0.32, 10
"""The part of a band's rows in which the next one melts into it, in so many shades."""
LARGEST = 96 * 2**20
"""Bytes of pieces that are kept for a ground 1080 rows high."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the ground while it is painted: `metres` is where it lies (x, z), and `texel` the
    metres of a texel across and along. The painter works in these metres."""

    painter: QPainter
    metres: QRectF
    texel: tuple[float, float]


Paint = Callable[[Piece], None]


@dataclass(frozen=True, slots=True)
class Grid:
    """How the ground of a shot is cut up: the nearest depth that is seen, texels a metre across
    and along at that depth, and what is seen at a depth of one metre to either side."""

    nearest: float
    across: float
    along: float
    left: float
    right: float
    start: float
    way: float

    def band(self, depth: float) -> int:
        """The band that a depth lies in."""
        return max(floor(log(max(depth, 1e-6) / self.nearest) / log(BAND)), 0)

    def begins(self, band: int) -> float:
        """The depth at which a band begins."""
        return self.nearest * BAND**band


class Kept:
    """The pieces of one ground, the least lately shown let go first."""

    def __init__(self, largest: int) -> None:
        self.largest, self.bytes = largest, 0
        self._pieces: dict[tuple[int, int, int], QImage] = {}

    def piece(self, key: tuple[int, int, int], make: Callable[[], QImage]) -> QImage:
        """The piece of this band, column and row, painted if it is not there."""
        image = self._pieces.pop(key, None)
        if image is None:
            image = make()
            self.bytes += image.sizeInBytes()
        self._pieces[key] = image
        while self.bytes > self.largest and len(self._pieces) > 1:
            self.bytes -= self._pieces.pop(next(iter(self._pieces))).sizeInBytes()
        return image


def lay(stage: Stage, name: str, paint: Paint, until: float = inf, hazy: bool = True) -> None:
    """The ground from the bottom of the frame to `until` metres off, or to the horizon.

    `paint` is asked for each piece when it is first seen and must paint all of it, by its place
    alone; haze comes by itself.
    """
    view = stage.view
    if view.y < 0.02:
        return
    low = view.height
    top = max(ceil(view.horizon_y()), 0) if until == inf else max(round(view.ground_y(until)), 0)
    grid = stage.wardrobe.keep(("grid", view.width), lambda: _grid(stage))
    if top >= low or grid is None:
        return
    size = round(LARGEST * (stage.height / 1080) ** 2)
    kept = stage.wardrobe.keep(("slab", name, view.width), lambda: Kept(size))
    frame = canvas(stage)
    melt = 0
    while low > top:
        band = grid.band(view.depth_at(low - 0.5) - view.z)
        high = max(_row(view, grid.begins(band + 1)), top)
        if high - top < stage.height // 270:
            high = top
        before = frame[low : low + melt].copy()
        _band(stage, frame, (high, low + melt), band, grid, kept, paint)
        _melted(frame[low : low + melt], before)
        melt = int(MELT * (low - high))
        low = min(high, low - 1)
    if hazy:
        _haze(stage, top)


def _melted(part: np.ndarray, before: np.ndarray) -> None:
    """Let rows go over from a band, at their top, into what the nearer band painted there."""
    rows = len(part)
    for step in range(SHADES):
        first, last = rows * step // SHADES, rows * (step + 1) // SHADES
        share = 1.0 - (step + 0.5) / SHADES
        strip = part[first:last]
        if len(strip):
            cv2.addWeighted(strip, share, before[first:last], 1.0 - share, 0.0, dst=strip)


def _row(view: View, depth: float) -> int:
    """The first row of the frame whose middle lies nearer than this depth."""
    return ceil(view.horizon_y() + view.y * _unit(view) / depth - 0.5)


def _unit(view: View) -> float:
    return view.focal * view.zoom * view.height


def _grid(stage: Stage) -> Grid | None:
    """Cut the ground so that all views of the shot find it fine enough."""
    shot = views(stage.scene, stage.width, stage.height)
    seen = [(view, view.height - view.horizon_y()) for view in shot if view.y > 0.02]
    seen = [(view, below) for view, below in seen if below > 1.0]
    if not seen:
        return None
    nearest = 0.97 * min(view.y * _unit(view) / below for view, below in seen)
    unit = max(_unit(view) for view, _ in seen)
    tall = max(view.y for view, _ in seen)
    sides = [_sides(view) for view, _ in seen]
    start, end = min(view.x for view, _ in seen), max(view.x for view, _ in seen)
    return Grid(
        nearest,
        FINE * unit / nearest,
        FINE * unit * tall / (nearest * nearest) / BAND,
        min(left for left, _ in sides) - 0.06,
        max(right for _, right in sides) + 0.06,
        start,
        end - start,
    )


def _sides(view: View) -> tuple[float, float]:
    """Metres to the left and right of the camera that are seen a metre off."""
    middle = view.width / 2 - view.pan * view.height
    return -middle / _unit(view), (view.width - middle) / _unit(view)


def _band(
    stage: Stage, frame: np.ndarray, rows: tuple[int, int], band: int, grid: Grid, kept: Kept,
    paint: Paint,
) -> None:  # fmt: skip
    """Lay the pieces that show in some rows, which lie in one band."""
    view, (high, low) = stage.view, rows
    long = grid.begins(band) * (BAND - 1.0)
    far = grid.begins(band + 1)
    wide = (grid.right - grid.left) * far
    single = grid.way < 0.6 * wide
    while low > high:
        number = floor(view.depth_at(low - 0.5) / long)
        edge = (number + 1) * long - view.z
        top = high if edge >= far else max(_row(view, edge), high)
        columns = [0] if single else _columns(view, grid, wide, far)
        for column in columns:
            left = grid.start + grid.left * far + column * wide
            metres = QRectF(left, number * long, wide + (grid.way if single else 0.0), long)
            density = (grid.across / BAND**band, grid.along / BAND ** (2 * band))
            key = (band, column, number)
            image = kept.piece(
                key, lambda metres=metres, density=density: _painted(metres, density, paint)
            )
            _warp(view, frame[top:low], top, image, metres, density, alone=len(columns) == 1)
        low = min(top, low - 1)


def _columns(view: View, grid: Grid, wide: float, far: float) -> list[int]:
    """Which columns of pieces are seen in a band."""
    left, right = _sides(view)
    first = floor((view.x + left * far - grid.start - grid.left * far) / wide)
    last = floor((view.x + right * far - grid.start - grid.left * far) / wide)
    return list(range(first, last + 1))


def _painted(metres: QRectF, density: tuple[float, float], paint: Paint) -> QImage:
    across, along = density
    columns = ceil(metres.width() * across) + 2 * SPARE
    rows = ceil(metres.height() * along) + 2 * SPARE
    image = QImage(columns, rows, QImage.Format.Format_RGB32)
    image.fill(0)
    with painting(image) as painter:
        painter.translate(SPARE, rows - SPARE)
        painter.scale(across, -along)
        painter.translate(-metres.left(), -metres.top())
        left, near = metres.left() - SPARE / across, metres.top() - SPARE / along
        whole = QRectF(left, near, columns / across, rows / along)
        paint(Piece(painter, whole, (1.0 / across, 1.0 / along)))
    return image


def _warp(
    view: View, part: np.ndarray, top: int, image: QImage, metres: QRectF,
    density: tuple[float, float], alone: bool,
) -> None:  # fmt: skip
    """Look up a piece for rows of the frame, of which `top` is the first: for all of them if it is
    alone there, else where it lies."""
    across, along = density
    unit, middle = _unit(view), view.width / 2 - view.pan * view.height
    # A texel (u, v) lies at x = left + u / across, z = far - v / along.
    left = metres.left() - (SPARE - 0.5) / across
    far = metres.top() + (image.height() - SPARE - 0.5) / along
    depth = np.array([0.0, -1.0 / along, far - view.z])
    x = np.array([1.0 / across, 0.0, left - view.x])
    down = np.array([0.0, 0.0, view.y * unit]) + (view.horizon_y() - top - 0.5) * depth
    first, last = (0, part.shape[1]) if alone else _extent(view, part.shape[0], top, metres)
    if last <= first:
        return
    matrix = np.array([x * unit + (middle - first - 0.5) * depth, down, depth])
    cv2.warpPerspective(
        pixels(image), matrix, (last - first, part.shape[0]), dst=part[:, first:last],
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE if alone else cv2.BORDER_TRANSPARENT,
    )  # fmt: skip


def _extent(view: View, rows: int, top: int, metres: QRectF) -> tuple[int, int]:
    """The columns of the frame that a piece touches in some rows."""
    ends: list[float] = []
    for row in (top, top + rows):
        z = view.depth_at(max(row, view.horizon_y() + 0.1))
        ends += [view.project(x, 0.0, z).x() for x in (metres.left(), metres.right())]
    return max(floor(min(ends)) - 2, 0), min(ceil(max(ends)) + 2, view.width)


def words(piece: Piece) -> np.ndarray:
    """A piece's pixels, which may be written before anything is painted on it: uint32 (rows,
    columns), the bytes BGRA."""
    device = piece.painter.device()
    if not isinstance(device, QImage):
        raise TypeError("a piece is painted on a QImage")
    return pixels(device).view(np.uint32)[..., 0]


def _haze(stage: Stage, top: int) -> None:
    """Air before the ground: none at our feet, all there is at the horizon."""
    light, view = stage.light, stage.view
    tall = max(view.height - top, 1)
    shade = QLinearGradient(0, top, 0, top + tall)
    for part in (0.0, 0.004, 0.012, 0.03, 0.07, 0.15, 0.3, 0.55, 1.0):
        depth = view.depth_at(top + part * tall + 0.5) - view.z
        shade.setColorAt(part, faded(light.haze, 1.0 - exp(-depth / light.visibility)))
    stage.painter.fillRect(QRectF(0, top, view.width, tall), shade)
