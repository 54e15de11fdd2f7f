"""A server on this machine that speaks the Hugging Face Hub's protocol, with a network's faults.

Listings come from /api/models/ID/revision/REVISION?blobs=true; files from /ID/resolve/COMMIT/NAME,
large ones over a redirect to another host, as the Hub sends them to its storage.
"""

import gzip
import hashlib
import json
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep
from typing import Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

LARGE = 1000
"""Files of at least so many bytes are stored with LFS."""

PIECE, LONG = 256, 16384
API = re.compile(r"/api/models/(?P<repo>[^/]+/[^/]+)(/revision/(?P<revision>[^/]+))?")
FILE = re.compile(r"/(?P<repo>[^/]+/[^/]+)/resolve/(?P<revision>[^/]+)/(?P<name>.+)")
TREE = re.compile(r"/api/models/(?P<repo>[^/]+/[^/]+)/tree/(?P<revision>[^/]+)")
STORED = re.compile(r"/stored/(?P<repo>[^/]+/[^/]+)/(?P<name>.+)")


@dataclass
class Asked:
    """One request for a file: the server's part, the file, where it began, whether with a token."""

    part: str
    name: str
    start: int
    token: bool


@dataclass
class Repository:
    """`files` as they are sent. `sizes` and `hashes` are what the listing says where that differs.

    `gated` asks for a token that the server knows, "files" for its files alone.
    """

    files: dict[str, bytes]
    commit: str = "c0ffee" + "0" * 34
    gated: bool | Literal["files"] = False
    sizes: dict[str, int] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)


