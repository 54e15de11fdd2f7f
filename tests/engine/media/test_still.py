"""Still pictures as cameras and programs leave them."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColorSpace, QImage, QImageReader

from engine.media.still import animation_length, reads_as_still, still_pixels


def picture(width: int = 8, height: int = 4) -> QImage:
    """Red on the left half, green on the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFF0000)
    for x in range(width // 2, width):
        for y in range(height):
            image.setPixel(x, y, 0xFF00FF00)
    return image


def with_orientation(jpeg: bytes, orientation: int) -> bytes:
    """The JPEG with an EXIF block (Exif 2.32, 4.6.4: tag 0x0112) behind its first marker."""
    tiff = b"MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01"
    tiff += bytes([0, orientation]) + bytes(6)
    body = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + jpeg[2:]


@pytest.mark.parametrize(
    ("orientation", "shape", "red_at"),
    [
        (1, (32, 64), (16, 8)),
        (3, (32, 64), (16, 56)),
        (6, (64, 32), (8, 16)),
        (8, (64, 32), (56, 16)),
    ],
)
def test_photos_are_turned_upright(
    tmp_path: Path, orientation: int, shape: tuple[int, int], red_at: tuple[int, int]
) -> None:
    path = tmp_path / "photo.jpg"
    picture(64, 32).save(str(path), quality=100)
    path.write_bytes(with_orientation(path.read_bytes(), orientation))
    pixels = still_pixels(str(path))
    assert pixels.shape[:2] == shape
    assert np.abs(pixels[red_at].astype(int) - (0, 0, 255, 255)).max() < 30


def test_colours_of_other_spaces_become_srgb(tmp_path: Path) -> None:
    image = picture()
    image.fill(0xFF808080 | 0x400000)
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    image.save(str(tmp_path / "wide.png"))
    stored = QImageReader(str(tmp_path / "wide.png")).read().pixelColor(0, 0)
    shown = still_pixels(str(tmp_path / "wide.png"))[0, 0]
    assert stored.red() == 0xC0 and shown[2] > 0xC0 and shown[0] < 0x80


def test_a_film_that_is_named_like_a_picture_is_no_still(tmp_path: Path) -> None:
    (tmp_path / "film.png").write_bytes(b"\x00\x00\x00\x18ftypisom")
    assert not reads_as_still(str(tmp_path / "film.png"))


def test_a_still_has_one_picture(tmp_path: Path) -> None:
    picture().save(str(tmp_path / "still.png"))
    assert animation_length(str(tmp_path / "still.png")) == 1


def test_a_drawing_may_hold_text(tmp_path: Path) -> None:
    """In a process of its own: without an application Qt would abort it."""
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
        '<text x="10" y="60" font-size="40">Laqta</text></svg>'
    )
    code = "import sys; from engine.media.still import still_pixels; still_pixels(sys.argv[1])"
    command = [sys.executable, "-c", code, str(tmp_path / "logo.svg")]
    ended = subprocess.run(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    assert ended.returncode == 0
