"""The studio's side of the engine: child processes behind the contract's Engine."""

from engine.client.local_engine import LocalEngine

__all__ = ["LocalEngine"]
