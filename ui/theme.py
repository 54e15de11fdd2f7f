"""The look of the whole window: colours, sizes, fonts and the style sheet made from them.

One accent; everything else is a neutral, so that the picture is the brightest thing on the screen.
All sizes are multiples of 4 pixels, most of 8.
"""

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

INK = "#0e0f11"
WELL = "#131517"
PANEL = "#181a1d"
RAISED = "#212428"
HOVER = "#2b2f34"
PRESSED = "#33383e"
LINE = "#272b2f"
EDGE = "#3a4047"
TEXT = "#e6e8ea"
MUTED = "#a9afb7"
FAINT = "#8b929b"
DIMMED = "#5b626b"
ACCENT = "#f2a93b"
ACCENT_HOVER = "#f7b957"
ON_ACCENT = "#1d1303"
DANGER = "#f0786b"
GOOD = "#7cc192"

TOP_BAR = 48
ROW = 32
ICON = 20
RADIUS = 6
SEAM = 2
MARGIN = 16
SCROLL_BAR = 10

WORD_COLOURS = {
    "place": "#74c08e",
    "time": "#e0ac66",
    "weather": "#76b4e6",
    "subject": "#ee8f7e",
    "action": "#e39bc9",
    "camera": "#a79df0",
    "style": "#d3c061",
    "sound": "#66c7bc",
    "mood": "#bda8e8",
    "other": "#a9afb7",
}

CLIP_COLOURS = {
    "shot": "#2f4a57",
    "video": "#36473b",
    "still": "#4a4433",
    "title": "#45385a",
    "sound": "#2b4a46",
}

FAMILIES = ("Inter", "Segoe UI Variable Text", "Segoe UI", "SF Pro Text", "Noto Sans")
FALLBACKS = ("Noto Sans Arabic", "Noto Sans", "DejaVu Sans")


def dress(app: QApplication) -> None:
    """Give the whole application this look."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(text_font(13))
    app.setPalette(_palette())
    app.setStyleSheet(style_sheet())


def text_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface's face at this height in pixels."""
    font = QFont([*FAMILIES, *FALLBACKS])
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def figures_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface's face with figures of one width, so that running numbers stand still."""
    font = text_font(pixels, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def shade(colour: str, alpha: float) -> QColor:
    """The colour with an opacity from 0 to 1."""
    shaded = QColor(colour)
    shaded.setAlphaF(alpha)
    return shaded


def style_sheet() -> str:
    """The style sheet with the colours of this file filled in."""
    sheet = (Path(__file__).parent / "theme.qss").read_text(encoding="utf-8")
    names = {name: value for name, value in globals().items() if name.isupper()}
    for name in sorted(names, key=len, reverse=True):
        if isinstance(names[name], str):
            sheet = sheet.replace(f"@{name}@", names[name])
    return sheet


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: PANEL,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.Base: RAISED,
        QPalette.ColorRole.AlternateBase: PANEL,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.Button: RAISED,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.BrightText: TEXT,
        QPalette.ColorRole.ToolTipBase: RAISED,
        QPalette.ColorRole.ToolTipText: TEXT,
        QPalette.ColorRole.PlaceholderText: FAINT,
        QPalette.ColorRole.Highlight: ACCENT,
        QPalette.ColorRole.HighlightedText: ON_ACCENT,
        QPalette.ColorRole.Link: ACCENT,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(EDGE))
    return palette
