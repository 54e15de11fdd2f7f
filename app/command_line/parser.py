"""The command line's grammar: which words there are, and what each becomes."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from app.command_line import quantities
from app.command_line.bad_input import BadInput
from app.command_line.create_grammar import LOOKS, add_create, add_run
from app.command_line.models_grammar import add_models
from app.command_line.steps import (
    MOST_PLAYS,
    Cut,
    Freeze,
    Loop,
    Ramp,
    Reverse,
    Speed,
    Step,
    Trim,
    Verb,
)

PROGRAM = "python3 main.py"
USUAL_PLAYS = 2

CLIP_RULE = """\
Steps apply one after the other, in the order given here. Frames are whole frames at the input's
own rate, counted from 0 in the clip as the steps before have left it; in A:B frame A is inside and
frame B is not, and either may be left out. So "--trim 24:144 --speed 2 --loop pingpong:2" keeps
120 frames, plays them in 60, then there and back in 120.

Which frames come out: every frame shows the input at the earliest moment that it covers. At
double speed these are frames 0, 2, 4, ... of the clip; at half speed each shows twice; played
backwards they are exactly the same frames in reverse order. A length that isn't whole is rounded
down. A loop of N plays the clip N times in all (2 if N isn't given); with pingpong every second
time runs backwards, so the frame at a turn shows twice. A freeze adds its frames to the one it
holds. A ramp's seconds count from the clip's start, and speed changes evenly from one to the next.

The sound follows the same map to a sample, its pitch too unless --keep-pitch is given; a frozen
frame is silent. Looks change the clip alone: logos and titles lie above it and keep their colours.
With another --size the whole picture is fitted into it; with another --fps the length stays.
"""


class Parser(argparse.ArgumentParser):
    """A parser that says one sentence when it doesn't understand."""

    def error(self, message: str) -> NoReturn:
        """Raise BadInput instead of printing the usage."""
        raise BadInput(f"{_plain(message)}; see '{self.prog} --help'.")


class Then(argparse.Action):
    """Adds a step behind the ones already given."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        """Keep the step together with its words."""
        option = option_string or ""
        verb, text = (Reverse(), "") if self.nargs == 0 else values
        step = Step(verb, f"{option} {text}".strip())
        namespace.steps = (*namespace.steps, step)


def make_parser() -> Parser:
    """The whole grammar."""
    parser = Parser(
        prog=PROGRAM,
        description="Laqta makes films from words. Without a command its studio opens, with the "
        "project FILM.laqta where only that is given.",
        epilog="Results go to standard output, everything else to standard error. Each command "
        f"explains itself: {PROGRAM} clip --help",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    add_create(commands)
    _add_clip(commands)
    _add_render(commands)
    _add_conform(commands)
    add_models(commands)
    doctor = commands.add_parser(
        "doctor", help="what this machine has, what is missing, and what to do", allow_abbrev=False
    )
    doctor.add_argument("--json", action="store_true", help="answer in JSON")
    commands.add_parser("test", help="run the tests; arguments go to pytest", add_help=False)
    return parser


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The order that these words give. Raises BadInput; --help ends the program."""
    return make_parser().parse_args(list(arguments))


def _add_clip(commands: Any) -> None:
    clip = commands.add_parser(
        "clip", help="trim, cut, retime, loop, restyle and brand a film",
        description="Trim, cut, retime, loop, restyle and brand a film.", epilog=CLIP_RULE,
        formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False,
    )  # fmt: skip
    clip.set_defaults(steps=())
    clip.add_argument("input", metavar="IN", help="a film")
    _add_output(clip)
    _add_steps(clip.add_argument_group("steps, done in the order given"))
    _add_dressing(clip.add_argument_group("the result as a whole"))


def _add_steps(group: Any) -> None:
    def step(option: str, reader: Callable[[str], Verb], metavar: str, words: str) -> None:
        group.add_argument(
            option, action=Then, type=_named(reader), dest="steps", metavar=metavar, help=words
        )

    step("--trim", lambda text: Trim(quantities.frames(text)), "A:B", "keep only frames A to B")
    step("--cut", lambda text: Cut(quantities.frames(text)), "A:B", "take frames A to B out")
    step("--speed", lambda text: Speed(quantities.number(text)), "S", "S times as fast, 0.05 to 20")
    step("--ramp", lambda text: Ramp(quantities.speed_keys(text)), "T:S,...",
         "speed S at second T, such as 0:1,2:0.25,4:1")  # fmt: skip
    group.add_argument("--reverse", action=Then, nargs=0, dest="steps", help="play backwards")
    step("--freeze", lambda text: Freeze(*quantities.pair(text)), "F:N",
         "hold frame F for N frames more")  # fmt: skip
    step("--loop", _loop, "MODE[:N]", "repeat or pingpong, N times in all (2)")


def _add_dressing(group: Any) -> None:
    add = group.add_argument
    add("--look", type=quantities.look, action="append", default=[], metavar="NAME", help=LOOKS)
    add("--logo", type=quantities.logo, action="append", default=[], metavar="FILE[@CORNER]",
        help=f"{', '.join(quantities.CORNERS)} (bottom-right)")  # fmt: skip
    add("--title", type=quantities.title, action="append", default=[], metavar="TEXT[@LEVEL]",
        help=f"{', '.join(quantities.LEVELS)} (bottom)")  # fmt: skip
    add("--size", type=quantities.size, metavar="WxH", help="in pixels (the input's)")
    add("--fps", type=quantities.rate, metavar="R", help="frames a second (the input's)")
    add("--keep-pitch", action="store_true", help="leave the sound's pitch alone at other speeds")


def _add_render(commands: Any) -> None:
    render = commands.add_parser(
        "render", help="export a project", description="Export a project.", allow_abbrev=False
    )
    render.add_argument("project", metavar="PROJECT", help="a .laqta file")
    _add_output(render)
    render.add_argument("--from", type=quantities.whole, dest="start", metavar="F",
                        help="first frame (0)")  # fmt: skip
    render.add_argument("--to", type=quantities.whole, dest="stop", metavar="F",
                        help="the frame after the last (the film's end)")  # fmt: skip


def _add_conform(commands: Any) -> None:
    conform = commands.add_parser(
        "conform", help="make a project's shots with a model, its edit as it is",
        description="Make the shots of a project with a model. Every trim, speed, look, title and "
        "transition stays; undo in the studio brings the drafts back.", allow_abbrev=False,
    )  # fmt: skip
    add = conform.add_argument
    add("project", metavar="PROJECT", help="a .laqta file that is not open in the studio")
    add("--model", required=True, metavar="ID", help="who makes them, as 'models list' names it")
    add("--shots", type=quantities.names, metavar="all|ID,...",
        help="which shots (all that the film shows and that aren't made so already)")  # fmt: skip
    add_run(add)
    add("--keep-framing", action="store_true", dest="framing",
        help="let the drafts steer the pictures, or let them start from them")  # fmt: skip
    add("--json", action="store_true", help="answer in JSON")


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="OUT",
        help="the film to write: .mp4 (H.264), .webm (VP9), .mov (ProRes) or .gif (silent)",
    )
    command.add_argument("--json", action="store_true", help="answer in JSON")


