"""Text boxes that read both ways: Arabic begins at the right and Latin at the left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit


def read_both_ways(box: QPlainTextEdit) -> None:
    """Let the text run and begin as its own script does, whatever the window's direction.

    Qt finds the direction of each paragraph by itself, but aligns a plain text on one side: that
    of its first paragraph here.
    """
    option = box.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    box.document().setDefaultTextOption(option)
    box.document().contentsChanged.connect(lambda: _align(box))
    _align(box)


def _align(box: QPlainTextEdit) -> None:
    empty = box.document().isEmpty()
    block = box.document().firstBlock()
    direction = box.layoutDirection() if empty else block.textDirection()
    right = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option = box.document().defaultTextOption()
    if option.alignment() != side:
        option.setAlignment(side)
        box.document().setDefaultTextOption(option)
