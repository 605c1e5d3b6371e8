"""Frozen dataclasses that are made quickly: the program needs a hundred of them before its first window is there."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool = False) -> Callable[[type], type]:
        """`dataclasses.dataclass` for `frozen=True`, in a tenth of the time.

        That one writes and compiles the source of six methods for each class. Here `__init__` alone is compiled, when
        the class is used first; the others read the fields by their names. What this program does not do with frozen
        classes is left out: `InitVar`, fields that are keyword-only or not in `__init__`, `order`, and inheritance.
        """
        assert frozen
        return lambda cls: _made(cls, slots=slots)


def _made(cls: Any, *, slots: bool) -> type:
    cls.__doc__ = cls.__doc__ or cls.__name__  # else dataclasses would work out the signature for it
    cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    fields = dataclasses.fields(cls)
    every = [field.name for field in fields]
    shown = [field.name for field in fields if field.repr]
    compared = attrgetter(*(field.name for field in fields if field.compare))

    def first_init(self: object, *values: object, **named: object) -> None:
        cls.__init__ = _init_of(cls, fields)
        cls.__init__(self, *values, **named)

    def equal(self: object, other: object) -> object:
        if other.__class__ is cls:
            return compared(self) == compared(other)
        return NotImplemented

    def hashed(self: object) -> int:
        return hash(compared(self))

    def told(self: object) -> str:
        return f"{cls.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def reduced(self: object) -> tuple[type, tuple[object, ...]]:
        return cls, tuple(getattr(self, name) for name in every)

    cls.__init__, cls.__eq__, cls.__hash__, cls.__repr__, cls.__reduce__ = first_init, equal, hashed, told, reduced
    cls.__setattr__, cls.__delattr__ = _refuse_to_set, _refuse_to_delete
    made: type = cls
    return made


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _init_of(cls: Any, fields: tuple[Field[Any], ...]) -> Callable[..., None]:
    """A function that takes the fields and puts each in its place, as one would write it by hand."""
    known: dict[str, object] = {"_MISSING": MISSING}
    taken, steps = [], []
    for field in fields:
        name = value = taker = field.name
        if field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            taker = f"{name}=_default_{name}"
        elif field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            taker, value = f"{name}=_MISSING", f"_make_{name}() if {name} is _MISSING else {name}"
        slot = vars(cls).get(name)
        if isinstance(slot, MemberDescriptorType):
            known[f"_set_{name}"] = slot.__set__
            steps.append(f"_set_{name}(self, {value})")
        else:
            steps.append(f"self.__dict__[{name!r}] = {value}")
        taken.append(taker)
    if hasattr(cls, "__post_init__"):
        steps.append("self.__post_init__()")
    head = [f"def make({', '.join(known)}):", f" def __init__({', '.join(['self', *taken])}):"]
    made: dict[str, Any] = {}
    exec("\n".join([*head, *(f"  {step}" for step in steps), " return __init__"]), {"__name__": cls.__module__}, made)
    init: Callable[..., None] = made["make"](**known)
    return init
