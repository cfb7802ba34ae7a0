"""Frozen values made fast, for the places that make hundreds of them at once.

A frozen dataclass sets each field through ``object.__setattr__``, a call apiece: a post of 21 fields costs 5 us, six
times what plain assignments do. A class of the same slots that is not frozen takes plain assignments, and an object
may turn from one class to another whose slots are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, make_dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_T = TypeVar("_T", bound="DataclassInstance")


def thawed(frozen: type[_T]) -> Callable[..., _T]:
    """Return what makes the yet unfrozen twin of a slotted dataclass from the values of all its fields, in order.

    Setting ``__class__`` of what it gives to ``frozen`` makes a value like any other. Nothing is checked on the way.
    """
    names = [(field.name, object) for field in fields(frozen)]
    return make_dataclass(f"Thawed{frozen.__name__}", names, slots=True, eq=False, repr=False)
