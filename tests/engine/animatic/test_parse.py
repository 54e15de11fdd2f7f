"""A prompt's words end in the right outcome, bound to the right thing, at the right place."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.animatic.lexicon import lexicon
from engine.animatic.parse import read, understand
from engine.animatic.reading import Part
from engine.contract.shot import Word

BOAT = "a sailboat on a calm sea at sunset, gentle waves, slow push in"
RED, YELLOW, BLUE = "#d1372f", "#f2c230", "#2f6fc4"


def outcomes(prompt: str) -> dict[str, str]:
    return {word.text: word.outcome for word in understand(prompt).words}


def word(prompt: str, text: str) -> Word:
    return next(one for one in understand(prompt).words if one.text == text)


def only(prompt: str) -> Part:
    (part,) = read(prompt).cast
    return part


def test_every_word_of_the_boat_shot_takes_effect() -> None:
    assert outcomes(BOAT) == {
        "sailboat": "drawn", "calm": "used", "sea": "drawn", "sunset": "drawn", "gentle": "used",
        "waves": "drawn", "slow": "used", "push in": "used",
    }  # fmt: skip
    reading = read(BOAT)
    assert (reading.place, reading.hour, reading.move) == ("sea", "sunset", "push_in")
    assert reading.pace is not None and reading.pace < 0.3
    assert reading.waves is not None and reading.waves < 0.3


@pytest.mark.parametrize(
    "prompt",
    [BOAT, "قارب صغير في البحر، أمواج هادئة", 'no  people, a "quoted sign", 3 boats, not a cloud'],
)
def test_positions_point_at_the_text(prompt: str) -> None:
    words = understand(prompt).words
    assert all(prompt[word.start : word.stop] == word.text for word in words)
    assert all(a.stop <= b.start for a, b in zip(words, words[1:], strict=False))


@given(st.text(max_size=80))
def test_any_text_is_understood_without_an_error(prompt: str) -> None:
    for one in understand(prompt).words:
        assert prompt[one.start : one.stop] == one.text


def test_stop_words_are_not_listed() -> None:
    assert outcomes("the and of with a is") == {}


def test_unknown_words_are_not_drawn() -> None:
    assert outcomes("a zorblax over the sea") == {"zorblax": "not_drawn", "sea": "drawn"}


# Several words, forms, typos -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "text"),
    [
        ("two hot-air balloons over hills", "hot-air balloons"),
        ("a HOT AIR BALLOON", "HOT AIR BALLOON"),
        ("the camera pushes in", "pushes in"),
        ("dollying out", "dollying out"),
    ],
)
def test_the_longest_phrase_wins_in_any_form(prompt: str, text: str) -> None:
    assert word(prompt, text).outcome in ("drawn", "used")


@pytest.mark.parametrize(
    ("typo", "place"),
    [("mountians", "mountains"), ("forrest", "forest"), ("montains", "mountains")],
)
def test_a_slip_of_the_keyboard_is_forgiven(typo: str, place: str) -> None:
    assert read(f"fog over the {typo}").place == place


@pytest.mark.parametrize(
    "real",
    ["dessert", "story", "quite", "coast", "stable", "bride", "grid", "pocket", "world", "train",
     "heart", "sweet", "starts", "place", "house", "horse", "could", "funny", "bread", "cattle"],
)  # fmt: skip
def test_a_real_word_is_not_taken_for_a_typo(real: str) -> None:
    entries = lexicon().entries.values()
    known = {word for entry in entries for word in entry.words() + entry.kinds()}
    outcome = outcomes(real).get(real, "not_drawn")
    assert (outcome != "not_drawn") <= (real in known)


@pytest.mark.parametrize(
    ("prompt", "kind", "said"),
    [
        ("a yacht", "sailboat", "sailboat"),
        ("a dachshund", "dog", "dog"),
        ("zombies", "skeleton", "skeleton"),
        ("traffic", "car", "car"),
        ("seagulls", "birds", "birds"),
        ("lavender flowers", "flower", "flower"),
        ("يخت", "sailboat", "مركب شراعي"),
    ],
)
def test_a_kind_of_something_says_what_it_is_drawn_as(prompt: str, kind: str, said: str) -> None:
    assert only(prompt).kind == kind
    general = [one for one in understand(prompt).words if one.outcome == "generalised"]
    assert [one.drawn_as for one in general] == [said]


# Counts, colours, adverbs ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "count"),
    [("three red balloons", 3), ("3 balloons", 3), ("a pair of balloons", 2), ("ten balloons", 10),
     ("many balloons", 8), ("ثلاثة بالونات حمراء", 3), ("٤ بالونات", 4),
     ("بالونان", 2), ("بالونان حمراوان", 2),
     ("balloon", None)],
)  # fmt: skip
def test_counts(prompt: str, count: int | None) -> None:
    assert only(prompt).count == count


def test_a_plural_without_a_number_is_several() -> None:
    assert only("balloons").several and not only("a balloon").several


def test_colours_belong_to_their_own_nouns() -> None:
    boat, balloon = read("a blue boat and a yellow balloon").cast
    assert (boat.colour, balloon.colour) == (BLUE, YELLOW)
    boat, balloon = read("قارب أزرق ومنطاد أصفر").cast
    assert (boat.colour, balloon.colour) == (BLUE, YELLOW)


def test_a_colour_said_afterwards_counts() -> None:
    assert only("a car that is red").colour == RED
    assert only("the car is red").colour == RED


def test_a_coat_colours_the_one_who_wears_it() -> None:
    prompt = "a woman in a yellow coat walks along a street"
    assert only(prompt).colour == YELLOW
    assert outcomes(prompt)["coat"] == "drawn"
    assert outcomes("a coat")["coat"] == "not_drawn"


def test_a_colour_of_something_not_drawn_is_not_drawn() -> None:
    assert outcomes("a purple zorblax by the sea")["purple"] == "not_drawn"


def test_speed_words_go_to_what_moves() -> None:
    slow, fast = only("a slow car drives"), only("a car drives fast")
    assert slow.speed is not None and fast.speed is not None and slow.speed < 1 < fast.speed
    reading = read("a car drives, slow push in")
    assert reading.cast[0].speed is None and reading.pace is not None and reading.pace < 0.3


def test_strength_words_go_to_the_weather() -> None:
    assert (read("heavy rain").heaviness or 0) > 0.7
    assert (read("light snow").heaviness or 1) < 0.4
    assert (read("rough sea").waves or 0) > 0.8
    assert (read("the sea is calm").waves or 1) < 0.2
    assert (read("strong wind over hills").wind or 0) > 0.8


@pytest.mark.parametrize(
    ("prompt", "heading"),
    [("a car drives to the left", -1), ("a boat sails from left to right", 1),
     ("سيارة تسير إلى اليمين", 1), ("a car", None)],
)  # fmt: skip
def test_a_way_turns_who_goes_there(prompt: str, heading: int | None) -> None:
    assert only(prompt).heading == heading


# Actions ---------------------------------------------------------------------------------------


def test_an_action_counts_only_for_who_can_do_it() -> None:
    assert outcomes("a man runs")["runs"] == "drawn"
    assert outcomes("a zorblax walks in a forest")["walks"] == "not_drawn"
    assert outcomes("a tree walks")["walks"] == "not_drawn"
    assert outcomes("a man dances")["dances"] == "drawn"
    assert only("a man dances").act == "dance"
    assert outcomes("snow falling")["falling"] == "used"


def test_who_does_something_that_cannot_be_drawn_stands() -> None:
    assert only("a man reads").speed == 0.0 and only("a man").speed is None


def test_what_is_only_heard_of_an_action_says_so() -> None:
    assert outcomes("a phone rings on a desk")["rings"] == "heard"
    assert outcomes("a man rustles")["rustles"] == "not_drawn"


def test_a_flock_of_birds_is_one_flock() -> None:
    part = only("a flock of 12 white gulls flies left over a lake")
    assert (part.count, part.heading, part.colour) == (12, -1, "#f4f2ec")


def test_standing_still_is_an_action() -> None:
    assert only("a parked car").speed == 0.0
    assert only("a man stands on a hill").speed == 0.0


# Negation --------------------------------------------------------------------------------------


@pytest.mark.parametrize("prompt", ["hills without clouds", "no clouds, hills", "تلال بدون غيوم"])
def test_negated_clouds_leave_a_clear_sky(prompt: str) -> None:
    reading = read(prompt)
    assert reading.clear and reading.weather == () and reading.place == "hills"
    negated = [one for one in reading.understanding.words if one.kind == "weather"]
    assert [one.outcome for one in negated] == ["used"]
    assert len(negated[0].text.split()) == 2


def test_negation_reaches_over_or_but_not_further() -> None:
    reading = read("a street with no people or cars, a tree in the rain")
    assert [part.kind for part in reading.cast] == ["tree"]
    assert reading.weather == ("rain",)
    assert [part.kind for part in read("a yacht without a lighthouse").cast] == ["sailboat"]
    assert [part.kind for part in read("مدينة بلا سيارات، طيور في السماء").cast] == ["birds"]


def test_places_hear_of_who_is_asked_to_stay_away() -> None:
    assert read("a street without people or cars").without == ("car", "person")
    assert read("a man on an empty beach").without == ("car", "crowd", "person")
    assert read("a street").without == ()


# What gives way --------------------------------------------------------------------------------


def test_a_boat_needs_water() -> None:
    assert read("a sailboat").place == "sea"
    assert read("a city, a sailboat on a lake").place == "lake"
    assert read("a sailboat in the city").place == "sea"
    assert outcomes("a sailboat in the city")["city"] == "not_drawn"


def test_nobody_walks_on_water() -> None:
    assert read("a man by the sea").place == "beach"
    assert read("a man by the sea in the forest").place == "forest"
    assert read("a man walks along the beach").place == "beach"
    assert word("a man by the sea", "sea").outcome == "drawn"


def test_a_weak_place_gives_way() -> None:
    assert read("a car on a road in the desert").place == "desert"
    assert read("a car on a road").place == "road"


def test_who_cannot_be_in_the_place_is_not_drawn() -> None:
    said = outcomes("a lighthouse by the sea and a car")
    assert said["lighthouse"] == "drawn" and said["car"] == "not_drawn"


def test_an_hour_turns_to_another() -> None:
    prompt = "mountains, day turns to night"
    assert read(prompt).hour == "day" and outcomes(prompt)["night"] == "drawn"
    assert [turn.name for turn in read(prompt).turns] == ["night"]


def test_the_moon_makes_night_unless_an_hour_is_named() -> None:
    assert read("the moon over the sea").hour == "night"
    assert read("the moon at dawn").hour == "dawn"
    assert outcomes("the moon at dawn")["moon"] == "not_drawn"


def test_trees_of_a_forest_are_the_forest() -> None:
    prompt = "a man walks between the trees of a forest"
    assert [part.kind for part in read(prompt).cast] == ["person"]
    assert outcomes(prompt)["trees"] == "used"


def test_someone_named_twice_is_one() -> None:
    assert len(read("a boat on the sea, the boat sails slowly").cast) == 1
    assert len(read("a boat and three boats").cast) == 2


# Camera, style, sound --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "move"),
    [("hills, pan left", "pan_left"), ("hills, drone shot", "drone_forward"),
     ("hills, tracking shot", "follow"), ("hills, handheld camera", "handheld"),
     ("hills, static shot", "still"), ("hills, zoom out", "zoom_out"),
     ("hills, tilt up", "tilt_up"),
     ("the camera rises over hills", "crane_up"), ("hills, the camera moves up", "tilt_up"),
     ("تلال، كاميرا ثابتة", "still"), ("تلال، لقطة جوية", "drone_up")],
)  # fmt: skip
def test_camera_moves(prompt: str, move: str) -> None:
    assert read(prompt).move == move


def test_the_camera_takes_a_way_from_the_text() -> None:
    reading = read("مدينة القاهرة ليلا والقمر بدر فوق النيل، كاميرا تتحرك ببطء إلى اليمين")
    assert (reading.place, reading.hour) == ("city", "night")
    assert (reading.move, reading.heading) == ("pan", 1)
    assert reading.pace is not None and reading.pace < 0.3


def test_shot_sizes_and_styles() -> None:
    assert read("a boat, wide shot").frames < 1 < read("a boat, close-up").frames
    assert read("a boat, watercolor").style == "watercolour"
    assert outcomes("a boat, noir style")["noir style"] == "used"


def test_sounds_are_heard() -> None:
    assert outcomes("a forest, birdsong")["birdsong"] == "heard"
    assert read("a lake at night, crickets").sounds == ("crickets",)
    assert outcomes("thunder over the sea")["thunder"] == "heard"
    assert read("thunder over the sea").flashes


def test_the_small_boat_in_arabic() -> None:
    prompt = "قارب صغير في البحر عند غروب الشمس، أمواج هادئة"
    reading = read(prompt)
    assert (reading.place, reading.hour) == ("sea", "sunset")
    assert only(prompt).size < 1 and reading.waves is not None and reading.waves < 0.2
    assert not understand(prompt).not_drawn


def test_arabic_with_attached_particles_and_signs() -> None:
    reading = read("والصَّحراءُ بالليلِ والرِّيحُ")
    assert (reading.place, reading.hour) == ("desert", "night")
    assert reading.wind is not None and reading.wind > 0.6


def test_quoted_text_is_one_word() -> None:
    assert '"OPEN 24 HOURS"' in outcomes('a sign reads "OPEN 24 HOURS"')


def test_labels_of_shots_are_not_words() -> None:
    assert set(outcomes("Shot 1: a lake. Shot 2: a city.")) == {"lake", "city"}


def test_understanding_needs_neither_pictures_nor_arrays() -> None:
    code = (
        "import sys; from engine.animatic.parse import understand; understand('a boat');"
        "print({'PySide6', 'cv2', 'numpy', 'av'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# Relations, acts in turn, lettering ------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [("a cat on a sofa", ("cat", "on", "sofa")), ("a dog under a bench", ("dog", "under", "bench")),
     ("a dog behind a fence", ("dog", "behind", "fence")),
     ("a dog in front of a house", ("dog", "front", "house")),
     ("a dog to the left of a house", ("dog", "left", "house")),
     ("a dog next to a house", ("dog", "beside", "house")),
     ("قطة تحت كرسي", ("cat", "under", "chair"))],
)  # fmt: skip
def test_relations_bind_two_subjects(prompt: str, kinds: tuple[str, str, str]) -> None:
    cast = read(prompt).cast
    (one,) = [part for part in cast if part.relation]
    assert (one.kind, one.relation, cast[one.to].kind) == kinds or one.relation == "beside"


def test_people_have_ages_jobs_and_things() -> None:
    assert set(only("an old farmer with a hat").traits) == {"old", "farmer", "hat"}
    assert only("a man reads a book").act == "read"
    assert outcomes("a man reads a book")["book"] == "used"
    assert "book" in only("a man with a book").traits


def test_one_act_may_follow_another() -> None:
    part = only("a man walks and then sits")
    assert (part.act, part.since) == ("sit", 0.5)


def test_quoted_words_stand_on_a_sign_or_over_the_picture() -> None:
    assert only('a sign reads "OPEN"').traits == ("text:OPEN",)
    assert read('hills, "The End"').lettering[0].text == "The End"


def test_camera_moves_follow_one_another() -> None:
    legs = read("hills, push in, then pan left").legs
    assert [leg.name for leg in legs] == ["push_in", "pan_left"] and legs[1].start == 0.5


# What is said once more ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "text"),
    [("a car drives", "drives"), ("a rocket at noon", "noon"), ("three balloons", "three"),
     ("a yellow taxi", "yellow"), ("a windmill turns", "turns"), ("rain and clouds", "clouds"),
     ("a farmer in a hat", "hat"), ("an owl sits on a branch", "sits")],
)  # fmt: skip
def test_what_is_there_anyway_is_only_said_once_more(prompt: str, text: str) -> None:
    assert outcomes(prompt)[text] == "used"


def test_what_a_place_hides_is_heard_or_left_out() -> None:
    assert outcomes("a dancer on a stage, rain")["rain"] == "heard"
    assert outcomes("wind in a bedroom")["wind"] == "not_drawn"
    assert read("a bedroom in winter").mood == "cold"


def test_the_sun_rises_and_sets() -> None:
    assert [turn.name for turn in read("the sun rises over hills").turns] == ["morning"]
    assert read("تغرب الشمس خلف الجبال").turns[0].name == "dusk"


def test_a_way_of_seeing_gives_way_to_a_way_of_painting() -> None:
    both = read("a house, isometric pixel art")
    assert (both.style, both.angle) == ("pixel_art", "high")
    assert read("a house, isometric").style == "isometric"


def test_a_plain_background_takes_its_colour() -> None:
    assert read("sneakers on a pedestal, blue background").paper == BLUE


def test_smoke_comes_from_what_burns() -> None:
    assert [part.kind for part in read("a candle goes out, smoke rises").cast] == ["candle"]


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [("a man with a sword", "sword"), ("knights with swords", "sword"),
     ("a violinist plays the violin", "violin"), ("عازفة تعزف على الكمان", "violin"),
     ("a girl carries a bouquet of flowers", "flowers"), ("a boy eats ice cream", "ice_cream"),
     ("children with balloons in a park", "balloon")],
)  # fmt: skip
def test_what_hands_can_hold_is_held(prompt: str, thing: str) -> None:
    assert thing in only(prompt).traits


def test_what_is_opened_lies_there() -> None:
    assert {part.kind for part in read("a girl opens a gift").cast} == {"person", "gift"}


def test_animals_do_at_home_what_people_do_indoors() -> None:
    assert read("a panda eats bamboo").place == "forest"
    assert read("a man eats bread").place == "kitchen"


def test_a_fireplace_brings_its_room() -> None:
    assert read("a grandmother reads by the fireplace").place == "fireside"
    assert read("a living room with a fireplace").place == "fireside"


def test_what_a_dragon_breathes_takes_nothing_from_its_colour() -> None:
    dragon = only("a red dragon breathes fire")
    assert (dragon.kind, dragon.colour, dragon.act) == ("dragon", RED, "breathe_fire")
    assert outcomes("a lion breathes fire")["breathes fire"] == "not_drawn"


def test_black_and_white_grounds_colour_the_void() -> None:
    black, white = read("an apple on a black background"), read("a logo, white background")
    assert black.place == white.place == "void"
    assert black.paper < "#111111" and white.paper > "#eeeeee"


def test_the_letters_of_a_logo_are_its_mark() -> None:
    prompt = 'the logo "NOOR" glows on a black screen'
    (mark,) = read(prompt).lettering
    assert (mark.text, mark.on) == ("NOOR", "mark")
    assert outcomes(prompt)["glows"] != "not_drawn"


def test_a_beach_table_is_a_table_on_a_beach() -> None:
    reading = read("a glass of lemonade with ice on a beach table")
    assert reading.place == "beach"
    tables = [rank for rank, part in enumerate(reading.cast) if part.kind == "table"]
    glass = next(part for part in reading.cast if part.kind == "glass")
    assert (glass.relation, [glass.to]) == ("on", tables)
