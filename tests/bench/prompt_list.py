"""Lists of prompts: lines of id, size, seconds and prompt between tabs; # begins a remark."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from engine.contract.shot import ShotRequest

GALLERY = Path(__file__).with_name("gallery_prompts.tsv")


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list."""

    name: str
    width: int
    height: int
    seconds: Fraction
    prompt: str

    def request(self) -> ShotRequest:
        """The shot that the line asks for."""
        return ShotRequest(self.prompt, self.seconds, self.width, self.height)


def prompts_in(path: Path) -> list[Listed]:
    """Every prompt of a list."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_listed(line) for line in lines if line.strip() and not line.startswith("#")]


def _listed(line: str) -> Listed:
    name, size, seconds, prompt = line.split("\t")
    width, height = map(int, size.split("x"))
    return Listed(name, width, height, Fraction(seconds), prompt.strip())
