"""The program behind the command line: from words to an exit status."""

import asyncio
import signal
import sys
import traceback
from argparse import Namespace
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from app.command_line.bad_input import BadInput, PartlyDone, one_sentence
from app.command_line.clip_command import clip
from app.command_line.conform_command import conform
from app.command_line.create_command import create
from app.command_line.doctor_command import doctor
from app.command_line.models_command import models
from app.command_line.parser import parse
from app.command_line.progress_meter import Meter
from app.command_line.render_command import render
from app.command_line.target import readable
from app.command_line.test import run_tests
from app.errors import FileRefused, trouble_of
from app.project_file import SUFFIX
from engine.contract.engine import Engine
from engine.contract.events import EngineFault

FINE, FAILED, BAD, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143
BLAMES_INPUT = (
    "media_missing", "media_unreadable", "media_unsupported", "media_too_large", "not_writable",
    "model_missing", "model_unknown", "model_pickled", "model_unfit",
    "model_runs_code",
)  # fmt: skip

Command = Callable[[Namespace, Engine, Meter], Awaitable[str]]
COMMANDS: dict[str, Command] = {
    "create": create,
    "clip": clip,
    "render": render,
    "conform": conform,
    "models": models,
    "doctor": doctor,
}


def carry_out(
    arguments: Sequence[str],
    make_engine: Callable[[], Engine],
    open_studio: Callable[[Path | None], int],
) -> int:
    """Do what the words ask; the exit status.

    0 when it is done, 2 with one sentence on bad input, 1 when the work failed, 130 on Ctrl+C.
    """
    if arguments[:1] == ["test"]:
        return run_tests(arguments[1:])
    meter = Meter()
    try:
        if len(arguments) == 1 and arguments[0].endswith(SUFFIX):
            return open_studio(readable(arguments[0]))
        order = parse(arguments)
        if order.command is None:
            return open_studio(None)
        answer = asyncio.run(_obey(order, make_engine, meter))
    except BadInput as error:
        return _give_up(meter, str(error), BAD)
    except (EngineFault, FileRefused) as error:
        return _give_up(meter, one_sentence(trouble_of(error)), _status(error), _detail(error))
    except KeyboardInterrupt:
        return _give_up(meter, meter.stopped, INTERRUPTED)
    except asyncio.CancelledError:
        return _give_up(meter, meter.stopped, TERMINATED)
    except PartlyDone as partly:
        print(partly.answer)
        return _give_up(meter, str(partly), FAILED)
    except Exception as error:
        return _give_up(meter, one_sentence(trouble_of(error)), FAILED, traceback.format_exc())
    meter.clear()
    if answer:
        print(answer)
    return FINE


async def _obey(order: Namespace, make_engine: Callable[[], Engine], meter: Meter) -> str:
    _stop_on_terminate()
    engine = make_engine()
    try:
        return await COMMANDS[order.command](order, engine, meter)
    finally:
        await engine.close()


def _stop_on_terminate() -> None:
    """Let a polite end from outside cancel the work, as Ctrl+C does."""
    task = asyncio.current_task()
    if task is not None and sys.platform != "win32":
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


def _status(error: EngineFault | FileRefused) -> int:
    if isinstance(error, EngineFault) and error.reason not in BLAMES_INPUT:
        return FAILED
    return BAD


def _detail(error: EngineFault | FileRefused) -> str:
    """What an expert wants to know of a failure that isn't the input's fault."""
    return error.detail if _status(error) == FAILED else ""


def _give_up(meter: Meter, sentence: str, status: int, detail: str = "") -> int:
    meter.clear()
    print(sentence, file=sys.stderr)
    if detail:
        print(detail, file=sys.stderr)
    return status