def _named(reader: Callable[[str], Verb]) -> Callable[[str], tuple[Verb, str]]:
    """The reader's verb together with the text it was read from."""

    def read(text: str) -> tuple[Verb, str]:
        return reader(text), text

    return read


def _loop(text: str) -> Loop:
    mode, colon, plays = text.partition(":")
    if mode not in ("repeat", "pingpong"):
        raise argparse.ArgumentTypeError(f"'{text}' is not repeat or pingpong")
    count = quantities.whole(plays) if colon else USUAL_PLAYS
    if not 1 <= count <= MOST_PLAYS:
        raise argparse.ArgumentTypeError(f"a clip plays 1 to {MOST_PLAYS} times, not {count}")
    return Loop(mode == "pingpong", count)


def _plain(message: str) -> str:
    """argparse's words without its grammar."""
    if unknown := re.match(
        r"argument (COMMAND|ACTION): invalid choice: ('.*?') \(choose from (.*)\)", message
    ):
        names = unknown[3].replace("'", "")
        return f"There is no {unknown[1].lower()} {unknown[2]}, there are {names}"
    if missing := re.match(r"the following arguments are required: (.*)", message):
        return f"This is missing: {missing[1]}"
    if unread := re.match(r"unrecognized arguments: (.*)", message):
        return f"'{unread[1]}' is not understood"
    return message.removeprefix("argument ")
