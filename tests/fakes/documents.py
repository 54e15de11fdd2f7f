"""Small documents to try edits on, and random ones."""

from fractions import Fraction

from hypothesis import strategies as some

from app.document.clip import AssetId, AssetUse, Clip, ClipId, ShotId, ShotUse, Use
from app.document.project import Asset, Draft, Project, Shot
from app.document.retime import Retime
from app.document.sequence import Sequence, Track, TrackId
from engine.contract.plan import Title
from engine.contract.shot import Recipe, ShotRequest
from engine.contract.time import Rate
from tests.fakes.engine import facts_of

RATE = Rate(24)
SHOT, FILM, LOGO, SONG = (
    ShotId("shot-1"),
    AssetId("media-1"),
    AssetId("media-2"),
    AssetId("media-3"),
)
V1, V2, A1 = TrackId("V1"), TrackId("V2"), TrackId("A1")

speeds = some.fractions(Fraction(1, 20), Fraction(20), max_denominator=30)


def library(rate: Rate = RATE) -> Project:
    """Nothing on the timeline; a ten-second shot, a ten-second film, a logo and a song."""
    request = ShotRequest("a calm sea", Fraction(10))
    shot = Shot(SHOT, request, (Draft(Recipe(request, "fake 1")),))
    media = (
        Asset(FILM, facts_of("/media/film.mp4")),
        Asset(LOGO, facts_of("/media/logo.png", "still")),
        Asset(SONG, facts_of("/media/song.wav", "sound", seconds=Fraction(30))),
    )
    empty = Project.empty().sequence
    return Project(Sequence(rate=rate, tracks=empty.tracks), (shot,), media)


def film_of(*lengths: int, begin: Fraction = Fraction(2), gap: int = 0) -> Project:
    """V1 with clips a, b, c … of the shot, of these lengths, each from `begin` on."""
    clips: list[Clip] = []
    start = 0
    for name, length in zip("abcdefgh", lengths, strict=False):
        retime = Retime.plain(length, begin)
        clips.append(Clip(ClipId(name), ShotUse(SHOT), start, retime, name=name))
        start += length + gap
    return on_track(library(), V1, *clips)


def on_track(project: Project, track_id: TrackId, *clips: Clip) -> Project:
    """The project with these clips on a track."""
    tracks = tuple(
        Track(track.id, track.kind, clips) if track.id == track_id else track
        for track in project.sequence.tracks
    )
    sequence = Sequence(
        project.sequence.width, project.sequence.height, project.sequence.rate, tracks
    )
    return Project(sequence, project.shots, project.assets)


def starts_and_lengths(project: Project, track_id: TrackId = V1) -> list[tuple[str, int, int]]:
    """Name (or id), start and length of each clip of a track."""
    track = next(each for each in project.sequence.tracks if each.id == track_id)
    return [(clip.name or clip.id, clip.start, clip.retime.length) for clip in track.clips]


@some.composite
def retimes(draw: some.DrawFn, rate: Rate = RATE, available: int = 240) -> Retime:
    """Any legal retime of a source that lasts `available` frames."""
    speed = draw(some.one_of(speeds, some.just(Fraction(0)), some.just(Fraction(1))))
    most = int(available / speed) if speed else available
    frames = draw(some.integers(1, max(1, min(most, 300))))
    used = rate.seconds(frames) * speed
    spare = max(Fraction(0), rate.seconds(available) - used)
    if used > rate.seconds(available):
        speed, used, frames = Fraction(1), rate.seconds(1), 1
        spare = rate.seconds(available) - used
    begin = spare * draw(some.fractions(0, 1, max_denominator=8))
    loop = draw(some.sampled_from(["off", "repeat", "pingpong"]))
    if loop == "off":
        return Retime(begin, frames, frames, speed, draw(some.booleans()))
    offset = draw(some.integers(0, frames * 2 - 1))
    length = draw(some.integers(1, min(frames * 4, 600)))
    return Retime(begin, frames, length, speed, draw(some.booleans()), loop, offset)


uses = some.sampled_from([ShotUse(SHOT), AssetUse(FILM)])
any_use: some.SearchStrategy[Use] = some.sampled_from(
    [ShotUse(SHOT), AssetUse(FILM), AssetUse(LOGO), AssetUse(SONG), Title("Laqta")]
)
