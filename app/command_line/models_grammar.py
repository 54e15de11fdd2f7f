"""The words of models: which there are, getting one, adding one from a disk, checking them."""

from typing import Any


def add_models(commands: Any) -> None:
    """Let the parser understand models."""
    models = commands.add_parser(
        "models", help="list, get, add and check the models that shots can be made with",
        description="The models that shots can be made with instead of drafts. None comes with "
        "Laqta: each is got from where it was published, or added from a disk.", allow_abbrev=False,
    )  # fmt: skip
    actions = models.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)

    def action(name: str, words: str) -> Any:
        one = actions.add_parser(
            name, help=words, description=f"{words[:1].upper()}{words[1:]}.", allow_abbrev=False
        )
        one.add_argument("--json", action="store_true", help="answer in JSON")
        return one.add_argument

    action("list", "name every model, whether it is here (✓), and what it may be used for")
    get = action("get", "download a model, going on where an earlier try stopped")
    get("id", metavar="ID", help="as 'models list' names it")
    get("--accept-licence", action="store_true", dest="accepted",
        help="agree to what the licence forbids, which is shown without this")  # fmt: skip
    get("--to", metavar="FOLDER", dest="into",
        help="a folder on any drive to hold it; later downloads look there too")  # fmt: skip
    add = action("add", "use a model that lies on a disk; it stays where it is")
    add("path", metavar="PATH", help="a folder in diffusers' layout, or a .safetensors or .gguf "
        "file; pickled weights (.bin, .ckpt, .pt) are refused")  # fmt: skip
    check = action("check", "read every file of the models that are here again")
    check("id", metavar="ID", nargs="?", help="only this one")
