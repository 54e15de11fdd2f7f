"""The field for a strength is there only where it does something."""

from msgspec.structs import replace


async def test_a_model_that_heeds_no_strength_is_asked_for_none(studio):
    window, known = studio.window, studio.engine.models.known
    run = window.create.final.run
    studio.hand.click(window.create.maker, window.create.maker.box("final").center())
    await studio.until(lambda: run.ready)
    assert run.freedom.isVisible()
    model = known[run.model]
    known[run.model] = replace(model, ability=replace(model.ability, heeds_strength=("video",)))
    run.hide()
    run.show()
    await studio.until(lambda: not run.freedom.isVisible())
    assert run.framed.isEnabled()
