"""From typing to a shot on the timeline."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMenu

from ui.create.reference_chip import role_names
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


async def test_a_picture_dropped_anywhere_on_the_panel_is_a_reference(studio):
    create = studio.window.create
    carried = studio.hand.carry(create, [studio.picture("photo.png")], QPointF(10, 10))
    assert create.references.add.isDown(), "the place where it would go is shown"
    carried.drop()
    assert not create.references.add.isDown()
    await studio.until(lambda: len(create.references.chips()) == 1)


async def test_a_role_is_chosen_from_the_menu_of_its_chip(studio):
    create = studio.window.create
    create.references.take([studio.picture()])
    await studio.until(lambda: create.references.chips())
    (chip,) = create.references.chips()
    studio.hand.click(chip)
    menu = chip.findChild(QMenu)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == [
        "Logo", "Subject", "Backdrop", "Palette", "First frame", "Last frame", "Fill", "Remove",
    ]  # fmt: skip
    studio.hand.click(menu, QPointF(menu.actionGeometry(menu.actions()[3]).center()))
    assert [each.role for each in create.references.references()] == ["palette"]
    assert "colours" in chip.accessibleDescription()


async def test_delete_on_a_chip_takes_the_file_away_and_no_clip(studio):
    create = studio.window.create
    studio.hand.type(create.prompt, "a calm sea")
    create.create_shot()
    assert studio.session.selection
    before = studio.session.project
    create.references.take([studio.picture()])
    await studio.until(lambda: create.references.chips())
    studio.hand.key(create.references.chips()[0], Qt.Key.Key_Delete)
    assert create.references.chips() == [] and studio.session.project == before


async def test_a_role_has_one_player_and_the_other_takes_what_is_free(studio):
    create = studio.window.create
    create.references.take([studio.picture("logo.png"), studio.picture("photo.png")])
    await studio.until(lambda: len(create.references.chips()) == 2)
    one, other = create.references.chips()
    assert (one.role, other.role) == ("logo", "backdrop")
    other.role_picked.emit("logo")
    assert (one.role, other.role) == ("backdrop", "logo")


async def test_a_film_takes_the_backdrop_over_from_a_picture(studio):
    create = studio.window.create
    for path in (studio.picture("logo.png"), studio.picture("photo.png"), studio.film()):
        count = len(create.references.chips())
        create.references.take([path])
        await studio.until(lambda count=count: len(create.references.chips()) > count)
    logo, photo, film = create.references.chips()
    assert list(role_names(film.facts)) == ["backdrop", "palette", "before"]
    assert (logo.role, photo.role, film.role) == ("logo", "subject", "backdrop")


async def test_stills_at_the_ends_show_start_middle_and_end(studio):
    create = studio.window.create
    studio.hand.type(create.prompt, "sea")
    create.references.take([studio.picture()])
    await studio.until(lambda: create.references.chips() and len(create.preview.images) == 1)
    create.references.chips()[0].role_picked.emit("last_frame")
    await studio.until(lambda: len(create.preview.images) == 3)


async def test_every_style_and_move_of_the_engine_is_offered_and_goes_to_it(studio):
    create, known = studio.window.create, studio.engine.choices()
    for picker, choices in ((create.camera, known.cameras), (create.style_choice, known.styles)):
        studio.hand.click(picker)
        offered = [tile.value for tile in picker.tiles.shown()]
        assert offered == ["", *(choice.name for choice in choices)]
        studio.hand.key(picker.tiles.search, Qt.Key.Key_Escape)
        assert picker.tiles is None
    studio.hand.click(create.style_choice)
    studio.hand.click(create.style_choice.tiles.shown()[2])
    await studio.shot()
    assert studio.session.project.shots[0].request.style == known.styles[1].name


async def test_searching_narrows_the_tiles_and_enter_picks_the_first(studio):
    create = studio.window.create
    studio.hand.click(create.camera)
    search = create.camera.tiles.search
    studio.hand.type(search, "push")
    assert [tile.value for tile in create.camera.tiles.shown()] == ["push_in"]
    studio.hand.key(search, Qt.Key.Key_Return)
    assert create.camera.value == "push_in" and create.camera.tiles is None


async def test_tiles_are_reached_by_arrow_keys(studio):
    create = studio.window.create
    studio.hand.click(create.camera)
    tiles = create.camera.tiles.shown()
    studio.hand.key(create.camera.tiles.search, Qt.Key.Key_Down)
    studio.hand.key(tiles[0], Qt.Key.Key_Right)
    studio.hand.key(tiles[1], Qt.Key.Key_Return)
    assert create.camera.value == tiles[1].value


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
