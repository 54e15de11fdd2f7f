"""The model that a command names, its letters in any case; where there is none, what is nearest."""

from collections.abc import Sequence
from difflib import get_close_matches

from app.command_line.bad_input import BadInput
from app.model_shelf import of_id
from engine.contract.engine import Engine
from engine.contract.models import Model, Weights

AS_NEAR = 0.5


async def named_model(engine: Engine, model_id: str) -> Model:
    """The model of this id. Raises BadInput, which names the nearest."""
    models = await engine.models.all()
    if found := of_id(models, model_id):
        return found
    near = near_ids(models, model_id)
    known = f"there is {' and '.join(near)}" if near else "'models list' names them all"
    raise BadInput(f"There is no model {model_id}; {known}.")


async def model_at_hand(engine: Engine, model_id: str) -> tuple[Model, Weights]:
    """The model of this id, and its weights. Raises BadInput, which says how to get them."""
    model = await named_model(engine, model_id)
    if model.weights is None:
        raise BadInput(absence(model))
    return model, model.weights


def absence(model: Model) -> str:
    """Why a model's weights aren't here, and what to do; one that has no repository was added."""
    if model.repository:
        return (
            f"{model.name} is not on this machine; bring it with 'models get {model.id}', or a "
            "copy that lies on a disk with 'models add'."
        )
    return (
        f"{model.name} was added from a disk and is not whole there any more; 'models check "
        f"{model.id}' says what is wrong, and 'models add' takes in a whole copy."
    )


def near_ids(models: Sequence[Model], model_id: str) -> list[str]:
    """Up to three ids that look like this one, the nearest first."""
    ids = {model.id.casefold(): model.id for model in models}
    return [ids[each] for each in get_close_matches(model_id.casefold(), ids, 3, AS_NEAR)]
