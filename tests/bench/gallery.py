"""Writes docs/gallery.md: the start, middle and end of every prompt of the gallery's list.

python -m tests.bench.gallery
"""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from app.flatten import shot_plan
from engine.animatic.parse import understand
from engine.render.compositor import Compositor
from tests.bench.prompt_list import GALLERY, Listed, prompts_in

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = DOCS / "pictures" / "gallery"
TALL, GAP, QUALITY = 250, 4, 82
FINER = 2
"""Pictures are painted so many times as large as they are shown."""
HEAD = """# Gallery

What drafts look like: the start, the middle and the end of forty prompts, painted by the animatic
engine on a processor. Words that a draft leaves out are named. `python -m tests.bench.gallery`
paints this page anew.
"""


def main() -> None:
    """Paint every strip and write the page."""
    application = QGuiApplication([])
    PICTURES.mkdir(parents=True, exist_ok=True)
    compositor = Compositor()
    parts = [HEAD]
    for line in prompts_in(GALLERY):
        _strip(line, compositor).save(str(PICTURES / f"{line.name}.jpg"), quality=QUALITY)
        parts.append(_entry(line))
    (DOCS / "gallery.md").write_text("\n".join(parts), encoding="utf-8")
    compositor.close()
    application.quit()


def _strip(line: Listed, compositor: Compositor) -> QImage:
    plan = shot_plan(line.request())
    wide = round(TALL * line.width / line.height)
    strip = QImage(3 * wide + 2 * GAP, TALL, QImage.Format.Format_RGB32)
    strip.fill(QColor("white"))
    with QPainter(strip) as painter:
        for place, frame in enumerate((0, plan.frames // 2, plan.frames - 1)):
            picture = compositor.picture(plan, frame, FINER * wide, FINER * TALL)
            shown = picture.scaled(wide, TALL, mode=Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(place * (wide + GAP), 0, shown)
    return strip


def _entry(line: Listed) -> str:
    left_out = [word.text for word in understand(line.prompt).not_drawn]
    note = f" Not drawn: {', '.join(left_out)}." if left_out else ""
    picture = f"![{line.prompt}](pictures/gallery/{line.name}.jpg)"
    return f"\n**{line.prompt}**{note}\n\n{picture}\n"


if __name__ == "__main__":
    main()
