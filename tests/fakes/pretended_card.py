"""A graphics card that isn't there: torch takes it for an accelerator of its own, named "card".

What lies on it lies in the machine's own memory and the processor computes with it, so the same
numbers come out. But like a real card it refuses to compute with what lies beside it, other than
single numbers; and what a side stream brings is rubbish until that stream is waited for.

It is torch's PrivateUse1 backend with one kernel for everything (`_kernel`). DLPack hands a tensor
over without copying it and says in a field where it lies: to change that field moves the tensor.
"""

# ruff: noqa: TID253 - only a process that is to have the card imports this.
import ctypes
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import torch
from torch.utils.backend_registration import _setup_privateuseone_for_python_backend
from torch.utils.dlpack import from_dlpack, to_dlpack

from tests.fakes.torch_card import CARD, TorchCard

ON_PROCESSOR, ON_CARD = 1, 12
"""kDLCPU and kDLExtDev of dlpack.h."""

TAKES_PLACES, PUTS_AT_PLACES = ("aten::index.",), ("aten::index_put", "aten::_index_put_impl")
"""Operations that mind less where the places lie."""

_plain_data: Any = torch.Tensor.data
_plain_deepcopy: Any = torch.Tensor.__deepcopy__


@cache
def plug_in() -> tuple[torch.library.Library, ...]:
    """From now on this process has the card; it can't be taken out again. What is given back holds
    the kernels."""
    _setup_privateuseone_for_python_backend(CARD, backend_module=TorchCard())
    every, some = torch.library.Library("_", "IMPL"), torch.library.Library("aten", "IMPL")
    every.fallback(_kernel, "PrivateUse1")
    for name in _made_of_others():
        some.impl(name, _by_processor(name), "PrivateUse1")
    for name, kernel in OTHERWISE.items():
        some.impl(name, kernel, "PrivateUse1")
    some.impl("_pin_memory", lambda tensor, device=None: tensor.clone(), "CPU")
    some.impl("is_pinned", lambda tensor, device=None: False, "CPU")
    # A parameter stays what it is when its data move to the card, as with CUDA.
    torch.__future__.set_swap_module_params_on_conversion(True)
    torch.Tensor.data = property(_plain_data.__get__, _set_data)
    torch.Tensor.__deepcopy__ = _deepcopy
    return every, some


class _Handed(ctypes.Structure):
    """The beginning of what a capsule of DLPack's points to."""

    _fields_ = (("data", ctypes.c_void_p), ("device", ctypes.c_int32))


_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.restype, _pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]


def _on(device: int, tensor: torch.Tensor) -> torch.Tensor:
    """The same numbers, in the same memory, on the other device."""
    capsule = to_dlpack(tensor)
    _Handed.from_address(_pointer(capsule, b"dltensor")).device = device
    return from_dlpack(capsule)


def _lies_there(value: Any) -> bool:
    return isinstance(value, torch.Tensor) and value.device.type == CARD


def _kernel(op: Any, *given: Any, **named: Any) -> Any:
    """Whatever has a part on the card, or is to make something there."""
    _refuse_mixtures(op, given, named)
    torch.card.operations += 1
    changed = {id(each) for each in _changed(op, given, named)}
    given_back: dict[int, torch.Tensor] = {}

    def here(value: Any) -> Any:
        if isinstance(value, torch.device):
            return torch.device("cpu")
        alias = _on(ON_PROCESSOR, value) if _lies_there(value) else value
        if id(value) in changed:
            # What is empty may be made larger, which borrowed memory can't.
            alias = alias if value.numel() else torch.empty(0, dtype=value.dtype)
            given_back[id(alias)] = value
        return alias

    def there(value: Any) -> Any:
        if not isinstance(value, torch.Tensor):
            return value
        return given_back[id(value)] if id(value) in given_back else _on(ON_CARD, value)

    inputs = _each(here, (given, named))
    made = _overload(op, given)(*inputs[0], **inputs[1])
    for alias in _leaves(inputs):
        if id(alias) in given_back and alias.numel() != given_back[id(alias)].numel():
            _plain_data.__set__(given_back[id(alias)], _on(ON_CARD, alias))
    return _each(there, made)


