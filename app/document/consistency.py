"""What always holds in a document; checked after every edit."""

from collections import Counter
from collections.abc import Iterable, Iterator

from app.document.clip import AssetUse, Clip, ShotUse
from app.document.edges import fitted
from app.document.project import Project
from app.document.sequence import Track
from engine.contract.plan import Title


def check(project: Project) -> list[str]:
    """A sentence for each thing that is wrong; empty when the document is sound."""
    wrong = [*_repeated_ids(project), *_bad_shots(project)]
    for track in project.sequence.tracks:
        wrong += _bad_order(track)
        for clip in track.clips:
            wrong += _bad_clip(project, track, clip)
        if not wrong:
            wrong += _bad_transitions(project, track)
    return wrong


def reaches_beyond(project: Project, clip: Clip) -> bool:
    """Whether the clip uses more than its source has."""
    available = project.available(clip.use)
    if available is None:
        return False
    end = clip.retime.begin + clip.retime.source_seconds(project.sequence.rate)
    return end > available


def _repeated_ids(project: Project) -> Iterator[str]:
    tracks = project.sequence.tracks
    groups: dict[str, Iterable[str]] = {
        "track": (track.id for track in tracks),
        "clip": (clip.id for track in tracks for clip in track.clips),
        "shot": (shot.id for shot in project.shots),
        "media file": (asset.id for asset in project.assets),
        "media identity": (asset.facts.media.identity for asset in project.assets),
    }
    for kind, ids in groups.items():
        for name, count in Counter(ids).items():
            if count > 1:
                yield f"the {kind} {name} is there {count} times"


def _bad_shots(project: Project) -> Iterator[str]:
    for shot in project.shots:
        if not 0 <= shot.active < len(shot.takes):
            yield f"shot {shot.id} shows take {shot.active} of {len(shot.takes)}"
    if min(project.sequence.width, project.sequence.height) < 1:
        yield "the film has no size"


def _bad_order(track: Track) -> Iterator[str]:
    if track.clips and track.clips[0].start < 0:
        yield f"{track.clips[0].id} begins ahead of the film"
    for left, right in zip(track.clips, track.clips[1:], strict=False):
        if left.start >= right.start:
            yield f"{left.id} and {right.id} are out of order on {track.id}"
        elif left.span.overlaps(right.span):
            yield f"{left.id} and {right.id} overlap on {track.id}"


def _bad_clip(project: Project, track: Track, clip: Clip) -> Iterator[str]:
    if not _resolves(project, clip):
        yield f"{clip.id} shows something that isn't in the project"
        return
    if not _belongs(project, track, clip):
        yield f"{clip.id} doesn't belong on {track.id}"
    if reaches_beyond(project, clip):
        yield f"{clip.id} uses more than its source has"
    if min(clip.fade_in, clip.fade_out) < 0 or clip.fade_in + clip.fade_out > clip.retime.length:
        yield f"{clip.id} has fades of {clip.fade_in} and {clip.fade_out} frames"
    if not 0 <= clip.opacity <= 1:
        yield f"{clip.id} has an opacity of {clip.opacity}"


def _resolves(project: Project, clip: Clip) -> bool:
    match clip.use:
        case ShotUse(shot):
            return any(each.id == shot for each in project.shots)
        case AssetUse(asset):
            return any(each.id == asset for each in project.assets)
        case Title():
            return True


def _belongs(project: Project, track: Track, clip: Clip) -> bool:
    match clip.use:
        case Title():
            return track.kind == "picture"
        case ShotUse():
            return True
        case AssetUse(asset):
            facts = project.asset(asset).facts
            return facts.has_sound if track.kind == "sound" else facts.kind != "sound"


def _bad_transitions(project: Project, track: Track) -> Iterator[str]:
    fitting = fitted(project, track, track.transitions)
    for transition in track.transitions:
        if transition not in fitting:
            yield f"the transition from {transition.left} to {transition.right} doesn't fit"
    cuts = Counter(each.left for each in track.transitions)
    if any(count > 1 for count in cuts.values()):
        yield f"two transitions lie at one cut of {track.id}"
