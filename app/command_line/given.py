"""Which words of an order were said, as against left as they usually are."""

from argparse import Namespace

from app.command_line.parser import parse


def given(order: Namespace) -> set[str]:
    """The names of create's options that are not as they would be by themselves."""
    usual = vars(parse(["create", "-o", ""]))
    return {name for name, value in vars(order).items() if value != usual[name]}
