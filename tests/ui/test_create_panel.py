"""From typing to a shot on the timeline."""

from PySide6.QtCore import QPointF, Qt

from ui.create.shapes import SHAPES


async def test_typing_shows_what_is_drawn_and_what_is_not(studio):
    create = studio.window.create
    studio.hand.type(create.prompt, "a samurai on a calm sea at sunset")
    await studio.until(lambda: len(create.words.chips()) == 3)
    assert [chip.word.text for chip in create.words.chips()] == ["calm", "sea", "sunset"]
    assert "samurai" in create.words.left_out.text()
    assert create.words.left_out.isVisible()


async def test_first_frame_follows_the_typing(studio):
    create = studio.window.create
    assert create.preview.image.isNull()
    studio.hand.type(create.prompt, "sea")
    await studio.until(lambda: not create.preview.image.isNull())
    before = create.preview.image.pixelColor(5, 5)
    studio.hand.type(create.prompt, " at night")
    await studio.until(lambda: create.preview.image.pixelColor(5, 5) != before)


async def test_create_makes_one_step_and_selects_the_clip(studio):
    before = studio.steps()
    clip = await studio.shot("a car in the city")
    assert studio.steps() == before + 1
    assert studio.session.selection == (clip.id,)
    assert studio.session.project.shots[0].request.prompt == "a car in the city"


async def test_next_shot_follows_the_first(studio):
    first = await studio.shot()
    second = await studio.shot("rain")
    assert second.start == first.span.stop
    assert studio.session.playhead == second.start


async def test_first_shot_gives_the_film_its_shape(studio):
    create = studio.window.create
    studio.hand.click(create.shape, create.shape.box("9:16").center())
    await studio.shot()
    sequence = studio.session.project.sequence
    assert (sequence.width, sequence.height) == SHAPES["9:16"]


async def test_length_is_dragged(studio):
    number = studio.window.create.seconds
    middle = QPointF(number.rect().center())
    studio.hand.drag(number, middle, middle - QPointF(16, 0))
    clip = await studio.shot()
    assert clip.retime.length == round(number.value * 24) < 240


async def test_without_a_prompt_nothing_is_created(studio):
    create = studio.window.create
    assert not create.button.isEnabled()
    studio.hand.key(create.prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await studio.settle()
    assert studio.session.project.sequence.frames == 0


async def test_dropped_picture_goes_with_the_prompt(studio):
    create = studio.window.create
    logo = studio.picture()
    studio.hand.carry(create.references, [logo], QPointF(10, 10)).drop()
    await studio.until(lambda: len(create.references.references()) == 1)
    await studio.shot()
    (reference,) = studio.session.project.shots[0].request.references
    assert (reference.role, reference.media.path) == ("logo", str(logo))


async def test_locked_seed_stays_and_free_seed_changes(studio):
    seed = studio.window.create.seed
    studio.hand.click(seed.lock)
    await studio.shot()
    assert seed.seed == 1
    studio.hand.click(seed.lock)
    await studio.shot()
    first, second = (shot.request.seed for shot in studio.session.project.shots)
    assert first == second == 1
    assert seed.seed != 1


async def test_arabic_prompt_is_kept_as_typed(studio):
    create = studio.window.create
    studio.hand.type(create.prompt, "قارب في البحر")
    await studio.settle()
    assert create.request().prompt == "قارب في البحر"
    assert create.prompt.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft


async def test_an_example_makes_a_film_in_one_click_and_plays_it(studio):
    from ui.widgets.button import TextButton

    empty = studio.window.viewer.empty
    assert empty.isVisible()
    card = next(c for c in empty.findChildren(TextButton) if c.accessibleName())
    studio.hand.click(card)
    await studio.settle()
    assert studio.session.project.sequence.frames == 240
    assert studio.engine.screen.playing
    assert not empty.isVisible()


async def test_arabic_begins_at_the_right_and_latin_at_the_left(studio):
    create = studio.window.create
    document = create.prompt.document()
    studio.hand.type(create.prompt, "قارب")
    assert document.defaultTextOption().alignment() == Qt.AlignmentFlag.AlignRight
    create.prompt.selectAll()
    studio.hand.type(create.prompt, "boat")
    assert document.defaultTextOption().alignment() == Qt.AlignmentFlag.AlignLeft
