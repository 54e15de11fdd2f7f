"""create --batch and --variations: many shots, from a table, a storyboard or several seeds."""

import csv
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.command_line import quantities
from app.command_line.bad_input import BadInput
from app.command_line.target import readable

READERS: dict[str, Callable[[str], Any]] = {
    "prompt": str,
    "seconds": quantities.number,
    "size": quantities.size,
    "fps": quantities.rate,
    "seed": quantities.seed,
    "model": str,
}
STORYBOARD = ".txt"


def orders_in(order: Namespace) -> list[Namespace]:
    """An order for every row or variation; what a row leaves empty is as the command line says.

    Raises BadInput, which names the line.
    """
    folder = Path(order.output)
    if folder.is_file():
        raise BadInput(f"{folder} is a file; give a folder for the films.")
    usual = {**vars(order), "batch": None, "variations": None}
    return [
        Namespace(**{**usual, **cells, "output": str(folder / f"{number:03d}.mp4")})
        for number, cells in enumerate(_variations(order) if order.variations else _read(order), 1)
    ]


@contextmanager
def folder_for(text: str) -> Generator[None, None, None]:
    """A folder for the films, made where it isn't there, taken away again where anything is raised.

    Raises BadInput.
    """
    folder = Path(text)
    was_there = folder.is_dir()
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise BadInput(f"The folder {text} can't be made: {error.strerror}.") from error
    try:
        yield
    except BaseException:
        if not was_there:
            folder.rmdir()
        raise


def _variations(order: Namespace) -> list[dict[str, Any]]:
    """The seed that was given, and the next ones."""
    if not (order.prompt or "").strip():
        raise BadInput("There is no prompt to vary; say in a few words what to show.")
    seeds = (order.seed + number for number in range(order.variations))
    return [{"seed": seed % (quantities.MAX_SEED + 1)} for seed in seeds]


def _read(order: Namespace) -> list[dict[str, Any]]:
    if order.prompt is not None:
        raise BadInput("--batch takes the prompts from the file; leave the other one away.")
    path = readable(order.batch)
    read = _storyboard if path.suffix.lower() == STORYBOARD else _rows
    rows = read(path, order.batch)
    if not 1 <= len(rows) <= quantities.MOST_FILMS:
        raise BadInput(f"{order.batch} has {len(rows)} rows; give 1 to {quantities.MOST_FILMS}.")
    return rows


def _storyboard(path: Path, name: str) -> list[dict[str, Any]]:
    """A shot from every line that isn't empty."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise BadInput(f"{name} is not a text in UTF-8: {error}.") from error
    return [{"prompt": line.strip()} for line in lines if line.strip()]


def _rows(table: Path, name: str) -> list[dict[str, Any]]:
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True, skipinitialspace=True)
            _check_columns(reader.fieldnames or (), name)
            return [_cells(row, f"Line {reader.line_num} of {name}") for row in reader]
    except (csv.Error, UnicodeDecodeError) as error:
        raise BadInput(f"{name} is not a table in UTF-8 with commas: {error}.") from error


def _check_columns(columns: Any, name: str) -> None:
    for column in columns:
        if column not in READERS:
            known = ", ".join(READERS)
            raise BadInput(f"{name} has a column '{column}'; there are {known}.")
    if "prompt" not in columns:
        raise BadInput(f"{name} has no column 'prompt'; name the columns in its first line.")


def _cells(row: dict[Any, Any], where: str) -> dict[str, Any]:
    """The row's values; those left empty are not among them."""
    if None in row:
        raise BadInput(f"{where} has more cells than columns; put quotes around commas.")
    cells: dict[str, Any] = {}
    for column, text in row.items():
        if not (text or "").strip():
            continue
        try:
            cells[column] = READERS[column](text.strip())
        except ArgumentTypeError as error:
            raise BadInput(f"{where}: {error}; change its {column}.") from error
    if "prompt" not in cells:
        raise BadInput(f"{where} has no prompt; say in a few words what to show.")
    return cells