@dataclass
class FakeHub:
    """Use as a context; `endpoint` is then its address.

    Each file's answers are cut off at the byte counts that `drops` holds for it, one an answer.
    `errors` are answered before anything else, one a request: a status and its headers.
    `ignores_ranges` sends files from their beginning whatever was asked. `pause` are the seconds
    between pieces. `packs` compresses files though nobody asked for it. `rate` is how many bytes a
    second each connection gets. Connections beyond `most` are turned away with 503 while others
    send. `shifts` begins ranges so many bytes later than asked. `stalls` are files whose next
    answers, one each, send half of what is due and then nothing for so many seconds. `below` is
    a path that all addresses begin with, `host` where it listens.
    """

    repositories: dict[str, Repository] = field(default_factory=dict)
    tokens: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()
    drops: dict[str, list[int]] = field(default_factory=dict)
    errors: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    ignores_ranges: bool = False
    packs: bool = False
    pause: float = 0.0
    rate: float = 0.0
    most: int = 0
    shifts: int = 0
    stalls: dict[str, list[float]] = field(default_factory=dict)
    below: str = ""
    host: str = "127.0.0.1"
    sending: int = 0
    busiest: int = 0
    """How many files or parts of files are being sent, and the most at once."""

    turn: threading.Lock = field(default_factory=threading.Lock)
    asked: list[Asked] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    """Revisions that listings were asked for."""

    def __enter__(self) -> "FakeHub":
        hub = self

        class Handler(_Handler):
            """Answers for this hub."""

            fake = hub

        self._server = (_SixServer if ":" in self.host else _Server)((self.host, 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def endpoint(self) -> str:
        """What HF_ENDPOINT is to be."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self._server.server_address[1]}{self.below}"

    @property
    def storage(self) -> str:
        """The same server under another host's name."""
        host = f"[{self.host}]" if ":" in self.host else "localhost"
        return f"http://{host}:{self._server.server_address[1]}"

    def begun(self, name: str) -> list[int]:
        """Where in the file each answer that sent a part of it began."""
        sends = [asked for asked in self.asked if asked.name == name]
        stored = [asked.start for asked in sends if asked.part == "storage"]
        return stored or [asked.start for asked in sends]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: clients hang up as they like."""


class _SixServer(_Server):
    address_family = socket.AF_INET6


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    fake: FakeHub

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        """Answer one request."""
        if self.fake.errors:
            status, headers = self.fake.errors.pop(0)
            self._answer(status, b"", headers)
            return
        url = urlsplit(self.path.removeprefix(self.fake.below))
        for pattern, answer in self._ways():
            match = pattern.fullmatch(url.path)
            if match:
                parts = {name: unquote(part or "") for name, part in match.groupdict().items()}
                answer(**parts, query=parse_qs(url.query))
                return
        self._answer(404)

    def do_HEAD(self) -> None:
        """What the Hub's client asks about a file before it fetches it."""
        match = FILE.fullmatch(urlsplit(self.path).path)
        found = self.fake.repositories[match["repo"]]
        sibling = _sibling(found, unquote(match["name"]), with_sizes=True)
        etag = sibling["lfs"]["sha256"] if "lfs" in sibling else sibling["blobId"]
        self.send_response(200)
        self.send_header("X-Repo-Commit", found.commit)
        self.send_header("ETag", f'"{etag}"')
        self.send_header("Content-Length", str(sibling["size"]))
        self.end_headers()

    def _ways(self) -> tuple[tuple[re.Pattern[str], Callable[..., None]], ...]:
        return (
            (API, self._list),
            (TREE, self._tree),
            (STORED, self._send),
            (FILE, self._resolve),
        )

    def _tree(self, repo: str, revision: str, query: object) -> None:
        found = self._open(repo)
        if found is None:
            return
        siblings = [_sibling(found, name, with_sizes=True) for name in sorted(found.files)]
        self._answer_json([_leaf(sibling) for sibling in siblings])

    def _list(self, repo: str, revision: str, query: dict[str, list[str]]) -> None:
        self.fake.listed.append(revision)
        found = self._open(repo, is_file=False)
        if found is None:
            return
        if revision not in ("", "main", found.commit):
            self._answer(404, b"", {"X-Error-Code": "RevisionNotFound"})
            return
        with_sizes = "blobs" in query
        siblings = [_sibling(found, name, with_sizes) for name in sorted(found.files)]
        body = {"id": repo, "sha": found.commit, "private": False, "siblings": siblings}
        self._answer_json(body)

    def _resolve(self, repo: str, revision: str, name: str, query: object) -> None:
        found = self._open(repo)
        if found is None:
            return
        self._note("hub", name)
        if revision != found.commit or name not in found.files:
            self._answer(404, b"", {"X-Error-Code": "EntryNotFound"})
            return
        if len(found.files[name]) >= LARGE:
            place = f"{self.fake.storage}/stored/{repo}/{name}?signature=1"
            self._answer(302, b"", {"Location": place})
            return
        self._send(repo, name, query)
        return

    def _send(self, repo: str, name: str, query: object) -> None:
        content = self.fake.repositories[repo].files[name]
        if self.path.startswith("/stored/"):
            self._note("storage", name)
        with self.fake.turn:
            self.fake.sending += 1
            self.fake.busiest = max(self.fake.busiest, self.fake.sending)
            turned_away = 0 < self.fake.most < self.fake.sending
        try:
            if turned_away:
                self._answer(503)
            elif self.fake.packs:
                self._answer(200, gzip.compress(content), {"Content-Encoding": "gzip"})
            else:
                self._send_part(name, content)
        finally:
            with self.fake.turn:
                self.fake.sending -= 1

    def _send_part(self, name: str, content: bytes) -> None:
        start, stop = self._range(len(content))
        if start >= len(content) and start:
            self._answer(416, b"", {"Content-Range": f"bytes */{len(content)}"})
            return
        is_range = (start, stop) != (0, len(content))
        start += self.fake.shifts if is_range else 0
        self.send_response(206 if is_range else 200)
        if is_range:
            self.send_header("Content-Range", f"bytes {start}-{stop - 1}/{len(content)}")
        self.send_header("Content-Length", str(stop - start))
        self.end_headers()
        cuts, stalls = self.fake.drops.get(name, []), self.fake.stalls.get(name, [])
        cut, stall = cuts.pop(0) if cuts else None, stalls.pop(0) if stalls else 0.0
        self._pour(content[start:stop], cut, stall)

    def _pour(self, content: bytes, cut: int | None, stall: float) -> None:
        sent = content if cut is None else content[:cut]
        piece = PIECE if self.fake.pause or len(content) < LONG else LONG
        half, begun = len(content) // 2, monotonic()
        try:
            for position in range(0, len(sent), piece):
                if stall and position >= half:
                    sleep(stall)
                    stall = 0.0
                self.wfile.write(sent[position : position + piece])
                if self.fake.pause:
                    sleep(self.fake.pause)
                if self.fake.rate:
                    due = begun + (position + piece) / self.fake.rate
                    sleep(max(0.0, due - monotonic()))
        except OSError:
            self.close_connection = True
        if cut is not None:
            self.close_connection = True

    def _open(self, repo: str, is_file: bool = True) -> Repository | None:
        """The repository; else the request has been answered."""
        found = self.fake.repositories.get(repo)
        if found is None:
            self._answer(404, b"", {"X-Error-Code": "RepoNotFound"})
        elif self._token() in self.fake.expired:
            self._answer(401)
        elif not found.gated or (found.gated == "files" and not is_file):
            return found
        elif not self._token():
            self._answer(401, b"", {"X-Error-Code": "GatedRepo"})
        elif self._token() not in self.fake.tokens:
            self._answer(403, b"", {"X-Error-Code": "GatedRepo"})
        else:
            return found
        return None

    def _answer(
        self, status: int, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _answer_json(self, body: object) -> None:
        self._answer(200, json.dumps(body).encode(), {"Content-Type": "application/json"})

    def _note(self, part: str, name: str) -> None:
        self.fake.asked.append(Asked(part, name, self._start(), bool(self._token())))

    def _start(self) -> int:
        return self._asked_range()[0]

    def _range(self, length: int) -> tuple[int, int]:
        """Where the part that is to be sent begins and ends."""
        if self.fake.ignores_ranges:
            return 0, length
        start, stop = self._asked_range()
        return start, min(stop or length, length)

    def _asked_range(self) -> tuple[int, int]:
        match = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        return (int(match[1]), int(match[2]) + 1 if match[2] else 0) if match else (0, 0)

    def _token(self) -> str:
        return self.headers.get("Authorization", "").removeprefix("Bearer ")


def _leaf(sibling: dict[str, Any]) -> dict[str, Any]:
    """The same file as a tree's listing has it."""
    leaf = {
        "type": "file",
        "path": sibling["rfilename"],
        "size": sibling["size"],
        "oid": sibling["blobId"],
    }
    if lfs := sibling.get("lfs"):
        leaf["lfs"] = {**lfs, "oid": lfs["sha256"]}
    return leaf


def _sibling(found: Repository, name: str, with_sizes: bool) -> dict[str, Any]:
    if not with_sizes:
        return {"rfilename": name}
    content = found.files[name]
    size = found.sizes.get(name, len(content))
    git = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
    sibling: dict[str, Any] = {"rfilename": name, "size": size, "blobId": git}
    if len(content) >= LARGE:
        digest = found.hashes.get(name) or hashlib.sha256(content).hexdigest()
        sibling["lfs"] = {"sha256": digest, "size": size, "pointerSize": 134}
    elif name in found.hashes:
        sibling["blobId"] = found.hashes[name]
    return sibling
