"""The words of create: a shot from a prompt, a take made again, or many shots from a table."""

from fractions import Fraction
from typing import Any

from app.command_line import quantities
from engine.contract.looks import LOOK_NAMES
from engine.contract.time import Rate

LOOKS = f"{', '.join(LOOK_NAMES)}; a strength from 0 to 1 may follow: {LOOK_NAMES[0]}:0.5"
DRAFTS = "animatic"


def add_create(commands: Any) -> None:
    """Let the parser understand create."""
    create = commands.add_parser(
        "create", help="make a shot from a prompt", allow_abbrev=False,
        description="Make a shot from a prompt, as a draft or with a model; or many shots at once.",
    )  # fmt: skip
    create.add_argument("prompt", metavar="PROMPT", nargs="?",
                        help="what to show, in English or Arabic")  # fmt: skip
    _add_output(create)
    _add_shot(create.add_argument)
    _add_model(
        create.add_argument_group(
            "with a model instead of a draft",
            "Size, length and rate become the nearest that it can make; each change is said.",
        )
    )
    _add_references(create.add_argument_group("pictures and films to go by"))


def add_run(add: Any) -> None:
    """How a model is run, for every command that runs one."""
    add("--profile", choices=("fast", "quality"), default="quality",
        help="which of the model's ways to take (quality); with some models fast also "
        "leaves out steps that change little")  # fmt: skip
    add("--strength", type=quantities.strength, default=0.6, metavar="S",
        help="how far the pictures may leave what they start from, 0 to 1 (0.6)")  # fmt: skip


def _add_output(create: Any) -> None:
    create.add_argument("-o", "--output", required=True, metavar="OUT",
        help="the film to write: .mp4 (H.264), .webm (VP9), .mov (ProRes) or .gif (silent); "
        ".mp4 alone with a model; with --batch and --variations a folder")  # fmt: skip
    create.add_argument("--json", action="store_true", help="answer in JSON")
    _add_instead(create.add_mutually_exclusive_group())


def _add_instead(instead: Any) -> None:
    instead.add_argument("--again", metavar="FILE", help="make the take that this MP4 holds once "
                         "more, by the recipe in it")  # fmt: skip
    instead.add_argument("--batch", metavar="FILE", help="make a shot from every line of a "
        "storyboard (.txt), or from every row of a table (.csv) with the columns prompt, seconds, "
        "size, fps, seed and model, all but the first optional: 001.mp4, 002.mp4, ... in the "
        "folder OUT")  # fmt: skip
    instead.add_argument("--variations", type=quantities.count, metavar="N",
        help="make the shot N times, from its seed and the next ones: 001.mp4, 002.mp4, ... in "
        "the folder OUT")  # fmt: skip


def _add_shot(add: Any) -> None:
    add("--seconds", type=quantities.number, default=Fraction(10), metavar="S",
        help="length, up to 60 (10)")  # fmt: skip
    add("--size", type=quantities.size, default=quantities.Size(1920, 1080), metavar="WxH",
        help="in pixels (1920x1080)")  # fmt: skip
    add("--fps", type=quantities.rate, default=Rate(24), metavar="R",
        help="frames a second, 12 to 60 (24)")  # fmt: skip
    add("--seed", type=quantities.seed, default=1, metavar="N",
        help="another number draws the same words another way (1)")  # fmt: skip
    add("--loop", action="store_true", help="let the sound's end run into its start")
    add("--look", type=quantities.look, action="append", default=[], metavar="NAME", help=LOOKS)


def _add_model(group: Any) -> None:
    group.add_argument("--model", default=DRAFTS, metavar="ID",
                       help=f"who makes it, as 'models list' names it ({DRAFTS})")  # fmt: skip
    add_run(group.add_argument)
    group.add_argument("--framing", action="store_true",
                       help="let the draft steer the pictures, or start them")  # fmt: skip


def _add_references(group: Any) -> None:
    def add(to: Any, *options: str, words: str) -> None:
        to.add_argument(*options, metavar="FILE", help=words)

    add(group, "--logo", words="a logo that something in the prompt carries: a flag, sail, "
        "billboard, screen, sign, balloon or shirt; else it stands, floats in the sky or lies on "
        "the road as the prompt says, or is laid over a corner")  # fmt: skip
    add(group, "--subject", words="a photo of the main subject; without its background, by its "
        "transparency if it has any")  # fmt: skip
    backdrop = group.add_mutually_exclusive_group()
    add(backdrop, "--image", "--backdrop", words="a photo that the shot plays in front of, near "
        "parts moving more than far ones")  # fmt: skip
    add(backdrop, "--video", words="a film that the shot plays in front of, without its sound; a "
        "shorter one starts again; a model goes by it")  # fmt: skip
    add(group, "--palette", words="a photo whose colours the shot takes")
    add(group, "--first", words="a picture that the shot starts from, exactly")
    add(group, "--last", words="a picture that the shot ends on, exactly")
    add(group, "--extend", words="a film that a model goes on from")
    add(group, "--inpaint", words="a picture or film whose see-through part a model makes anew")
