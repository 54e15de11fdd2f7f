"""Where models are asked for, and the folders that they may be brought into."""

import msgspec


class Room(msgspec.Struct, frozen=True):
    """A folder that may hold models, and the bytes that are free on its drive.

    `there` is false for a folder whose drive is unplugged. `come` are the bytes of the model that
    was asked about which lie there already.
    """

    folder: str
    free: int
    there: bool = True
    come: int = 0


class Supply(msgspec.Struct, frozen=True):
    """`origin` is the address of the server, and `mirror` says that it isn't the usual one.

    `offline`: nobody is asked. `rooms` stand in the order in which room is looked for in them.
    """

    origin: str
    mirror: bool
    offline: bool
    rooms: tuple[Room, ...]
