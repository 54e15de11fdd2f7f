"""On a graphics card takes become what they become on the processor, whatever lies where meanwhile.

The card is pretended, in a process of its own: see tests/fakes/pretended_card.py.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.takes_on_card import SOME, Case

ROOT = Path(__file__).parents[4]
NEAR = 0.5
"""Levels of 255, on average. The same weights elsewhere in memory are added up in another order, by
which a few pictures change by a level before they are encoded; wrong weights change all of them."""

REFUSED = """
import numpy, torch
from tests.fakes.pretended_card import plug_in

plug_in()
here, there = torch.ones(2), torch.ones(2).to("card")
dice = torch.Generator("cpu")
for mixed in (
    lambda: here + there, lambda: there.add_(here), lambda: torch.cat([there, here]),
    lambda: torch.nn.functional.linear(there, here), lambda: here[there.long()],
    lambda: there.numpy(), lambda: torch.rand(2, generator=dice, device="card"),
):
    try:
        mixed()
    except (RuntimeError, TypeError):
        continue
    raise SystemExit("the card took what no card takes")
assert (there * torch.tensor(3.0) + 1).tolist() == [4.0, 4.0]
assert there[torch.tensor([0])].device.type == "card"
stream = torch.card.Stream()
with torch.card.stream(stream):
    late = here.to("card", non_blocking=True)
assert late.isnan().all()
stream.synchronize()
assert late.tolist() == [1.0, 1.0]
"""


def child(*words: str) -> str:
    """What Python prints; it may not fail."""
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout


@pytest.fixture(scope="module")
def told() -> dict[str, float | str]:
    """How far each take on the card is from the processor's, or why there is none."""
    return json.loads(child("-m", "tests.fakes.takes_on_card").splitlines()[-1])


def test_the_pretended_card_refuses_what_a_real_one_refuses() -> None:
    child("-c", REFUSED)


@pytest.mark.parametrize("case", SOME, ids=lambda case: f"{case.name}-{case.task}-{case.offload}")
def test_a_take_is_the_same_on_a_card(case: Case, told: dict[str, float | str]) -> None:
    apart = told[" ".join(map(str, case))]
    assert not isinstance(apart, str), apart
    assert apart < NEAR


def test_a_take_that_was_stopped_on_a_card_leaves_nothing_to_the_next(
    told: dict[str, float | str],
) -> None:
    apart = told["stopped"]
    assert not isinstance(apart, str), apart
    assert apart < NEAR
