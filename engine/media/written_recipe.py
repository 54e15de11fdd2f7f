"""A take's recipe, written into its film as the comment that players show."""

import msgspec

from engine.contract.shot import Recipe
from engine.contract.wire import decode, encode
from engine.media.opening import open_media


def comment_of(recipe: Recipe) -> str:
    """The recipe as it stands in a film: JSON, equal for equal recipes."""
    return encode(recipe).decode()


def recipe_in(path: str) -> Recipe | None:
    """The recipe that a film carries, None where it has none.

    Raises EngineFault media_missing or media_unreadable.
    """
    with open_media(path) as container:
        comment = container.metadata.get("comment", "")
    try:
        return decode(comment, Recipe)
    except (msgspec.DecodeError, ValueError):
        return None
