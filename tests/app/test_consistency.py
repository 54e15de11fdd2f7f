"""The check notices everything that must not be."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from app.document.clip import AssetId, AssetUse, Clip, ClipId, ShotId, ShotUse, Use
from app.document.consistency import check
from app.document.project import Project
from app.document.retime import Retime
from app.document.sequence import Track, Transition
from engine.contract.plan import Title
from tests.fakes.documents import A1, FILM, SHOT, SONG, V1, film_of, library, on_track

A, B, C = ClipId("a"), ClipId("b"), ClipId("c")
OF_THE_SHOT = ShotUse(SHOT)


def clip(clip_id: ClipId = A, use: Use = OF_THE_SHOT, start: int = 0, **fields) -> Clip:
    retime = fields.pop("retime", Retime.plain(10))
    return Clip(clip_id, use, start, retime, **fields)


def row(*clips: Clip, on=V1) -> Project:
    return on_track(library(), on, *clips)


def with_transitions(film: Project, *transitions: Transition) -> Project:
    track = replace(film.sequence.tracks[0], transitions=transitions)
    tracks = (track, *film.sequence.tracks[1:])
    return replace(film, sequence=replace(film.sequence, tracks=tracks))


def with_a_second(film: Project, track: Track) -> Project:
    tracks = (*film.sequence.tracks, track)
    return replace(film, sequence=replace(film.sequence, tracks=tracks))


FILM_ABC = film_of(20, 20, 20)
SOUND = [
    library(),
    FILM_ABC,
    with_transitions(FILM_ABC, Transition(A, B, 5, 5), Transition(B, C, 5, 5)),
    row(clip(retime=Retime(Fraction(2), 96, 96, Fraction(2)))),
    row(clip(use=AssetUse(SONG)), clip(B, AssetUse(FILM), 10), on=A1),
    row(clip(use=Title("long"), retime=Retime.plain(100_000))),
]
WRONG = {
    "overlap": row(clip(), clip(B, start=9)),
    "out of order": row(clip(start=50), clip(B)),
    "ahead of the film": row(clip(start=-1)),
    "clip a is there 2 times": row(clip(), clip(start=20)),
    "track V1 is there 2 times": with_a_second(library(), Track(V1, "picture")),
    "shot shot-1 is there 2 times": replace(library(), shots=library().shots * 2),
    "media identity identity of /media/film.mp4 is there 2 times": replace(
        library(),
        assets=(
            *library().assets,
            replace(library().assets[0], id=AssetId("twin")),
        ),
    ),
    "isn't in the project": row(clip(use=ShotUse(ShotId("none")))),
    "is not in the project": row(clip(use=AssetUse(AssetId("none")))),
    "doesn't belong on V1": row(clip(use=AssetUse(SONG))),
    "doesn't belong on A1": row(clip(use=Title("silent")), on=A1),
    "uses more than its source has": row(clip(retime=Retime.plain(241))),
    "more than its source": row(clip(retime=Retime(Fraction(9), 20, 20, Fraction(2)))),
    "fades of 6 and 5": row(clip(fade_in=6, fade_out=5)),
    "an opacity of 1.5": row(clip(opacity=1.5)),
    "shows take 1 of 1": replace(library(), shots=(replace(library().shots[0], active=1),)),
    "from a to c doesn't fit": with_transitions(FILM_ABC, Transition(A, C, 5, 5)),
    "from a to b doesn't fit": with_transitions(FILM_ABC, Transition(A, B, 49, 5)),
    "two transitions": with_transitions(FILM_ABC, Transition(A, B, 2, 2), Transition(A, B, 1, 1)),
    "from b to c doesn't fit": with_transitions(
        FILM_ABC, Transition(A, B, 5, 15), Transition(B, C, 6, 6)
    ),
}


@pytest.mark.parametrize("film", SOUND)
def test_a_sound_document_passes(film: Project):
    assert check(film) == []


@pytest.mark.parametrize("wrong", WRONG)
def test_it_is_noticed(wrong: str):
    sentence = wrong.replace("is not in", "isn't in")
    assert any(sentence in found for found in check(WRONG[wrong]))
