"""Every failure that a person may see: what happened and what to do, in one table.

Code below raises a reason and a subject; the table here alone holds the sentences. They are English
source texts for translation, with `{subject}` where the subject stands.
"""

import errno
from typing import Literal

import msgspec

from engine.contract.events import EngineFault, Failed

Refusal = Literal[
    "no_clip",
    "no_track",
    "no_media",
    "no_shot",
    "no_room",
    "before_start",
    "locked",
    "wrong_track",
    "source_ends",
    "nothing_left",
    "outside_clip",
    "not_neighbours",
    "no_handles",
    "no_motion",
    "rate_fixed",
    "take_too_short",
    "last_take",
    "draft_take",
    "track_not_empty",
    "bad_value",
    "inconsistent",
]

FileReason = Literal[
    "missing", "foreign", "damaged", "newer", "busy", "unwritable", "exists", "disk_full"
]


class EditRefused(Exception):
    """An edit that can't be done on this document: a reason and what it is about."""

    def __init__(self, reason: Refusal, subject: str = "") -> None:
        super().__init__(f"{reason}: {subject}".strip(": "))
        self.reason: Refusal = reason
        self.subject = subject


class FileRefused(Exception):
    """A project file that can't be opened or written: a reason, its path, technical detail."""

    def __init__(self, reason: FileReason, subject: str = "", detail: str = "") -> None:
        super().__init__(f"{reason}: {subject} {detail}".strip())
        self.reason: FileReason = reason
        self.subject, self.detail = subject, detail


class Trouble(msgspec.Struct, frozen=True):
    """What happened and what to do, with `{subject}` to be filled in; detail is for experts."""

    what: str
    do: str
    subject: str = ""
    detail: str = ""

    @property
    def text(self) -> str:
        """Both sentences in English, filled in."""
        return f"{filled(self.what, self.subject)} {filled(self.do, self.subject)}".strip()


def filled(sentence: str, subject: str) -> str:
    """The sentence with its subject in place."""
    return sentence.replace("{subject}", subject)


def trouble_of(error: BaseException) -> Trouble:
    """The words for a failure."""
    match error:
        case EngineFault():
            return trouble_of_failure(Failed(error.reason, error.subject, error.detail))
        case EditRefused():
            what, do = _REFUSALS[error.reason]
            return Trouble(what, do, error.subject)
        case FileRefused():
            what, do = _FILES[error.reason]
            return Trouble(what, do, error.subject, error.detail)
        case OSError():
            return _trouble_of_system(error)
        case ValueError() if str(error):
            return Trouble("This can't be done: {subject}.", "Change the value.", str(error))
        case _:
            detail = f"{type(error).__name__}: {error}"
            return trouble_of_failure(Failed("unexpected", detail=detail))


def trouble_of_failure(failed: Failed) -> Trouble:
    """The words for work that the engine could not do."""
    what, do = _FAULTS[failed.reason]
    return Trouble(what, do, failed.subject, failed.detail)


def _trouble_of_system(error: OSError) -> Trouble:
    subject = str(error.filename or "")
    detail = str(error)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            what, do = _FAULTS["disk_full"]
        case errno.EACCES | errno.EPERM | errno.EROFS:
            what, do = _FAULTS["not_writable"]
        case errno.ENOENT:
            what, do = _FAULTS["media_missing"]
        case _:
            what, do = _FAULTS["unexpected"]
    return Trouble(what, do, subject, detail)