def _overload(op: Any, given: tuple[Any, ...]) -> Any:
    """The one for numbers where a number stands for a tensor: torch hands it over bare."""
    kinds = (str(argument.type) for argument in op._schema.arguments)
    bare = (
        k == "Tensor" and isinstance(v, int | float) for k, v in zip(kinds, given, strict=False)
    )
    return op.overloadpacket if any(bare) else op


def _changed(op: Any, given: tuple[Any, ...], named: dict[str, Any]) -> Iterator[Any]:
    """The tensors that the operation writes into."""
    for place, name in _written(op):
        yield from _leaves(given[place] if place < len(given) else named.get(name))


@cache
def _written(op: Any) -> tuple[tuple[int, str], ...]:
    arguments = enumerate(op._schema.arguments)
    kinds = ((place, each.name, each.alias_info) for place, each in arguments)
    return tuple((place, name) for place, name, alias in kinds if alias and alias.is_write)


def _each(change: Callable[[Any], Any], value: Any) -> Any:
    if isinstance(value, list | tuple):
        return type(value)(_each(change, each) for each in value)
    if isinstance(value, dict):
        return {name: _each(change, each) for name, each in value.items()}
    return change(value)


def _leaves(value: Any) -> list[Any]:
    found: list[Any] = []
    _each(found.append, value)
    return found


def _refuse_mixtures(op: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
    values, home, singles = _leaves((given, named)), CARD, torch.Tag.pointwise in op.tags
    for value in values:
        if isinstance(value, torch.Generator) and value.device.type != CARD:
            raise RuntimeError(f"Expected a {CARD} generator for {op}, found {value.device}")
    if op.name().startswith(TAKES_PLACES):
        values = given[:1]
    elif op.name().startswith(PUTS_AT_PLACES):
        values, home, singles = given[2:3], given[0].device.type, True
    for tensor in (each for each in values if isinstance(each, torch.Tensor)):
        if tensor.device.type != home and (tensor.ndim or not singles):
            raise RuntimeError(f"Expected all tensors of {op} on one device, found {CARD} and cpu")


def _copy(source: torch.Tensor, target: torch.Tensor, non_blocking: bool = False) -> torch.Tensor:
    """Between the devices, or on the card."""
    stream = torch.card.side_stream
    begin, end = (_on(ON_PROCESSOR, e) if _lies_there(e) else e for e in (source, target))
    if stream is None or not non_blocking:
        end.copy_(begin)
    else:
        end.fill_(float("nan") if end.is_floating_point() else 99)
        stream.late.append(lambda: end.copy_(begin))
    return target


def _by_processor(name: str) -> Callable[..., Any]:
    packet, _, overload = name.partition(".")
    return partial(_kernel, getattr(getattr(torch.ops.aten, packet), overload or "default"))


def _made_of_others() -> Iterator[str]:
    """Operations that the processor has whole, and that a card without a kernel of its own would
    make of smaller ones, to other bits."""
    has = torch._C._dispatch_has_kernel_for_dispatch_key
    makings = ("CompositeExplicitAutograd", "CompositeExplicitAutogradNonFunctional")
    for name in torch._C._dispatch_get_all_op_names():
        if name.startswith("aten::") and has(name, "CPU") and any(has(name, m) for m in makings):
            yield name.removeprefix("aten::")


OTHERWISE: dict[str, Callable[..., Any]] = {
    "_copy_from": _copy,
    "record_stream": lambda tensor, stream: None,
    "convolution_overrideable": _by_processor("convolution"),
    "scaled_dot_product_attention": _by_processor("scaled_dot_product_attention"),
}


def _set_data(tensor: torch.Tensor, value: torch.Tensor) -> None:
    """`tensor.data = value`, also where the two lie on different devices."""
    if tensor.device.type == value.device.type:
        _plain_data.__set__(tensor, value)
        return
    like = torch.Tensor._make_subclass(type(tensor), value.detach(), tensor.requires_grad)
    like.__dict__.update(tensor.__dict__)
    torch.utils.swap_tensors(tensor, like)


def _deepcopy(tensor: torch.Tensor, memo: dict[int, Any]) -> torch.Tensor:
    """torch's own wants an allocator for the device."""
    return tensor.clone() if _lies_there(tensor) else _plain_deepcopy(tensor, memo)
