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
    assert unnamed(studio.window) == []


def unnamed(window) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar)
        if not widget.accessibleName()
    ]


def unreached(window) -> list[str]:
    return [
        widget.accessibleName()
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and widget.isVisible()
        if not widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    ]


@pytest.mark.parametrize("deed", ["show_models", "conform", "show_keys", "export"])
async def test_every_sheet_fits_the_smallest_window_and_is_named_and_reached(studio, deed):
    window = studio.window
    window.resize(1024, 640)
    await studio.shot()
    window.look_for_models()
    await studio.settle()
    window.actions_table[deed].trigger()
    await studio.settle()
    card = window.findChild(QWidget, "card")
    assert window.rect().contains(card.geometry())
    assert (unnamed(window), unreached(window._sheet)) == ([], [])
    assert (window.width(), window.height()) == (1024, 640)


async def test_queue_and_its_editor_fit_the_smallest_window(studio):
    window = studio.window
    window.resize(1024, 640)
    window.look_for_models()
    await studio.shot()
    studio.session.queue.pause()
    for _ in range(6):
        studio.session.make_take(studio.session.project.shots[0].id, "fake/wan-small")
    studio.hand.click(window.top.queue)
    studio.hand.click(window.queue.rows()[5].edit)
    await studio.until(lambda: _is_in_sight(window.queue.editor))
    assert window.rect().contains(window._queue_card.geometry())
    assert (unnamed(window), unreached(window.queue)) == ([], [])


def _is_in_sight(widget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


async def test_every_control_can_be_reached_with_the_tab_key(studio):
    await studio.shot()
    assert unreached(studio.window) == []


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
