"""The same request gives the same bits: in any order of asking, and in another process."""

import hashlib
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from engine.animatic.reel import ReelDrawing, ReelSound
from engine.contract.shot import ShotRequest
from engine.render.pixels import pixels_of

PROMPTS = [
    line.split("\t")
    for line in (Path(__file__).parent / "prompts.tsv").read_text().splitlines()
    if line and not line.startswith("#")
]
MOMENTS = (0.4, 3.3, 5.9)
SIZE = (224, 126)
ELSEWHERE = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
from tests.engine.animatic.test_purity import PROMPTS, pictures, request_of
for line in PROMPTS[::4]:
    print(*pictures(request_of(line), reversed((0.4, 3.3, 5.9))).values())
"""


def request_of(line: list[str]) -> ShotRequest:
    return ShotRequest(line[-1], Fraction(6), 1920, 1080)


def pictures(request: ShotRequest, moments) -> dict[float, str]:
    """A digest of the picture at each moment, painted in the order given; sorted by moment."""
    drawing, digests = ReelDrawing(request, *SIZE), {}
    for moment in moments:
        image = drawing.picture(moment)
        digests[moment] = hashlib.sha256(pixels_of(image).tobytes()).hexdigest()
    return dict(sorted(digests.items()))


@pytest.mark.parametrize("line", PROMPTS, ids=lambda line: line[0])
def test_the_order_of_asking_changes_no_bit(qt_application, line) -> None:
    request = request_of(line)
    assert pictures(request, MOMENTS) == pictures(request, reversed(MOMENTS))


def test_another_process_paints_the_same_bits(qt_application) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], capture_output=True, text=True, check=True
    )
    here = [" ".join(pictures(request_of(line), MOMENTS).values()) for line in PROMPTS[::4]]
    assert done.stdout.split("\n")[:-1] == here


@pytest.mark.parametrize("line", PROMPTS[::6], ids=lambda line: line[0])
def test_sound_asked_for_in_pieces_is_the_same(line) -> None:
    request = request_of(line)
    whole = ReelSound(request).samples(0, 6 * 48000)
    pieces = ReelSound(request)
    late = pieces.samples(150_000, 4321)
    early = pieces.samples(20_000, 999)
    assert (late == whole[150_000:154_321]).all()
    assert (early == whole[20_000:20_999]).all()
