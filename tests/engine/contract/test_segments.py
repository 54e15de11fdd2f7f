"""A film that is longer than its model makes at once comes in parts."""

from hypothesis import given
from hypothesis import strategies as some

from engine.contract.models import Ability, Counts, Sizes
from engine.contract.time import Rate

SIZES = Sizes(16, 64, 832 * 480, (832, 480))


def ability(every: int, rest: int, again: int, most: int) -> Ability:
    counts = Counts(every, rest, rest + every, rest + every * most)
    return Ability(("text", "video"), counts, SIZES, Rate(16), (), False, ("text",), again)


@given(
    every=some.integers(1, 17),
    rest=some.integers(0, 5),
    again=some.integers(1, 25),
    more=some.integers(4, 30),
    wanted=some.integers(1, 3000),
)
def test_the_parts_make_up_the_film_and_each_is_legal(every, rest, again, more, wanted):
    asked = ability(every, rest, again, 2 * again // every + more)
    most = asked.counts.most
    frames = asked.nearest("text", wanted)
    assert wanted <= frames < wanted + every or frames == asked.counts.least
    first, *later = asked.segments("text", frames)
    assert frames <= first + sum(later) < frames + every
    made = [first, *(part + asked.overlap for part in later)]
    assert all(asked.counts.nearest(part) == part for part in made)
    assert max(made) - min(made) <= every and min(later, default=1) > 0
    assert len(made) == 1 or frames > most + (len(made) - 2) * (most - asked.overlap)


def test_what_isnt_continued_ends_with_what_the_model_makes():
    asked = ability(4, 1, 9, 20)
    assert asked.nearest("video", 500) == 81 and asked.segments("video", 81) == (81,)
    assert asked.segments("text", 165) == (61, 52, 52)
