"""Arabic covers the whole window and keeps every placeholder; languages change in place."""

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt, QTranslator

from app.model_limits import ROLE_WORDS
from tests.ui.source_texts import Text, is_known, notes, texts
from ui.language import TRANSLATIONS, Language
from ui.notes import SUBJECTS, note_text

PLACEHOLDER = re.compile(r"\{\w+\}|%n|%1")


@pytest.fixture(scope="module")
def arabic(qt_application):
    translator = QTranslator()
    assert translator.load(str(TRANSLATIONS / "laqta_ar.qm"))
    return translator


def translated(translator: QTranslator, text: Text) -> str:
    return translator.translate(text.context, text.text, "", 11 if text.many else -1)


def test_every_text_is_translated(arabic):
    assert [text for text in sorted(texts()) if not translated(arabic, text)] == []


def test_every_placeholder_is_kept(arabic):
    lost = [
        text
        for text in sorted(texts())
        if set(PLACEHOLDER.findall(text.text)) - set(PLACEHOLDER.findall(translated(arabic, text)))
    ]
    assert lost == []


def test_texts_are_found_in_the_source():
    assert Text("actions", "Undo") in texts()
    assert Text("edits", "Trim") in texts()
    assert len(texts()) > 300


def test_arabic_turns_the_window_round_and_english_turns_it_back(qt_application):
    language = Language(qt_application)
    language.speak("ar")
    assert qt_application.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert qt_application.translate("actions", "Undo") == "تراجع"
    language.speak("en")
    assert qt_application.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert qt_application.translate("actions", "Undo") == "Undo"


def test_every_note_of_app_and_engine_is_known():
    assert [note for note in sorted(notes()) if not is_known(note)] == []


def test_every_reference_that_a_note_names_is_known():
    assert set(ROLE_WORDS.values()) - set(SUBJECTS) == set()


def test_numbers_and_names_in_a_note_are_kept(qt_application):
    language = Language(qt_application)
    language.speak("ar")
    made = note_text("The model makes 832 × 480 pixels.")
    long = note_text("On the processor this takes about 12 minutes.")
    language.speak("en")
    assert "832 × 480" in made and "model" not in made
    assert "12" in long and "minutes" not in long
    assert note_text("Something else.") == "Something else."


def test_english_file_holds_nothing_but_plurals():
    messages = ElementTree.parse(TRANSLATIONS / "laqta_en.ts").iter("message")
    assert [each.findtext("source") for each in messages if each.get("numerus") != "yes"] == []


def test_a_language_that_nobody_translated_counts_as_english_does(qt_application):
    language = Language(qt_application)
    try:
        language.speak("de")
        assert qt_application.translate("ShotSection", "%n takes", None, 1) == "1 take"
        assert qt_application.layoutDirection() == Qt.LayoutDirection.LeftToRight
    finally:
        language.leave()
