"""Moods: colour scripts that grade a picture gently as a whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grade:
    """What becomes of black, of middle grey and of white, and of all colours' strength. `dim`
    darkens the corners by up to this part, `glow` lets bright things bloom, and `air` is how far
    one sees, as a part of usual."""

    black: str = "#000000"
    grey: str = "#808080"
    white: str = "#ffffff"
    strength: float = 1.0
    dim: float = 0.0
    glow: float = 0.0
    air: float = 1.0


MOODS: dict[str, Grade] = {
    "calm": Grade("#060a10", "#82868a", "#fafcff", 0.92),
    "tense": Grade("#000508", "#727a7a", "#fbfff4", 0.82, 0.32),
    "joyful": Grade("#040200", "#8c8882", "#fffdf4", 1.18),
    "melancholy": Grade("#0a1220", "#6e7886", "#e6eef8", 0.68, 0.2),
    "dreamy": Grade("#20182c", "#948a96", "#fff4fa", 0.9, 0.0, 0.5, 0.6),
    "epic": Grade("#000612", "#807c78", "#fff6e2", 1.12, 0.3, 0.15),
    "mysterious": Grade("#040a16", "#5e6c78", "#dcecf0", 0.8, 0.5, 0.1, 0.45),
    "romantic": Grade("#16060c", "#8e7c7e", "#fff0e8", 1.05, 0.16, 0.35),
    "cosy": Grade("#140800", "#8a7c6c", "#fff0d2", 1.06, 0.34, 0.18),
    "eerie": Grade("#020c08", "#647468", "#e0f4dc", 0.62, 0.45, 0.0, 0.4),
    "nostalgic": Grade("#22160e", "#8a8070", "#f8eed4", 0.76, 0.26, 0.12),
    "minimal": Grade("#181a1e", "#969698", "#ffffff", 0.72, 0.0, 0.0, 0.3),
    "lush": Grade("#000604", "#7e8478", "#fcfff4", 1.28),
    "cold": Grade("#000a1a", "#74828e", "#eaf6ff", 0.84),
    "warm": Grade("#120600", "#8a8072", "#fff4de", 1.06),
    "pastel": Grade("#463e4c", "#a6a0a6", "#fffcfa", 0.72, 0.0, 0.15),
    "vivid": Grade("#000000", "#828282", "#ffffff", 1.42),
    "muted": Grade("#10100f", "#807e7a", "#f2f0ea", 0.56),
    "monochrome": Grade("#030304", "#7e7e80", "#fdfdfb", 0.0, 0.2),
    "golden": Grade("#140800", "#92805e", "#ffefc0", 1.05, 0.16, 0.25),
    "neon": Grade("#0c0020", "#7c6e94", "#f4faff", 1.5, 0.25, 0.5),
    "dark": Grade("#000000", "#454953", "#c6ccd8", 0.88, 0.42),
    "bright": Grade("#0a0a0a", "#9a9a9a", "#ffffff", 1.05),
    "festive": Grade("#0a0204", "#8a8078", "#fff4e0", 1.26, 0.1, 0.35),
}
