"""The viewer: its pictures, its handles, and files dropped on it."""

from PySide6.QtCore import QPointF, Qt


async def with_logo(studio):
    await studio.shot()
    screen = studio.window.viewer.screen
    frame = screen.frame()
    at = frame.topLeft() + QPointF(frame.width() * 0.7, frame.height() * 0.25)
    studio.hand.carry(screen, [studio.picture()], at).drop()
    await studio.until(lambda: len(studio.clips(1)) == 1)
    return studio.clips(1)[0]


def centre(studio, clip):
    frame = studio.window.viewer.screen.frame()
    x, y = clip.transform.x * frame.width(), clip.transform.y * frame.height()
    return frame.topLeft() + QPointF(x, y)


async def test_dropped_picture_becomes_a_logo_at_that_point(studio):
    logo = await with_logo(studio)
    assert abs(logo.transform.x - 0.7) < 0.01
    assert abs(logo.transform.y - 0.25) < 0.01
    assert not logo.transform.fill
    assert studio.session.selection == (logo.id,)
    assert studio.clips()[0].span == logo.span


async def test_logo_is_dragged_as_one_step(studio):
    logo = await with_logo(studio)
    before, screen = studio.steps(), studio.window.viewer.screen
    start = centre(studio, logo)
    studio.hand.drag(screen, start, start + QPointF(-80, 60), Qt.KeyboardModifier.AltModifier)
    moved = studio.clips(1)[0].transform
    frame = screen.frame()
    assert abs(moved.x - (logo.transform.x - 80 / frame.width())) < 0.002
    assert abs(moved.y - (logo.transform.y + 60 / frame.height())) < 0.002
    assert studio.steps() == before + 1


async def test_logo_snaps_to_the_middle(studio):
    logo = await with_logo(studio)
    screen = studio.window.viewer.screen
    start, middle = centre(studio, logo), screen.frame().center()
    studio.hand.drag(screen, start, QPointF(middle.x() + 4, start.y()))
    assert studio.clips(1)[0].transform.x == 0.5


async def test_corner_scales(studio):
    from ui.viewer.frame_place import content_size, placed

    logo = await with_logo(studio)
    screen = studio.window.viewer.screen
    frame = screen.frame()
    box = placed(content_size(studio.session.shown, logo, frame.size()), logo.transform, frame)
    outwards = box.bottomRight() + (box.bottomRight() - box.center())
    studio.hand.drag(screen, box.bottomRight(), outwards)
    assert abs(studio.clips(1)[0].transform.scale - 2 * logo.transform.scale) < 0.01


async def test_escape_puts_the_logo_back(studio):
    logo = await with_logo(studio)
    screen = studio.window.viewer.screen
    start = centre(studio, logo)
    studio.hand.hold(screen, start, start + QPointF(-80, 60))
    assert studio.session.shown is not studio.session.project
    studio.hand.key(screen, Qt.Key.Key_Escape)
    studio.hand.release(screen, start)
    assert studio.session.shown is studio.session.project
    assert studio.clips(1)[0].transform == logo.transform


async def test_click_beside_everything_selects_nothing(studio):
    await with_logo(studio)
    screen = studio.window.viewer.screen
    studio.hand.click(screen, screen.frame().bottomLeft() + QPointF(20, -20))
    assert studio.session.selection == ()


async def test_every_picture_goes_back_to_the_engine(studio):
    await studio.shot()
    for frame in range(5):
        studio.window.desk.transport.go(frame)
        await studio.settle()
    pictures = studio.engine.screen.pictures
    assert len(pictures) > 4
    assert [p.released for p in pictures[:-1]] == [1] * (len(pictures) - 1)
    assert pictures[-1].released == 0
    studio.window.close()
    assert pictures[-1].released == 1


async def test_picture_is_asked_for_in_the_pixels_it_takes(studio):
    await studio.shot()
    studio.window.desk.transport.go(3)
    await studio.settle()
    frame = studio.window.viewer.screen.frame()
    picture = studio.engine.screen.pictures[-1]
    assert (picture.width, picture.height) == (round(frame.width()), round(frame.height()))
    assert picture.frame == 3


async def test_actual_size_asks_for_the_films_own_pixels(studio):
    await studio.shot()
    studio.window.viewer.screen.set_actual(True)
    await studio.settle()
    picture = studio.engine.screen.pictures[-1]
    assert (picture.width, picture.height) == (1920, 1080)


async def test_failing_screen_is_told_and_the_window_goes_on(studio):
    from engine.contract.events import Failed

    await studio.shot()
    studio.engine.screen.fail_next = Failed("engine_died")
    studio.window.desk.transport.go(5)
    await studio.until(lambda: bool(studio.troubles))
    assert studio.window.notice.isVisible()
    studio.window.desk.transport.go(6)
    await studio.settle()
    assert studio.engine.screen.pictures[-1].frame == 6
