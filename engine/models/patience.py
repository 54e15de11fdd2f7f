"""How often, and after how long, something is tried again over a network."""

import random
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from engine.contract.events import EngineFault

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""HTTP statuses that may be otherwise in a moment."""

SPENT = re.compile(r"\br\s*=\s*0\s*;\s*t\s*=\s*(\d+)")
"""Nothing remains for so many seconds."""


class Stopped(Exception):
    """It was told to stop."""


@dataclass(frozen=True)
class Patience:
    """Seconds: the first pause, which doubles up to `most`; the longest that a server may ask for;
    how long it may be silent. After `tries` failures in a row it is given up."""

    first: float = 1.0
    most: float = 60.0
    asked: float = 900.0
    silence: float = 60.0
    tries: int = 12


class Retries:
    """Counts failures in a row and waits after each."""

    def __init__(self, patience: Patience, stop: threading.Event) -> None:
        self._patience, self._stop = patience, stop
        self._failures = 0

    def went_on(self) -> None:
        """Something came, so the next failure is the first again."""
        self._failures = 0

    def wait(self, fault: EngineFault, asked: float | None = None) -> None:
        """Wait until it is time to try again, `asked` seconds where the server said so.

        Raises the fault when there have been enough failures, Stopped.
        """
        self._failures += 1
        if self._failures >= self._patience.tries or (asked or 0) > self._patience.asked:
            raise fault
        pause = min(self._patience.first * 2 ** (self._failures - 1), self._patience.most)
        # Else all who were cut off together come back together.
        pause *= random.uniform(0.75, 1.25)
        if self._stop.wait(pause if asked is None else asked):
            raise Stopped


def asked_pause(headers: Mapping[str, str]) -> float | None:
    """The seconds that a Retry-After header asks for, as a number or as a date (RFC 9110), or that
    the Hub's RateLimit header says (draft-ietf-httpapi-ratelimit-headers)."""
    text = headers.get("Retry-After", "").strip()
    if text.isdecimal():
        return float(text)
    if limit := SPENT.search(headers.get("RateLimit", "")):
        return float(limit[1])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
