"""Stops a model in the middle of whatever it does."""

import ctypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


class Stopped(Exception):
    """The making ended because it was told to; nothing is left of it."""


class Brake:
    """Raises Stopped in the thread that makes, soon after `stop` is set."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def heed(self) -> None:
        """Raises Stopped once it is time to."""
        if self._stop.is_set():
            raise Stopped

    @contextmanager
    def on(self, pipe: Any) -> Iterator[None]:
        """While inside, every part of every component heeds the brake before it runs.

        That reaches text encoders, denoisers and decoders alike, also where a pipeline calls
        nobody back.
        """
        undo = [self._held(module) for module in _modules(pipe)]
        try:
            yield
        finally:
            for each in undo:
                each()

    @contextmanager
    def anywhere(self) -> Iterator[None]:
        """While inside, stopping raises Stopped wherever this thread's Python happens to be.

        For loading, which runs no module. A single call into C is still waited for.
        """
        thread, lock, inside = threading.get_ident(), threading.Lock(), threading.Event()
        over = threading.Event()

        def watch() -> None:
            while not over.is_set():
                if self._stop.wait(0.05):
                    with lock:
                        if not over.is_set():
                            _raise_in(thread, Stopped)
                            inside.set()
                    return

        watcher = threading.Thread(target=watch, name="brake", daemon=True)
        watcher.start()
        try:
            self.heed()
            yield
        finally:
            with lock:
                over.set()
                if inside.is_set():
                    _raise_in(thread, None)

    def _held(self, module: Any) -> Callable[[], None]:
        compiled = getattr(module, "_compiled_call_impl", None)
        if compiled is None:
            return module.register_forward_pre_hook(self._hook).remove

        # A hook would become a part of what is compiled.
        def braked(*arguments: Any, **named: Any) -> Any:
            self.heed()
            return compiled(*arguments, **named)

        module._compiled_call_impl = braked
        return lambda: setattr(module, "_compiled_call_impl", compiled)

    def _hook(self, _module: Any, _arguments: Any) -> None:
        self.heed()


def _modules(pipe: Any) -> Iterator[Any]:
    """All modules of all components, once each, but for those inside a compiled one."""
    import torch

    seen: set[int] = set()
    parts = [part for part in pipe.components.values() if isinstance(part, torch.nn.Module)]
    while parts:
        module = parts.pop()
        if id(module) in seen:
            continue
        seen.add(id(module))
        yield module
        if getattr(module, "_compiled_call_impl", None) is None:
            parts.extend(module.children())


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    value = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), value)
