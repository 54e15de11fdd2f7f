"""A brake works between modules and, while something loads, between any two steps of Python."""

import threading
import time

import pytest

from engine.diffusion.cancelling import Brake, Stopped


def test_what_runs_no_module_is_stopped_wherever_it_is():
    stop = threading.Event()
    threading.Timer(0.05, stop.set).start()
    with pytest.raises(Stopped), Brake(stop).anywhere():
        begin = time.thread_time()
        while time.thread_time() - begin < 60:
            pass


def test_who_was_inside_in_time_is_left_alone_afterwards():
    stop = threading.Event()
    for _ in range(50):
        with Brake(stop).anywhere():
            pass
    stop.set()
    time.sleep(0.2)
    with pytest.raises(Stopped), Brake(stop).anywhere():
        raise AssertionError("nothing begins once it is over")


def test_the_stop_of_another_thread_is_not_ours():
    stop, seen = threading.Event(), []

    def work():
        try:
            with Brake(stop).anywhere():
                time.sleep(0.1)
                for _ in range(10**9):
                    pass
        except Stopped as error:
            seen.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    stop.set()
    worker.join()
    assert len(seen) == 1
