"""The editing session: what the window holds. Signals say what changed; the values are frozen."""

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec.structs import replace
from psygnal import Signal

from app.conforming import conform, delivered, made_again, new_take, remade, variations
from app.document.clip import ClipId, ShotId
from app.document.consistency import check
from app.document.project import Asset, Project
from app.document.sequence import TrackId
from app.edits.adding import LOGO_SCALE, add_asset
from app.edits.dropping import dropped, found_asset, with_logo
from app.edits.recutting import recut, recut_request, stretch_of
from app.edits.takes import found_shot
from app.errors import EditRefused, FileRefused, Trouble, trouble_of
from app.flatten import plan_of, source_plan
from app.generation import create_shot, draft, remix
from app.jobs import Job, JobQueue
from app.library import candidates, found_among, missing_media, moved_along, with_paths
from app.makings import Makings
from app.model_limits import ProfileName
from app.model_shelf import ModelShelf
from app.pinning import pinned_ends
from app.project_file import ProjectFile, Version
from app.recovery import discard, is_worth_keeping, latest_unsaved, new_unsaved, salvaged
from app.storage_faults import told
from app.take_files import brought_along, finished_in, forget, housed, sweep, takes_folder
from app.work import NewTake
from engine.contract.engine import Engine
from engine.contract.events import EngineFault
from engine.contract.making import Made, MakeProgress
from engine.contract.plan import RenderPlan
from engine.contract.shot import MediaRef, ShotRequest

Edit = Callable[[Project], Project]


