"""conform: the shots of a project are made with a model, and its edit stays as it is."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from app.command_line.answer import json_text
from app.command_line.bad_input import BadInput, PartlyDone, one_sentence
from app.command_line.named_model import model_at_hand
from app.command_line.progress_meter import Meter
from app.command_line.take_making import take_answer
from app.command_line.target import readable
from app.conforming import conform as works_for
from app.document.clip import ShotId
from app.document.project import Rendered
from app.errors import EditRefused, trouble_of
from app.model_limits import settle
from app.session import Session
from app.work import NewTake
from engine.contract.engine import Engine
from engine.contract.events import EngineFault


async def conform(order: Namespace, engine: Engine, meter: Meter) -> str:
    """Add a take to each shot; the answer is their paths or JSON. Raises FileRefused where the
    project is open in the studio."""
    session = Session.open(engine, readable(order.project))
    try:
        await session.find_moved()
        works = await _checked(session, order)
        return await _made(session, works, order, meter)
    finally:
        await session.close()


async def _checked(session: Session, order: Namespace) -> tuple[NewTake, ...]:
    """What is to be made, as far as can be told possible. Raises BadInput and EngineFault."""
    if session.project.sequence.frames == 0:
        raise BadInput(f"There is nothing on the timeline of {order.project}; put a clip there.")
    model, _ = await model_at_hand(session.engine, order.model)
    names = None if order.shots is None else map(ShotId, order.shots)
    try:
        works = works_for(
            session.project, names, model.id, order.profile, order.framing, order.strength
        )
    except EditRefused as refused:
        known = ", ".join(shot.id for shot in session.project.shots) or "none"
        raise BadInput(f"There is no shot {refused.subject}; there are {known}.") from refused
    for work in works:
        _check_references(work)
        settle(work.request, model.ability, work.profile, work.framing, work.strength)
    return works


def _check_references(work: NewTake) -> None:
    for each in work.request.references:
        if not Path(each.media.path).is_file():
            raise BadInput(
                f"The file {each.media.path}, which {work.shot} goes by, is missing; put it back, "
                "or find it in the studio and save."
            )


async def _made(
    session: Session, works: tuple[NewTake, ...], order: Namespace, meter: Meter
) -> str:
    done: list[dict[str, Any]] = []
    failures: list[str] = []
    for number, work in enumerate(works, 1):
        meter.stopped = f"Stopped; {len(done)} of {len(works)} takes are in the film."
        meter.begin(f"{work.shot} ({number} of {len(works)}): {work.request.prompt}")
        try:
            done.append(await _take(session, work, meter))
        except EngineFault as fault:
            failures.append(f"{work.shot}: {one_sentence(trouble_of(fault))}")
            meter.note(failures[-1])
    answer = _answer(session, done, failures, order)
    if failures:
        sentence = f"{len(failures)} of {len(works)} takes could not be made; see above."
        raise PartlyDone(sentence, answer)
    if not works:
        meter.note(f"Every shot of {order.project} is made by {order.model} already.")
    return answer


async def _take(session: Session, work: NewTake, meter: Meter) -> dict[str, Any]:
    made = await session.make_now(work, meter.report)
    for note in made.notes:
        meter.note(note)
    path = made.facts.media.path
    take = session.project.shot(work.shot).take
    shown = isinstance(take, Rendered) and take.facts.media.path == path
    return {"shot": work.shot, "path": path, "shown": shown} | take_answer(made)


def _answer(
    session: Session, done: list[dict[str, Any]], failures: list[str], order: Namespace
) -> str:
    if not order.json:
        return "\n".join(take["path"] for take in done)
    frames = session.project.sequence.frames
    return json_text(
        {"project": order.project, "frames": frames, "takes": done, "failures": failures}
    )
