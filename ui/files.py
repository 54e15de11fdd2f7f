"""Files from the file manager or the file dialog, told apart by their names alone."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".svg")
FILMS = (".mp4", ".mov", ".webm", ".mkv", ".avi", ".m4v", ".gif", ".apng", ".mpg", ".ts")
SOUNDS = (".wav", ".mp3", ".flac", ".ogg", ".opus", ".m4a", ".aac", ".aiff")
PROJECT = ".laqta"


def dropped_paths(mime: QMimeData) -> list[Path]:
    """The local files of a drag, in their order."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def is_picture(path: Path) -> bool:
    """Whether the name is that of a still picture."""
    return path.suffix.lower() in PICTURES


def is_sound(path: Path) -> bool:
    """Whether the name is that of a sound."""
    return path.suffix.lower() in SOUNDS


def pick_media(parent: QWidget, kinds: tuple[str, ...] = (*PICTURES, *FILMS, *SOUNDS)) -> list[str]:
    """Let the person choose media files."""
    title = QCoreApplication.translate("files", "Choose files")
    media = QCoreApplication.translate("files", "Media")
    patterns = " ".join(f"*{kind} *{kind.upper()}" for kind in kinds)
    paths, _ = QFileDialog.getOpenFileNames(parent, title, "", f"{media} ({patterns})")
    return paths


def pick_project(parent: QWidget) -> str:
    """Let the person choose a project to open; "" if they don't."""
    title = QCoreApplication.translate("files", "Open a project")
    name = QCoreApplication.translate("files", "Laqta projects")
    path, _ = QFileDialog.getOpenFileName(parent, title, "", f"{name} (*{PROJECT})")
    return path


def pick_new_project(parent: QWidget, title: str) -> str:
    """Let the person choose where a project goes; "" if they don't."""
    name = QCoreApplication.translate("files", "Laqta projects")
    path, _ = QFileDialog.getSaveFileName(parent, title, "", f"{name} (*{PROJECT})")
    return path if not path or path.endswith(PROJECT) else path + PROJECT