class Session:
    """One open project with its selection, playhead, history and queue.

    `changed`: the committed document is another. `previewed`: `shown` is another, by a commit or
    a drag. Everything is called on the event loop's thread.
    """

    changed = Signal()
    previewed = Signal()
    selection_changed = Signal()
    playhead_changed = Signal(int)
    trouble = Signal(Trouble)

    def __init__(
        self, engine: Engine, file: ProjectFile, recovery_folder: Path | None = None
    ) -> None:
        self.engine = engine
        self._file = file
        self._recovery = recovery_folder
        self._history = file.history()
        self._shown = self._history.project
        self._selection: tuple[ClipId, ...] = ()
        self._playhead = 0
        self._plan: tuple[Project, RenderPlan] | None = None
        self.models = ModelShelf(engine)
        sweep(takes_folder(file.path))
        self._makings = Makings(engine, self.models, lambda: takes_folder(self.path), self._deliver)
        self.queue = JobQueue(engine, file.jobs, self._makings)
        self.queue.trouble.connect(self.trouble.emit)

    @classmethod
    def new(cls, engine: Engine, recovery_folder: Path) -> "Session":
        """A project of its own in the recovery folder, until it is saved elsewhere."""
        return cls(engine, new_unsaved(recovery_folder), recovery_folder)

    @classmethod
    def resume(cls, engine: Engine, recovery_folder: Path) -> "Session":
        """The unsaved project that was left last, by closing or by a crash; else a new one."""
        file = latest_unsaved(recovery_folder) or new_unsaved(recovery_folder)
        return cls(engine, file, recovery_folder)

    @classmethod
    def open(cls, engine: Engine, path: Path, recovery_folder: Path | None = None) -> "Session":
        """An existing project. Raises FileRefused."""
        return cls(engine, ProjectFile.open(path), recovery_folder)

    @classmethod
    def salvage(cls, engine: Engine, path: Path, recovery_folder: Path) -> "Session":
        """A new unsaved project with the latest state that a damaged file still holds.

        The damaged file stays as it is. Raises FileRefused when nothing in it can be read.
        """
        return cls(engine, salvaged(path, recovery_folder), recovery_folder)

    async def begin(self) -> None:
        """What needs the event loop: find media that moved along, go on with waiting jobs."""
        await self.find_moved()
        self.queue.start()

    # The document

    @property
    def path(self) -> Path:
        """The project file."""
        return self._file.path

    @property
    def unsaved(self) -> bool:
        """Whether the project has not been given a place of its own yet."""
        folder = self._recovery
        return folder is not None and self.path.parent.resolve() == folder.resolve()

    @property
    def project(self) -> Project:
        """The committed document."""
        return self._history.project

    @property
    def shown(self) -> Project:
        """What the window shows: a drag's preview, or else the committed document."""
        return self._shown

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of all edits that undo and redo can reach, oldest first."""
        return self._history.labels

    @property
    def undo_label(self) -> str | None:
        """The edit that undo takes back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """The edit that redo makes again."""
        return self._history.redo_label

    def apply(self, label: str, edit: Edit) -> bool:
        """Commit an edit as one step. A refused one changes nothing and sends trouble: False."""
        try:
            self._commit(label, edit(self.project))
        except (EditRefused, FileRefused, ValueError) as error:
            self._show(self.project)
            self.trouble.emit(trouble_of(error))
            return False
        return True

    def preview(self, edit: Edit | None) -> bool:
        """Show what an edit would do, without committing it; None ends the preview.

        A refused edit leaves what is shown: False.
        """
        try:
            project = self.project if edit is None else edit(self.project)
        except (EditRefused, ValueError):
            return False
        self._show(project)
        return True

    def undo(self) -> None:
        """Take the last edit back."""
        if self.undo_label is not None:
            self._step(-1)

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        if self.redo_label is not None:
            self._step(1)

    # Selection and playhead

    @property
    def selection(self) -> tuple[ClipId, ...]:
        """The selected clips, in the order they were selected."""
        return self._selection

    @property
    def playhead(self) -> int:
        """The frame under the playhead."""
        return self._playhead

    def select(self, clip_ids: Iterable[ClipId]) -> None:
        """Select these clips, and no others."""
        selection = tuple(dict.fromkeys(clip_ids))
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit()

    def move_playhead(self, frame: int) -> None:
        """Put the playhead on a frame from 0 to the end of the film."""
        frame = min(max(0, frame), self.shown.sequence.frames)
        if frame != self._playhead:
            self._playhead = frame
            self.playhead_changed.emit(frame)

    # Plans

    def plan(self) -> RenderPlan:
        """The plan of what is shown."""
        if self._plan is None or self._plan[0] is not self._shown:
            self._plan = self._shown, plan_of(self._shown)
        return self._plan[1]

    def source_plan(self, clip_id: ClipId) -> RenderPlan:
        """The plan of a clip's whole source. Raises KeyError."""
        _, clip = self._shown.sequence.find(clip_id)
        return source_plan(self._shown, clip)

    # Shots and media

    def create_shot(self, request: ShotRequest) -> ClipId:
        """Make a shot and put it where there is room from the playhead on, as one step."""
        project, clip_id = create_shot(self.project, request, self.engine.version, self._playhead)
        if self.apply("Create shot", lambda _: project):
            self.select([clip_id])
        return clip_id

    def remix(self, clip_id: ClipId, request: ShotRequest) -> bool:
        """Make a new take of the shot that a clip shows."""
        version = self.engine.version
        return self.apply("Remix", lambda project: remix(project, clip_id, request, version))

    def make_take(
        self,
        shot_id: ShotId,
        model_id: str,
        profile: ProfileName = "quality",
        framing: bool = False,
        strength: float = 0.6,
    ) -> Job:
        """Queue a take of a shot from a model; the draft shows until it is done.

        Raises EditRefused.
        """
        shot = found_shot(self.project, shot_id)
        return self.queue.make(new_take(shot, model_id, profile, framing, strength))

    def conform(
        self,
        shot_ids: Iterable[ShotId] | None,
        model_id: str,
        profile: ProfileName = "quality",
        framing: bool = False,
        strength: float = 0.6,
    ) -> tuple[Job, ...]:
        """Queue takes of these shots, or of all that the film shows. Raises EditRefused."""
        works = conform(self.project, shot_ids, model_id, profile, framing, strength)
        return tuple(self.queue.make(work) for work in works)

    async def make_now(self, work: NewTake, report: Callable[[MakeProgress], None]) -> Made:
        """Make a take at once, beside the queue. Raises EngineFault."""
        placed = self._makings.placed(work, {job.path for job in self.queue.jobs})
        return await self._makings.make(placed, report)

    def vary(
        self,
        shot_id: ShotId,
        count: int,
        model_id: str,
        profile: ProfileName = "quality",
        framing: bool = False,
        strength: float = 0.6,
    ) -> tuple[Job, ...]:
        """Queue `count` takes of a shot that differ by their seeds. Raises EditRefused."""
        shot = found_shot(self.project, shot_id)
        work = new_take(shot, model_id, profile, framing, strength)
        return tuple(self.queue.make(each) for each in variations(work, count))

    def make_again(self, shot_id: ShotId, index: int) -> Job:
        """Queue a rendered take once more, just as it was made. Raises EditRefused."""
        return self.queue.make(made_again(found_shot(self.project, shot_id), index))

    def remake(self, shot_id: ShotId, prompt: str, seed: int) -> Job:
        """Queue a take like the rendered one that shows, of other words. Raises EditRefused."""
        return self.queue.make(remade(found_shot(self.project, shot_id), prompt, seed))

    async def recut(self, clip_id: ClipId, prompt: str, seed: int) -> ShotId:
        """Make anew only what a clip shows of its shot, fitting to what adjoins, as one step.

        Its draft shows at once; where a model made the shot, a take of it is queued. Raises
        EditRefused, EngineFault or FileRefused.
        """
        stretch = stretch_of(self.project, clip_id)
        ends = await pinned_ends(self.engine.strips, stretch, takes_folder(self.path))
        if stretch_of(self.project, clip_id) != stretch:  # it was trimmed meanwhile
            return await self.recut(clip_id, prompt, seed)
        request = recut_request(stretch, prompt, seed, ends)
        take = draft(request, self.engine.version)
        project, shot_id = recut(self.project, clip_id, take)
        self._commit("Recut", project)
        run = stretch.shot.take.recipe.run
        if run is not None:
            model = stretch.shot.take.recipe.request.model
            shot = self.project.shot(shot_id)
            self.queue.make(new_take(shot, model, run.profile, run.framing, run.strength, "Recut"))
        return shot_id

    async def import_media(self, path: str) -> Asset:
        """Take a file into the project. Raises EngineFault or FileRefused."""
        facts = await self.engine.strips.probe(path)
        self._commit("Import media", add_asset(self.project, facts))
        return found_asset(self.project, facts)

    async def drop_media(self, path: str, track_id: TrackId | None, frame: int) -> ClipId:
        """Take a file in and put it on a track, where there is room from `frame` on, as one step.

        Without a track it goes on the lowest that can hold it. Raises EngineFault, EditRefused or
        FileRefused.
        """
        facts = await self.engine.strips.probe(path)
        project, clip_id = dropped(self.project, facts, track_id, frame)
        self._commit("Add media", project)
        self.select([clip_id])
        return clip_id

    async def add_logo(self, path: str, x: float, y: float, scale: float = LOGO_SCALE) -> ClipId:
        """Take a picture in and lay it over the clip under the playhead.

        Raises EngineFault, EditRefused or FileRefused.
        """
        facts = await self.engine.strips.probe(path)
        project, clip_id = with_logo(self.project, facts, self._playhead, (x, y, scale))
        self._commit("Add logo", project)
        self.select([clip_id])
        return clip_id

    @property
    def missing(self) -> tuple[MediaRef, ...]:
        """Files of the project that are not where they were."""
        return missing_media(self.project)

    async def find_moved(self) -> int:
        """Look for missing files where they lie if they moved along with the project."""
        home, here = self._file.home, self.path.parent
        return await self._found(lambda ref: moved_along(ref, home, here))

    async def relink(self, folder: Path) -> int:
        """Look for every missing file below a folder; how many were found."""
        return await self._found(lambda ref: candidates(folder, ref))

    # The file

    @property
    def versions(self) -> tuple[Version, ...]:
        """The states that were given a name, oldest first."""
        return self._file.versions()

    def save_version(self, name: str) -> bool:
        """Keep the document as it is now under a name."""
        return self._tried(lambda: self._file.save_version(name))

    def restore_version(self, number: int) -> bool:
        """Go back to a named state, as an edit that can be undone. Raises KeyError."""
        project = self._file.version(number)
        return self.apply("Restore version", lambda _: project)

    def save_as(self, path: Path) -> bool:
        """Go on in a copy at `path`; an unsaved project's file in the recovery folder goes."""
        return path.resolve() == self.path.resolve() or self._tried(lambda: self._move_to(path))

    async def close(self) -> None:
        """Stop the queue and let others open the file; an untouched unsaved one goes."""
        await self.queue.close()
        if self.unsaved and not is_worth_keeping(self._file):
            discard(self._file)
        else:
            self._file.close()

    def _move_to(self, path: Path) -> None:
        """The copy owns its takes: they are beside it, and known to be, before it has its name."""
        unsaved, own = self.unsaved, takes_folder(self.path)
        with told(path):
            files = finished_in(own) | {each for each in self._file.rendered() if each.is_file()}
            brought = brought_along(files, takes_folder(path))
        try:
            copy = self._file.save_as(path, brought.moves)
        except FileRefused:
            forget(brought.new)
            raise
        self.queue.move_to(copy.jobs)
        if unsaved:
            discard(self._file)
        else:
            self._file.close()
        self._file = copy
        if brought.moves:
            self._history = copy.history()
            self._show(self.project)
        self.changed.emit()
        if unsaved:
            forget(old for old in brought.moves if old.parent == own)

    def _tried(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except FileRefused as error:
            self.trouble.emit(trouble_of(error))
            return False
        return True

    def _commit(self, label: str, project: Project) -> None:
        """One step, on the disk before it is shown. Raises EditRefused or FileRefused."""
        if project != self.project:
            self._file.append(label, _checked(project))
            self._history.do(label, project)
        self._committed()

    def _deliver(self, work: NewTake, made: Made) -> Made:
        """A finished take goes into its shot as one step. Raises EngineFault."""
        try:
            with told(self.path):
                made = housed(made, takes_folder(self.path))
            project, sentences = delivered(self.project, work, made)
            self._commit(work.label, project)
        except FileRefused as error:
            reason = "disk_full" if error.reason == "disk_full" else "not_writable"
            raise EngineFault(reason, error.subject, error.detail) from error
        if made.facts.media.path != work.path:
            forget([Path(work.path)])
        return replace(made, notes=(*made.notes, *sentences))

    def _step(self, by: int) -> None:
        if not self._tried(lambda: self._file.move_position(by)):
            return
        if by < 0:
            self._history.undo()
        else:
            self._history.redo()
        self._committed()

    def _committed(self) -> None:
        """Selection and playhead fit the document before anyone hears of it."""
        known = {clip.id for track in self.project.sequence.tracks for clip in track.clips}
        selection, playhead = self._selection, self._playhead
        self._selection = tuple(clip_id for clip_id in selection if clip_id in known)
        self._playhead = min(playhead, self.project.sequence.frames)
        self._show(self.project)
        self.changed.emit()
        if self._selection != selection:
            self.selection_changed.emit()
        if self._playhead != playhead:
            self.playhead_changed.emit(self._playhead)

    def _show(self, project: Project) -> None:
        if project is not self._shown:
            self._shown = project
            self.previewed.emit()

    async def _found(self, places: Callable[[MediaRef], Iterable[Path]]) -> int:
        found: dict[str, str] = {}
        for ref in self.missing:
            if path := await found_among(self.engine.strips, ref, places(ref)):
                found[ref.identity] = str(path)
        return self._relinked(found)

    def _relinked(self, found: dict[str, str]) -> int:
        if found:
            old = {ref.identity: Path(ref.path) for ref in self.missing}
            self.apply("Find media", lambda project: with_paths(project, found))
            self.queue.readdress({old[each]: Path(path) for each, path in found.items()})
        if not self.missing:
            self._file.settle_home()
        return len(found)


def _checked(project: Project) -> Project:
    wrong = check(project)
    if wrong:
        raise EditRefused("inconsistent", "; ".join(wrong))
    return project
