"""Undo and redo."""

from hypothesis import given
from hypothesis import strategies as some

from app.history import DEPTH, History, Step
from tests.fakes.documents import film_of

FILMS = [film_of(length) for length in range(1, 8)]


@given(some.lists(some.one_of(some.sampled_from(["undo", "redo"]), some.integers(0, 6))))
def test_it_behaves_as_a_row_of_steps_with_a_place_in_it(moves: list[str | int]):
    history = History([Step.of("", FILMS[0])], 0)
    row, place = [("", FILMS[0])], 0
    for move in moves:
        match move:
            case "undo":
                history.undo()
                place = max(0, place - 1)
            case "redo":
                history.redo()
                place = min(len(row) - 1, place + 1)
            case number:
                history.do(f"edit {number}", FILMS[int(number)])
                row = [*row[: place + 1], (f"edit {number}", FILMS[int(number)])]
                place += 1
        assert history.project is row[place][1]
        assert history.undo_label == (row[place][0] if place else None)
        assert history.redo_label == (row[place + 1][0] if place + 1 < len(row) else None)
        assert history.labels == tuple(label for label, _ in row)


def test_it_reaches_hundreds_of_steps_back_and_then_forgets():
    history = History([Step.of("", FILMS[0])], 0)
    for number in range(DEPTH + 50):
        history.do(str(number), FILMS[1])
    assert len(history.labels) == DEPTH + 1
    while history.undo_label is not None:
        history.undo()
    assert history.labels[-1] == str(DEPTH + 49)


def test_a_stored_step_is_loaded_when_it_is_needed_and_once():
    loads: list[int] = []

    def load():
        loads.append(1)
        return FILMS[2]

    history = History([Step("old", load), Step.of("new", FILMS[3])], 1)
    assert loads == []
    history.undo()
    assert history.project is history.project is FILMS[2]
    assert loads == [1]
