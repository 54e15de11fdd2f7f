"""Past runs on the disk, and what they teach."""

import math
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.models.past_runs import (
    KEPT,
    PastRun,
    PastRuns,
    corrected,
    foreseen_at,
    memory_ratio,
    ran_out,
)


def run(foreseen: float, seconds: float, way: str = "cuda", model: str = "wan") -> PastRun:
    return PastRun(model, "card", way, foreseen, seconds)


def test_runs_are_kept_and_the_oldest_are_forgotten(tmp_path: Path) -> None:
    past = PastRuns(tmp_path / "kept" / "runs.json")
    assert past.all() == ()
    for number in range(3):
        past.add(run(1 + number, 2))
    assert [each.foreseen for each in past.all()] == [1, 2, 3]
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["runs.json"]
    assert KEPT < 1000


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    past = PastRuns(tmp_path / "runs.json")
    (tmp_path / "runs.json").write_text("[{")
    assert past.all() == ()
    past.add(run(1, 2))
    assert len(past.all()) == 1


@pytest.mark.parametrize("text", ["[" * 100_000, "\0", "[]]", '[{"model": 1}]', "null"])
def test_nothing_in_the_file_stops_a_forecast(tmp_path: Path, text: str) -> None:
    (tmp_path / "runs.json").write_text(text)
    assert PastRuns(tmp_path / "runs.json").all() == ()


size = st.floats(allow_nan=False, allow_infinity=False) | st.floats(0, 1e6)


@given(st.lists(st.builds(PastRun, *[st.sampled_from("ab")] * 3, *[size] * 6, st.booleans(), size)))
def test_no_past_makes_a_forecast_absurd(runs: list[PastRun]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "runs.json")
        path.write_bytes(msgspec.json.encode(runs))
        kept = foreseen_at(PastRuns(path).all(), "a", 1e11)
    found, _ = corrected(kept, "a", "a", "a", 40.0)
    assert 0 < found < math.inf
    assert 0.4 <= memory_ratio(kept, "a", "a", video=True) <= 3
    assert ran_out(kept, "a", "a", "a", 0.0) is False


def test_the_line_goes_through_what_was_seen() -> None:
    seen = [run(x, 3 * x**1.2) for x in (1, 10, 100)]
    found, sure = corrected(seen, "wan", "card", "cuda", 40)
    assert found == pytest.approx(3 * 40**1.2) and sure


def test_one_strange_run_does_not_bend_it() -> None:
    seen = [run(10, 20) for _ in range(5)] + [run(10, 900)]
    assert corrected(seen, "wan", "card", "cuda", 10)[0] == pytest.approx(20)


def test_other_models_and_failures_never_make_it_sure() -> None:
    failed = PastRun("wan", "card", "cuda", 10, 0, failed=True)
    assert corrected([failed], "wan", "card", "cuda", 10) == (10, False)
    found, sure = corrected([run(5, 10, model="ltx")], "wan", "card", "cuda", 10)
    assert math.isclose(found, 20) and not sure
    assert corrected([run(1, 2)], "wan", "card", "cuda", 1000)[1] is False


def test_a_short_run_says_little_of_a_long_one() -> None:
    seen = [run(0.2, 50, model="tiny")]
    assert corrected(seen, "wan", "card", "cuda", 1e6) == (pytest.approx(1e6), False)
    assert corrected(seen, "tiny", "card", "cuda", 3)[0] == pytest.approx(750)
    assert 1e2 < corrected(seen, "tiny", "card", "cuda", 20)[0] < 3e3


def test_a_processor_measured_while_busy_changes_no_corrected_forecast() -> None:
    work, taken = 1e12, 40.0
    seen = [PastRun("wan", "processor", "cpu", work / 5e10, taken, rate=5e10)]
    for rate in (1e10, 5e10, 9e10):
        now = foreseen_at(seen, "processor", rate)
        assert corrected(now, "wan", "processor", "cpu", work / rate)[0] == pytest.approx(taken)


def test_a_profile_that_leaves_steps_out_is_learned_apart() -> None:
    quick = PastRun("wan", "card", "cuda", 10, 5, cache=0.1)
    seen = [run(10, 20), run(10, 20), quick]
    assert corrected(seen, "wan", "card", "cuda", 10) == (pytest.approx(20), True)
    assert corrected(seen, "wan", "card", "cuda", 10, 0.1) == (pytest.approx(5), True)
    assert corrected([run(10, 20)], "wan", "card", "cuda", 10, 0.1) == (pytest.approx(20), False)


def test_runs_from_before_there_were_caches_are_read(tmp_path: Path) -> None:
    past = PastRuns(tmp_path / "runs.json")
    past.add(run(1, 2))
    text = (tmp_path / "runs.json").read_text()
    (tmp_path / "runs.json").write_text(text.replace(',\n  "cache": 0.0', ""))
    assert "cache" not in (tmp_path / "runs.json").read_text()
    assert past.all() == (run(1, 2),)
