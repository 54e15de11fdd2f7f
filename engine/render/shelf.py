"""A shelf keeps the things used last, up to a cost, and closes what falls off it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Shelf(Generic[Kept]):
    """Least recently used things leave first; the newest always stays, whatever it costs."""

    def __init__(self, limit: int, close: Callable[[Kept], None] | None = None) -> None:
        self._limit = limit
        self._close = close or (lambda kept: None)
        self._kept: OrderedDict[Hashable, tuple[Kept, int]] = OrderedDict()
        self._cost = 0

    def take(self, key: Hashable, make: Callable[[], Kept], cost: int = 1) -> Kept:
        """What is kept for this key; made now if there is nothing."""
        found = self.find(key)
        if found is not None:
            return found
        made = make()
        self.put(key, made, cost)
        return made

    def find(self, key: Hashable) -> Kept | None:
        """What is kept for this key, if anything."""
        entry = self._kept.get(key)
        if entry is None:
            return None
        self._kept.move_to_end(key)
        return entry[0]

    def put(self, key: Hashable, kept: Kept, cost: int = 1) -> None:
        """Keep this, and drop what was not used for longest."""
        self._drop(key)
        self._kept[key] = kept, cost
        self._cost += cost
        while self._cost > self._limit and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Close and forget everything."""
        for key in list(self._kept):
            self._drop(key)

    @property
    def cost(self) -> int:
        """What everything kept costs together."""
        return self._cost

    def __len__(self) -> int:
        return len(self._kept)

    def _drop(self, key: Hashable) -> None:
        if key in self._kept:
            kept, cost = self._kept.pop(key)
            self._cost -= cost
            self._close(kept)
