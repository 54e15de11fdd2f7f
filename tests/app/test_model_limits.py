"""A request becomes the nearest run that a model can make, and every change is said."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from app.errors import filled
from app.model_limits import nearest_size, settle
from engine.contract.events import EngineFault
from engine.contract.models import Counts, Sizes
from engine.contract.shot import USUAL_STRENGTH, MediaRef, Reference, Role, ShotRequest
from engine.contract.time import Rate
from tests.fakes.models import LTX, WAN, serving

REQUEST = ShotRequest("a calm sea", Fraction(5), 832, 480, Rate(16))
sides = some.integers(32, 1080).map(lambda half: 2 * half)


def given_files(*files: tuple[Role, str]) -> ShotRequest:
    """The request with these references."""
    handed = (Reference(role, MediaRef(f"/media/{name}", name)) for role, name in files)
    return replace(REQUEST, references=tuple(handed))


FIRST, LAST = ("first_frame", "a.png"), ("last_frame", "b.png")
LOGO, PALETTE = ("logo", "logo.svg"), ("palette", "c.png")
BEFORE, HOLE = ("before", "sea.mp4"), ("hole", "torn.png")
BACKDROP_FILM, BACKDROP = ("backdrop", "sea.mp4"), ("backdrop", "sea.jpg")


def said(settled) -> str:
    return " ".join(filled(note.sentence, note.subject) for note in settled.notes)


def test_a_request_that_is_legal_already_is_left_alone():
    settled = settle(replace(REQUEST, seconds=Fraction(81, 16)), WAN)
    run = settled.run
    assert (run.width, run.height, run.frames, run.rate) == (832, 480, 81, Rate(16))
    assert (run.task, run.profile, run.framing, settled.notes) == ("text", "quality", False, ())


@given(seconds=some.fractions(Fraction(1, 2), 60), every=some.integers(1, 17))
def test_the_frames_cover_the_shot_wherever_the_model_can_make_as_many(seconds, every):
    counts = Counts(every, 1, 1 + every, 1 + every * 60)
    run, notes = settle(replace(REQUEST, seconds=seconds), replace(WAN, counts=counts))
    assert counts.nearest(run.frames) == run.frames
    most = counts.nearest(10**6)
    assert run.rate.seconds(run.frames) >= seconds or run.frames == most
    assert run.frames - every < seconds * 16 or run.frames == counts.nearest(0)


def test_a_long_shot_comes_in_parts_where_the_model_can_go_on():
    short = replace(WAN, counts=Counts(4, 1, 5, 81))
    slowed = settle(replace(REQUEST, seconds=Fraction(10)), short)
    assert slowed.run.frames == 81 and "slowed" in said(slowed)
    going_on = replace(short, continued=("text",), overlap=9)
    whole = settle(replace(REQUEST, seconds=Fraction(10)), going_on)
    assert whole.run.frames == 161 and said(whole).endswith("it comes in parts.")


@given(width=sides, height=sides, step=some.sampled_from([8, 16, 32, 64]))
def test_a_size_is_legal_and_near_in_shape_and_pixels(width, height, step):
    sizes = Sizes(step, 64, 1280 * 720, (832, 480))
    across, down = nearest_size(width, height, sizes)
    assert across % step == down % step == 0
    assert min(across, down) >= sizes.least and across * down <= sizes.pixels
    if sizes.pixels >= width * height and width % step == height % step == 0:
        assert (across, down) == (width, height)
    if 1 / 3 < width / height < 3 and width * height >= (16 * step) ** 2:
        assert abs(across * height / (down * width) - 1) < 0.16


def test_a_large_picture_shrinks_in_its_shape():
    assert nearest_size(1920, 1080, Sizes(16, 256, 1280 * 720, (1280, 720))) == (1280, 720)
    assert nearest_size(1080, 1920, Sizes(16, 256, 1280 * 720, (1280, 720))) == (720, 1280)


def test_a_model_of_one_size_makes_that_size():
    assert nearest_size(1080, 1920, Sizes(16, 256, 720 * 480, (720, 480), True)) == (720, 480)


@pytest.mark.parametrize(
    ("files", "ability", "task", "left_out"),
    [
        ((), WAN, "text", ""),
        ((FIRST,), WAN, "image", ""),
        ((FIRST, LAST), WAN, "first_last", ""),
        ((FIRST, LAST), LTX, "keyframes", ""),
        ((FIRST,), LTX, "image", ""),
        ((FIRST,), serving("text", "keyframes"), "keyframes", ""),
        ((LAST,), LTX, "keyframes", ""),
        ((LAST,), WAN, "text", "the last picture"),
        ((LOGO, PALETTE), WAN, "references", "the palette"),
        ((FIRST, LOGO), WAN, "image", "the logo"),
        ((BACKDROP_FILM,), WAN, "video", ""),
        ((BACKDROP_FILM,), serving("text", "control"), "control", ""),
        ((BACKDROP,), WAN, "references", ""),
        ((LOGO,), LTX, "text", "the logo"),
        ((BEFORE,), serving("text", "video", "control", "extend"), "extend", ""),
        ((HOLE, FIRST), serving("image", "control", "inpaint"), "inpaint", "the first picture"),
        ((BEFORE,), LTX, "text", "the film to go on from"),
    ],
)
def test_the_references_choose_the_task(files, ability, task, left_out):
    settled = settle(given_files(*files), ability)
    assert settled.run.task == task
    sentences = [sentence for sentence in said(settled).split(".") if "doesn't use" in sentence]
    assert [left_out] * bool(left_out) == [s.partition("use ")[2] for s in sentences]


@pytest.mark.parametrize(
    ("tasks", "task", "told"),
    [
        (("text", "video", "control"), "control", ""),
        (("text", "image", "video"), "video", ""),
        (("text", "image", "first_last"), "first_last", "first and its last picture."),
        (("text", "image", "keyframes"), "keyframes", "first and its last picture."),
        (("text", "image"), "image", "only in its first picture."),
    ],
)
def test_the_draft_s_framing_is_kept_as_far_as_the_model_can(tasks, task, told):
    settled = settle(REQUEST, serving(*tasks), framing=True, strength=0.4)
    run = settled.run
    assert (run.task, run.framing, run.strength) == (task, True, 0.4) and told in said(settled)


@pytest.mark.parametrize(("file", "task"), [(BEFORE, "extend"), (HOLE, "inpaint")])
def test_no_draft_stands_in_for_what_is_to_be_gone_on_from_or_filled(file, task):
    settled = settle(given_files(file), serving("text", "control", task), framing=True)
    assert (settled.run.task, settled.run.framing) == (task, False)
    assert "can't keep the draft's framing" in said(settled)


@pytest.mark.parametrize(
    ("task", "heeds", "strength", "told"),
    [
        ("control", (), 0.3, True),
        ("control", (), USUAL_STRENGTH, False),
        ("control", ("control",), 0.3, False),
        ("video", ("video",), 0.3, False),
        ("image", ("video",), 0.3, True),
    ],
)
def test_a_strength_that_does_nothing_is_said_to_do_nothing(task, heeds, strength, told):
    ability = replace(serving("text", task), heeds_strength=heeds)
    framed = settle(REQUEST, ability, framing=True, strength=strength)
    assert ("can't be told how far" in said(framed)) == told
    assert "can't be told" not in said(settle(REQUEST, ability, strength=strength))


def test_a_model_that_knows_words_alone_keeps_no_framing():
    refused = settle(REQUEST, serving("text"), framing=True)
    assert (refused.run.task, refused.run.framing) == ("text", False)
    assert "can't keep the draft's framing" in said(refused)


@pytest.mark.parametrize("task", ["image", "first_last", "keyframes", "video", "control"])
def test_what_a_model_must_have_comes_from_the_draft_where_it_wasn_t_handed_in(task):
    settled = settle(REQUEST, serving(task))
    assert (settled.run.task, settled.run.framing) == (task, True)
    assert "The model needs a" in said(settled)


def test_a_logo_beside_framing_is_used_or_said_to_be_only_drawn():
    assert "logo" not in said(settle(given_files(LOGO), WAN, framing=True))
    video = settle(given_files(LOGO), serving("text", "video"), framing=True)
    assert "The logo counts only as the draft shows it." in said(video)


def test_each_change_is_said():
    asked = replace(REQUEST, width=1000, height=500, rate=Rate(24), seconds=Fraction(20))
    settled = settle(asked, LTX, "fast")
    assert settled.run.profile == "quality" and settled.run.frames == 257
    text = said(settled)
    for part in ("1024 × 512", "only as “quality”", "10.7 seconds, which are slowed"):
        assert part in text
    assert "16 frames a second" in said(settle(asked, WAN))
    assert "more than the shot needs" in said(settle(replace(asked, seconds=Fraction(1)), WAN))


@pytest.mark.parametrize(
    ("task", "needed"), [("references", "something to show"), ("extend", "go on from")]
)
def test_what_no_draft_can_give_is_asked_for(task, needed):
    with pytest.raises(EngineFault, match=needed) as refused:
        settle(REQUEST, serving(task))
    assert refused.value.reason == "model_unfit"
