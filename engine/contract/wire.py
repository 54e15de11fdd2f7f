"""Contract values to JSON bytes and back, the same bytes for the same value every time."""

import hashlib
from fractions import Fraction
from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")


def encode(value: object) -> bytes:
    """JSON bytes of a contract value. Equal values give equal bytes."""
    return msgspec.json.encode(value, enc_hook=_to_wire, order="deterministic")


def decode(data: bytes | str, kind: type[Value]) -> Value:
    """The value of type `kind` in `data`.

    Raises msgspec.ValidationError when `data` does not describe a legal value.
    """
    return msgspec.json.decode(data, type=kind, dec_hook=_from_wire)


def content_hash(value: object) -> str:
    """SHA-256 of the value's wire form, in hexadecimal."""
    return hashlib.sha256(encode(value)).hexdigest()


def _to_wire(value: Any) -> str:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    raise NotImplementedError(f"{type(value).__name__} has no wire form")


def _from_wire(kind: type, value: Any) -> Any:
    if kind is Fraction and isinstance(value, str | int):
        try:
            return Fraction(value)
        except (ValueError, ZeroDivisionError) as error:
            raise ValueError(f"'{value}' is not a fraction") from error
    raise NotImplementedError(f"{kind.__name__} can't be read from {value!r}")
