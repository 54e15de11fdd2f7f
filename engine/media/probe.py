"""What a media file holds: one look at its streams, its packets and its first picture."""

from fractions import Fraction
from pathlib import Path

import msgspec

from engine.contract.events import EngineFault
from engine.contract.media_facts import MediaFacts
from engine.contract.shot import MediaRef
from engine.contract.time import Rate
from engine.media.identity import media_ref
from engine.media.opening import open_media, sound_stream, video_stream
from engine.media.picture_sequence import SEQUENCE_RATE, is_sequence
from engine.media.pictures import Animation, Film, Pictures, Sequence, pictures_of
from engine.media.sound_decoder import SoundDecoder
from engine.media.still import reads_as_still

_PICTURE_FORMATS = ("gif", "apng", "image2")


def probe(path: str) -> MediaFacts:
    """The file's facts.

    Alpha means that the format carries transparency; for stills and animations, whose formats
    often do, that the first picture makes use of it. Raises EngineFault media_missing,
    media_unreadable (damaged or not allowed) or media_unsupported (nothing to show or hear).
    """
    media = media_ref(path)
    if not is_sequence(path) and not reads_as_still(path):
        shown, heard = _streams(path)
        if not shown and not heard:
            raise EngineFault("media_unsupported", path, "there is nothing to show or hear")
        if not shown:
            return _with_sound(MediaFacts(media, "sound", Fraction(0)))
    pictures = pictures_of(path)
    try:
        return _facts(media, pictures)
    finally:
        pictures.close()


def _streams(path: str) -> tuple[bool, bool]:
    with open_media(path) as container:
        return video_stream(container) is not None, sound_stream(container) is not None


def _facts(media: MediaRef, pictures: Pictures) -> MediaFacts:
    match pictures:
        case Film():
            return _film_facts(media, pictures)
        case Animation():
            return _animation_facts(media, pictures)
        case Sequence():
            frames = len(pictures)
            seconds = SEQUENCE_RATE.seconds(frames)
            facts = MediaFacts(media, "video", seconds, rate=SEQUENCE_RATE, frames=frames)
        case _:
            facts = MediaFacts(media, "still", Fraction(0), frames=1)
    return _with_picture(facts, pictures)


def _film_facts(media: MediaRef, film: Film) -> MediaFacts:
    index = film.index
    image = film.container.endswith("_pipe") or film.container in _PICTURE_FORMATS
    if image and len(index) == 1:
        facts = MediaFacts(media, "still", Fraction(0), frames=1, video_codec=film.codec)
        return _with_picture(facts, film)
    facts = MediaFacts(
        media,
        "video",
        index.seconds,
        rate=index.rate,
        frames=len(index),
        constant_rate=index.constant,
        video_codec=film.codec,
    )
    if image:
        return _with_picture(facts, film)
    width, height = film.size
    facts = msgspec.structs.replace(facts, width=width, height=height, alpha=film.alpha)
    return _with_sound(facts)


def _animation_facts(media: MediaRef, animation: Animation) -> MediaFacts:
    frames = len(animation.durations)
    seconds = sum(animation.durations, Fraction(0))
    facts = MediaFacts(
        media,
        "video",
        seconds,
        rate=Rate.of((frames / seconds).limit_denominator(1001)),
        frames=frames,
        constant_rate=len(set(animation.durations)) == 1,
        video_codec=Path(media.path).suffix.lstrip(".").lower(),
    )
    return _with_picture(facts, animation)


def _with_picture(facts: MediaFacts, pictures: Pictures) -> MediaFacts:
    width, height = pictures.size
    see_through = bool(pictures.picture(0, width, height)[..., 3].min() < 255)
    return msgspec.structs.replace(facts, width=width, height=height, alpha=see_through)


def _with_sound(facts: MediaFacts) -> MediaFacts:
    with open_media(facts.media.path) as container:
        stream = sound_stream(container)
        if stream is None:
            return facts
        codec = stream.codec_context
        facts = msgspec.structs.replace(
            facts,
            sample_rate=codec.sample_rate,
            channels=codec.channels,
            sound_codec=codec.codec.canonical_name,
        )
    return facts if facts.kind == "video" else _with_length(facts)


def _with_length(facts: MediaFacts) -> MediaFacts:
    decoder = SoundDecoder(facts.media.path)
    seconds = Fraction(max(decoder.stop, 0), decoder.index.rate)
    decoder.close()
    return msgspec.structs.replace(facts, seconds=seconds)
