"""What a job is, and how it stands, in words."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.jobs import Interrupted, Job, JobQueue, Waiting
from app.work import Download, Export, NewTake
from engine.contract.events import Cancelled, Done, Failed, Progress
from engine.contract.making import Made, MakeProgress, Stage
from engine.contract.models import Model
from ui.exporting.size_estimate import size_text
from ui.models.model_words import duration_text
from ui.notes import note_text
from ui.takes.take_names import model_name
from ui.wording import figures, sentences


def title_of(job: Job, models: tuple[Model, ...]) -> str:
    """The film's file, the shot's prompt, or the model."""
    match job.work:
        case Export(_, delivery):
            return Path(delivery.path).name
        case NewTake(request=request):
            return request.prompt.replace("\n", " ")
        case Download(model, name):
            return name or model_name(model, models)


def kind_of(job: Job, models: tuple[Model, ...]) -> str:
    """What kind of work it is, and with which model."""
    match job.work:
        case Export():
            return _tr("Export")
        case NewTake(request=request, profile=profile, framing=framing):
            words = [_tr("Fast") if profile == "fast" else _tr("Quality")]
            words += [_tr("draft's framing")] if framing else []
            return " · ".join([model_name(request.model, models), *words])
        case Download():
            return _tr("Download")


def stage_name(stage: Stage) -> str:
    """What a model is busy with."""
    names: dict[Stage, str] = {
        "loading": _tr("Loading the model"),
        "encoding": _tr("Reading the prompt"),
        "denoising": _tr("Making the pictures"),
        "decoding": _tr("Developing the pictures"),
        "writing": _tr("Writing the film"),
    }
    return names[stage]


def state_of(job: Job, queue: JobQueue) -> str:
    """How far it is, or how it ended."""
    match job.state:
        case Waiting():
            return _waiting(job, queue)
        case Progress() if isinstance(job.work, Download):
            return _bytes_text(job.state)
        case Progress(_, _, remaining):
            return _with_time(f"{job.part or 0:.0%}", remaining)
        case MakeProgress(stage, _, _, remaining):
            return _with_time(f"{stage_name(stage)} · {job.part or 0:.0%}", remaining)
        case Done() | Made():
            return _ending(job)
        case Cancelled() if isinstance(job.work, Download):
            return _held(queue.reached(job.id))
        case Cancelled():
            return _tr("Cancelled; nothing was left behind")
        case Interrupted():
            return _tr("Interrupted when the studio closed")
        case Failed():
            return sentences(job.trouble) if job.trouble else ""


def _waiting(job: Job, queue: JobQueue) -> str:
    if queue.paused:
        return _tr("Waiting; the queue is paused")
    return _tr("Waiting for its model") if queue.awaits_model(job) else _tr("Waiting")


def _held(reached: Progress | None) -> str:
    if reached is None:
        return _tr("Paused; what has come is kept")
    return _tr("Paused at {part}; what has come is kept").format(part=_part_text(reached))


def _ending(job: Job) -> str:
    match job.work:
        case Export(_, delivery):
            return _tr("Done: {folder}").format(folder=Path(delivery.path).parent)
        case NewTake():
            notes = job.state.notes if isinstance(job.state, Made) else ()
            return " ".join([_tr("Made."), *map(note_text, notes)])
        case Download():
            return _tr("It is here now")


def _bytes_text(progress: Progress) -> str:
    """So much of how much, how fast and how long yet, once that is known."""
    if not progress.total:
        return _tr("Asking the server")
    part, left = _part_text(progress), progress.remaining
    if not left or progress.done >= progress.total:
        return part
    speed = figures(size_text(round((progress.total - progress.done) / left)))
    text = _tr("{part} · {speed} a second · {time} left")
    return text.format(part=part, speed=speed, time=duration_text(left))


def _part_text(progress: Progress) -> str:
    done, total = figures(size_text(progress.done)), figures(size_text(progress.total))
    return _tr("{done} of {total}").format(done=done, total=total)


def _with_time(text: str, remaining: float | None) -> str:
    if remaining is None:
        return text
    return _tr("{part}, {time} left").format(part=text, time=duration_text(remaining))


def _tr(text: str) -> str:
    return QCoreApplication.translate("jobs", text)
