"""The looks that every engine knows by name."""

LOOK_NAMES = ("noir", "golden", "comic")
