"""Circles of objects are taken away on the window's thread, whoever makes the next object."""

import gc
import threading
import weakref

from PySide6.QtTest import QTest

from ui.garbage import EVERY, Garbage


class Circle:
    def __init__(self) -> None:
        self.itself = self


def make_many() -> list[list[int]]:
    return [[number] for number in range(50_000)]


def test_a_thread_in_the_background_destroys_nothing(qt_application):
    gc.collect()
    garbage, ended = Garbage(), []
    try:
        circle = Circle()
        weakref.finalize(circle, lambda: ended.append(threading.current_thread()))
        del circle
        thread = threading.Thread(target=make_many)
        thread.start()
        thread.join()
        assert ended == []
        kept = make_many()
        QTest.qWait(2 * EVERY)
        assert ended == [threading.main_thread()] and kept
    finally:
        garbage.stop()
    assert gc.isenabled()
