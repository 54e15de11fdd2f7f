"""Asks the Hugging Face Hub, or a mirror of it, what a repository holds, with its own client.

HF_ENDPOINT names a mirror, HF_TOKEN is a token, HF_HUB_OFFLINE forbids asking.
"""

import os
import re
import threading
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import httpx2
from huggingface_hub import HfApi, constants, get_token, hf_hub_url
from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled, RevisionNotFoundError
from huggingface_hub.utils import build_hf_headers

from engine.contract.events import EngineFault
from engine.models.patience import PASSING, Patience, Retries, asked_pause
from engine.models.weight_files import KEPT, MOST_FILES, PICKLED, is_safe_name
from engine.version import VERSION

COMMIT = re.compile(r"[0-9a-f]{40}")
SHA256 = re.compile(r"[0-9a-f]{64}")
USUAL = "https://huggingface.co"
CLIENT = {"library_name": "laqta", "library_version": VERSION}


@dataclass(frozen=True)
class RemoteFile:
    """One file of a repository. Large ones have a SHA-256; of small ones git knows the SHA-1 of
    "blob", their length and what they hold."""

    name: str
    bytes: int
    sha256: str
    git: str


@dataclass(frozen=True)
class RemoteListing:
    """The files of one commit that are used, and that commit."""

    commit: str
    files: tuple[RemoteFile, ...]

    @property
    def bytes(self) -> int:
        """All of them."""
        return sum(file.bytes for file in self.files)


class Hub:
    """Asks for the model `subject`. Methods raise EngineFault, and Stopped once `stop` is set."""

    def __init__(self, subject: str, patience: Patience, stop: threading.Event) -> None:
        self._subject, self._patience, self._stop = subject, patience, stop
        named = os.environ.get("HF_ENDPOINT", "").strip() or constants.ENDPOINT or USUAL
        self._endpoint = named.rstrip("/")
        self._token = get_token()

    @property
    def headers(self) -> dict[str, str]:
        """What every request for a file carries: files must come as they are, not packed."""
        token = self._token or False
        return build_hf_headers(token=token, **CLIENT) | {"Accept-Encoding": "identity"}

    def url(self, repository: str, commit: str, name: str) -> str:
        """Where a file is."""
        return hf_hub_url(repository, name, revision=commit, endpoint=self._endpoint)

    def listing(self, repository: str, revision: str, skip: tuple[str, ...]) -> RemoteListing:
        """What the repository holds at a branch or commit, without the folders `skip`.

        Raises LookupError where there is no such revision.
        """
        retries = Retries(self._patience, self._stop)
        place = self.page(repository)
        while True:
            try:
                return self._checked(self._info(repository, revision), skip)
            except OfflineModeIsEnabled as error:
                raise EngineFault("offline", self._subject) from error
            except RevisionNotFoundError as error:
                raise LookupError(revision) from error
            except HfHubHTTPError as error:
                self._heed(error.response, place, retries)
            except (httpx2.UnsupportedProtocol, httpx2.InvalidURL, ImportError) as error:
                # The last is what a SOCKS proxy in the environment ends in.
                detail = f"{place} can't be asked for: {told(error)}"
                raise EngineFault("download_failed", self._subject, detail) from error
            except httpx2.RequestError as error:
                detail = f"{place} can't be reached: {told(error)}"
                retries.wait(EngineFault("download_failed", self._subject, detail))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                detail = f"{place} has no listing that can be used: {told(error)}"
                raise EngineFault("download_failed", self._subject, detail) from error

    def page(self, repository: str) -> str:
        """Where a person reads about it."""
        return f"{self._endpoint}/{repository}"

    def _heed(self, response: httpx2.Response, place: str, retries: Retries) -> None:
        """Wait until the server may answer otherwise. Raises EngineFault where it won't."""
        status = response.status_code
        if status == 401 and self._token:
            # A token that has expired closes even what is open to all.
            self._token = None
            return
        fault = refusal(status, self._subject, f"{place} answered {status}")
        if status not in PASSING:
            raise fault
        retries.wait(fault, asked_pause(response.headers))

    def _info(self, repository: str, revision: str) -> Any:
        if os.environ.get("HF_HUB_OFFLINE", "").upper() in constants.ENV_VARS_TRUE_VALUES:
            raise OfflineModeIsEnabled(repository)
        api = HfApi(endpoint=self._endpoint, token=self._token or False, **CLIENT)
        return api.model_info(
            repository, revision=revision, files_metadata=True, timeout=self._patience.silence
        )

    def _checked(self, info: Any, skip: tuple[str, ...]) -> RemoteListing:
        """The files that are used. Raises ValueError for an answer that can't be."""
        if not COMMIT.fullmatch(info.sha or ""):
            raise ValueError("it names no commit")
        every = [sibling.rfilename for sibling in info.siblings]
        files = tuple(_file(each) for each in info.siblings if _is_used(each.rfilename, skip))
        if not any(file.name.endswith(".safetensors") for file in files):
            if any(name.lower().endswith(PICKLED) for name in every):
                raise EngineFault("model_pickled", self._subject)
            raise ValueError("it names no weights")
        _refuse_collisions([file.name for file in files])
        return RemoteListing(info.sha, files)


def _refuse_collisions(names: list[str]) -> None:
    """Raise ValueError for names that are one file, or a file and a folder, on some systems."""
    alike = {name.casefold() for name in names}
    folders = {str(place) for name in alike for place in PurePosixPath(name).parents}
    if len(alike) < len(names) or alike & folders or len(names) > MOST_FILES:
        raise ValueError("it names files that can't lie side by side")


def refusal(status: int, subject: str, detail: str) -> EngineFault:
    """The fault that an HTTP status means."""
    reason = "download_refused" if status in (401, 403) else "download_failed"
    return EngineFault(reason, subject, detail)


def told(error: Exception) -> str:
    """What an exception says, or what it is where it says nothing."""
    return f"{type(error).__name__}: {error}".removesuffix(": ")


def _is_used(name: str, skip: tuple[str, ...]) -> bool:
    hidden = is_safe_name(name) and any(part.startswith(".") for part in name.split("/"))
    return name.lower().endswith(KEPT) and not hidden and not name.startswith(skip or ("\0",))


def _file(sibling: Any) -> RemoteFile:
    """Raises ValueError for what could not be verified, or would lie outside the folder."""
    name, size = sibling.rfilename, sibling.size
    sha256 = sibling.lfs.sha256 if sibling.lfs else ""
    git = "" if sha256 else sibling.blob_id or ""
    if not is_safe_name(name) or not isinstance(size, int) or size < 0:
        raise ValueError(f"the file {name!r} can't be")
    if not (SHA256.fullmatch(sha256) or COMMIT.fullmatch(git)):
        raise ValueError(f"the file {name!r} has no hash")
    return RemoteFile(name, size, sha256, git)
