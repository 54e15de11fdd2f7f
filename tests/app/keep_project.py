"""Makes the kept project of the present schema: run once, when a schema is new, and commit it.

python3 -m tests.app.keep_project
"""

from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace

from app.document.clip import AssetUse, Clip, ClipId
from app.document.project import Project, Rendered
from app.document.retime import Retime
from app.edits.adding import add_overlay, add_title
from app.edits.dissolving import add_transition
from app.edits.levels import set_sound
from app.edits.placing import nudge, place
from app.edits.styling import set_looks
from app.edits.takes import add_take
from app.edits.timing import set_loop, set_speed
from app.flatten import plan_of
from app.jobs import Job
from app.migrations import SCHEMA
from app.project_file import ProjectFile
from app.work import Export
from engine.contract.delivery import Delivery
from engine.contract.events import Done, Progress
from engine.contract.plan import Look, Title
from engine.contract.shot import MediaRef, Recipe, Reference, ShotRequest
from engine.contract.time import Span
from engine.contract.wire import encode
from tests.fakes.documents import A1, LOGO, SHOT, SONG, film_of
from tests.fakes.engine import facts_of

A, B = ClipId("a"), ClipId("b")
KEPT_FILMS = ("/films/done.mp4", "/films/running.mp4", "/films/waiting.mp4")


def film_with_everything() -> Project:
    """One of each thing that a document can hold."""
    film = add_transition(film_of(40, 40, 30), A, B, 10)
    film = set_looks(film, A, (Look("noir", 0.5),))
    film = set_sound(film, B, -3.0, 0, 4, keep_pitch=True)
    film = set_speed(film, ClipId("c"), Fraction(3, 2))
    film = set_loop(film, ClipId("c"), "pingpong", 3)
    film = add_title(film, Title("لقطة", colour="#FFD166", plate="#80000000"), 5)
    film = add_overlay(film, LOGO, Span(0, 90), 0.9, 0.1)
    film = place(film, Clip(ClipId("s"), AssetUse(SONG), 0, Retime.plain(90)), A1, 0)
    reference = Reference("logo", MediaRef("/media/logo.png", "identity of /media/logo.png"))
    request = ShotRequest("a calm sea", Fraction(10), camera="push in", references=(reference,))
    take = Rendered(facts_of("/takes/1.mp4"), Recipe(request, "engine 1", "ab12"))
    return add_take(film, SHOT, take)


def kept_film() -> Project:
    """What the kept file shows."""
    return nudge(film_with_everything(), [ClipId("s")], 7)


def kept_jobs() -> tuple[Job, ...]:
    """Three exports: one done, one that ran when the studio ended, one that waits."""
    plan, then = plan_of(kept_film()), "2030-01-01T00:00:00+00:00"
    done, running, waiting = (Export(plan, Delivery(path)) for path in KEPT_FILMS)
    return (
        Job(1, done, then, Done(KEPT_FILMS[0], plan.frames), then, then),
        Job(2, running, then, Progress(0, plan.frames), then),
        Job(3, waiting, then),
    )


def keep(path: Path) -> None:
    """Write the file."""
    film = film_with_everything()
    file = ProjectFile.create(path, replace(film, sequence=Project.empty().sequence))
    file.append("Add everything", film)
    file.save_version("first cut")
    file.append("Nudge", kept_film())
    for job in kept_jobs():
        file.jobs.put(job.id, encode(job))
    file.close()


if __name__ == "__main__":
    keep(Path(__file__).parent / "kept_projects" / f"schema_{SCHEMA}.laqta")
