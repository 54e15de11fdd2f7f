"""One of the connections that bring pieces of a file over HTTP."""

import re

import httpx2

from engine.contract.events import EngineFault
from engine.models.hub import RemoteFile, refusal, told
from engine.models.patience import PASSING, Retries, asked_pause
from engine.models.pieces import Ended, Piece, Pieces

CONTENT_RANGE = re.compile(r"bytes (\d+)-\d*/(\d+|\*)")


class Otherwise(Exception):
    """What the server has can't be what the listing says."""


class NoRanges(Exception):
    """The server sends files from their beginning, whatever is asked for."""


class Connection:
    """Brings pieces, one after the other, until there are no more."""

    def __init__(
        self,
        client: httpx2.Client,
        url: str,
        headers: dict[str, str],
        wanted: RemoteFile,
        pieces: Pieces,
        retries: Retries,
    ) -> None:
        self._client, self._url, self._headers = client, url, headers
        self._wanted, self._pieces, self._retries = wanted, pieces, retries

    def work(self) -> None:
        """Bring pieces; what goes wrong ends them all."""
        try:
            while piece := self._pieces.take():
                self._bring(piece)
        except Ended:
            pass
        except BaseException as error:
            self._pieces.end(error)

    def _bring(self, piece: Piece) -> None:
        while piece.missing:
            before = piece.position
            try:
                trouble, asked = self._stream(piece)
            except (httpx2.TooManyRedirects, httpx2.UnsupportedProtocol) as error:
                raise self._failed(told(error)) from error
            except httpx2.TransportError as error:
                trouble, asked = self._failed(told(error)), None
            if piece.missing:
                # Some servers take fewer connections at once, and tell those that are too many so.
                if piece.position == before and self._pieces.leave(piece):
                    return
                self._retries.wait(trouble, asked)

    def _stream(self, piece: Piece) -> tuple[EngineFault, float | None]:
        """Bring what comes; why that may not be all, and after how many seconds to ask again."""
        headers = self._headers | self._range(piece)
        with self._client.stream("GET", self._url, headers=headers) as response:
            if not self._is_content(response, piece):
                return self._refusal(response), asked_pause(response.headers)
            for came in response.iter_raw():
                if not piece.missing:
                    break
                if self._pieces.add(piece, came[: piece.missing]):
                    self._retries.went_on()
        return self._failed("the connection ended too early"), None

    def _is_content(self, response: httpx2.Response, piece: Piece) -> bool:
        """Whether the file's bytes follow from where they are needed."""
        status = response.status_code
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise self._failed("the server sends it packed")
        if self._is_of_another_length(response):
            raise Otherwise
        if status == 206 and _start(response) == piece.position:
            return True
        if status in (200, 206):
            if self._range(piece) and not self._pieces.is_one:
                raise NoRanges
            self._pieces.begin_again(piece)
        elif status not in PASSING:
            raise self._refusal(response)
        return status == 200

    def _range(self, piece: Piece) -> dict[str, str]:
        """The header that asks for what is missing; none where that is the whole file."""
        if piece.end < self._wanted.bytes:
            return {"Range": f"bytes={piece.position}-{piece.end - 1}"}
        return {"Range": f"bytes={piece.position}-"} if piece.position else {}

    def _is_of_another_length(self, response: httpx2.Response) -> bool:
        """Whether the server says that the file has more or fewer bytes than the listing does."""
        headers, listed = response.headers, str(self._wanted.bytes)
        if response.status_code == 200:
            return headers.get("Content-Length", listed) != listed
        match = CONTENT_RANGE.fullmatch(headers.get("Content-Range", ""))
        said = match[2] if match and response.status_code == 206 else "*"
        return response.status_code == 416 or said not in ("*", listed)

    def _refusal(self, response: httpx2.Response) -> EngineFault:
        status = response.status_code
        detail = f"the server answered {status} for {response.url.host}"
        return refusal(status, self._wanted.name, detail)

    def _failed(self, detail: str) -> EngineFault:
        return EngineFault("download_failed", self._wanted.name, detail)


def _start(response: httpx2.Response) -> int:
    """Where in the file the answer says that it begins, -1 where it doesn't say."""
    match = CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
    return int(match[1]) if match else -1
