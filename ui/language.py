"""The window's language: the system's or the person's choice, with its direction."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

TRANSLATIONS = Path(__file__).parents[1] / "resources" / "translations"
LANGUAGES = {"en": "English", "ar": "العربية"}


class Language:
    """Translates the application; another call of `speak` takes the place of the one before."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []

    def speak(self, choice: str) -> None:
        """Speak the language of this code, or that of the "system". New windows are made in it."""
        self.leave()
        locale = QLocale.system() if choice == "system" else QLocale(choice)
        qt = self._loaded(locale, "qtbase", QLibraryInfo.path(_QT_TRANSLATIONS))
        ours = self._loaded(locale, "laqta", str(TRANSLATIONS))
        known = choice == "en" or bool(qt or ours)
        # English has a file of its own too: it knows one take from two takes.
        ours = ours or self._loaded(QLocale("en"), "laqta", str(TRANSLATIONS))
        self._translators = [*qt, *ours]
        right = known and locale.textDirection() == Qt.LayoutDirection.RightToLeft
        self._app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )

    def leave(self) -> None:
        """Speak the source's English again."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []

    def _loaded(self, locale: QLocale, name: str, folder: str) -> list[QTranslator]:
        translator = QTranslator(self._app)
        if not translator.load(locale, name, "_", folder):
            return []
        self._app.installTranslator(translator)
        return [translator]


_QT_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath
