"""Everybody can use it: names for screen readers, contrast, focus, and both directions."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSlider,
    QWidget,
)

from ui import theme
from ui.widgets.drag_number import DragNumber
from ui.widgets.segments import Segments

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QSlider, DragNumber, Segments)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = QColor(colour).getRgbF()[:3]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", ["INK", "WELL", "PANEL", "RAISED"])
@pytest.mark.parametrize("text", ["TEXT", "MUTED", "FAINT", "ACCENT", "DANGER"])
def test_text_stands_out(text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


def test_accent_button_stands_out():
    assert contrast(theme.ON_ACCENT, theme.ACCENT) >= 4.5


@pytest.mark.parametrize("ground", theme.CLIP_COLOURS.values())
def test_clip_names_stand_out(ground):
    assert contrast(theme.TEXT, ground) >= 4.5


def test_style_sheet_names_only_known_colours():
    assert not re.findall(r"@\w+@", theme.style_sheet())


async def test_every_control_has_a_name(studio):
    await studio.shot()
    studio.hand.key(studio.canvas, Qt.Key.Key_T)
    studio.hand.key(studio.canvas, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    await studio.settle()
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in studio.window.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar)
        if not widget.accessibleName()
    ]
    assert nameless == []


async def test_every_control_can_be_reached_with_the_tab_key(studio):
    await studio.shot()
    unreached = [
        widget.accessibleName()
        for widget in studio.window.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and widget.isVisible()
        if not widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    ]
    assert unreached == []


async def test_every_widget_fits_into_the_smallest_window(studio):
    studio.window.resize(1024, 640)
    await studio.shot()
    await studio.settle()
    assert (studio.window.width(), studio.window.height()) == (1024, 640)
    inspector = studio.window.inspector
    for section in inspector.sections():
        if section.isVisible():
            assert section.minimumSizeHint().width() <= inspector.width() - 2 * theme.MARGIN


async def test_mirrored_window_keeps_time_running_to_the_right(studio):
    window = studio.window
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    await studio.shot()
    await studio.settle()
    assert window.side.x() > window.inspector.x()
    assert window.canvas.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.viewer.bar.layoutDirection() == Qt.LayoutDirection.LeftToRight
    view = window.canvas.geometry_now
    assert view.x(100) > view.x(0)