_FAULTS: dict[str, tuple[str, str]] = {
    "media_missing": (
        "The file {subject} is not there any more.",
        "Put it back, or find it in another folder.",
    ),
    "media_unreadable": (
        "The file {subject} can't be read.",
        "It may be damaged: play it in another program, or export it again there.",
    ),
    "media_unsupported": (
        "{subject} is not a picture, film or sound that can be used here.",
        "Convert it to MP4, PNG or WAV first.",
    ),
    "media_too_large": (
        "The picture {subject} has too many pixels.",
        "Save a copy of at most 16000 pixels across and down.",
    ),
    "disk_full": (
        "The disk is full, so {subject} could not be written.",
        "Free some space, or choose another disk, and try again.",
    ),
    "not_writable": (
        "{subject} can't be written.",
        "Choose a folder that you may write to.",
    ),
    "overwrites_source": (
        "{subject} is one of the files that the film is made of.",
        "Give the film another name.",
    ),
    "encoding_failed": (
        "The film could not be encoded.",
        "Try again with another size or quality.",
    ),
    "verification_failed": (
        "The finished file was not as it should be and has been removed.",
        "Export once more; if it happens again, report it.",
    ),
    "engine_died": (
        "The engine stopped in the middle of the work.",
        "A new one is running: try again.",
    ),
    "engine_hung": (
        "The model gave no sign of life for too long and was stopped.",
        "Try again, smaller or shorter; a new one is ready.",
    ),
    "model_missing": (
        "The model {subject} is not on this machine.",
        "Get it first, or choose another.",
    ),
    "model_damaged": (
        "The model {subject} is not whole.",
        "Check it, and get it again.",
    ),
    "model_pickled": (
        "{subject} holds pickled weights, which can run any program when they are opened.",
        "Use a copy of the model in safetensors files.",
    ),
    "model_runs_code": (
        "{subject} brings program code of its own, which is never run here.",
        "Use a copy of the model that needs none.",
    ),
    "model_unknown": (
        "{subject} is not a video model that Laqta can run.",
        "Choose the folder that holds model_index.json, or another model.",
    ),
    "model_unfit": (
        "The model can't make this: {subject}.",
        "Change the shot, or choose another model.",
    ),
    "out_of_memory": (
        "There is not enough memory for {subject}.",
        "Make it smaller or shorter, close other programs, or choose a smaller model.",
    ),
    "download_failed": (
        "{subject} could not be downloaded.",
        "Look at the connection and try again: what has come is kept.",
    ),
    "download_refused": (
        "The server refuses {subject}.",
        "Accept the model's conditions on its page, put a token in HF_TOKEN, or choose another.",
    ),
    "download_damaged": (
        "{subject} came otherwise than its listing says, so it was deleted.",
        "Get it again, or from another mirror.",
    ),
    "offline": (
        "{subject} can't be downloaded in offline mode.",
        "Unset HF_HUB_OFFLINE, or add a copy that lies on a disk.",
    ),
    "bad_request": (
        "This can't be made: {subject}.",
        "Change the request and try again.",
    ),
    "unexpected": (
        "Something went wrong that should not.",
        "Try again; if it happens again, report it with the details.",
    ),
}

_REFUSALS: dict[str, tuple[str, str]] = {
    "no_clip": ("That clip is not in the film.", "Select a clip first."),
    "no_track": ("That track is not in the film.", "Choose another track."),
    "no_media": ("That file is not in the project.", "Import it first."),
    "no_shot": ("{subject} is not a shot of this project.", "Choose a shot, or create one."),
    "no_room": (
        "There is no room for {subject} there.",
        "Move the clips beside it, or choose another place.",
    ),
    "before_start": ("A film begins at its first frame.", "Move {subject} further right."),
    "locked": ("Track {subject} is locked.", "Unlock it first."),
    "wrong_track": (
        "{subject} doesn't belong on that track.",
        "Pictures go on picture tracks, sound goes on sound tracks.",
    ),
    "source_ends": (
        "The source of {subject} has nothing more to show there.",
        "Slow it down or loop it to make it longer.",
    ),
    "nothing_left": ("That would leave nothing of {subject}.", "Delete it instead."),
    "outside_clip": ("That frame is not inside {subject}.", "Move the playhead onto the clip."),
    "not_neighbours": (
        "A transition needs two clips that touch.",
        "Move them together first.",
    ),
    "no_handles": (
        "The clips have too little beyond the cut for this transition.",
        "Trim them a little, or make the transition shorter.",
    ),
    "no_motion": (
        "{subject} stands still, so its time can't be changed.",
        "Drag its end to make it longer or shorter.",
    ),
    "rate_fixed": (
        "The frame rate can't change once there are clips.",
        "Start a new project with that rate.",
    ),
    "take_too_short": (
        "That take is shorter than what the film shows of the shot.",
        "Trim the clips first.",
    ),
    "last_take": ("A shot keeps at least one take.", "Delete its clips instead."),
    "draft_take": (
        "A draft is drawn anew each time, so it isn't made again.",
        "Make a take of the shot with a model first.",
    ),
    "track_not_empty": ("Track {subject} still has clips.", "Delete or move them first."),
    "bad_value": ("This value can't be used: {subject}.", "Choose another one."),
    "inconsistent": (
        "This edit would have damaged the film, so it was not done: {subject}",
        "Report what you did last.",
    ),
}

_FILES: dict[str, tuple[str, str]] = {
    "missing": ("There is no project at {subject}.", "Look for it in another folder."),
    "foreign": ("{subject} is not a Laqta project.", "Choose a file that ends in .laqta."),
    "damaged": (
        "The project {subject} is damaged; it was left as it is.",
        "Open a copy or a saved version of it.",
    ),
    "newer": ("{subject} was made by a newer Laqta.", "Update this one to open it."),
    "busy": (
        "{subject} is open in another Laqta.",
        "Close it there first.",
    ),
    "unwritable": ("{subject} can't be written.", "Choose a folder that you may write to."),
    "exists": ("{subject} is already there.", "Choose another name."),
    "disk_full": (
        "The disk is full: the last edit is not saved in {subject}.",
        "Free some space and make the edit again.",
    ),
}
