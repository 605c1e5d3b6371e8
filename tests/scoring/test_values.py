from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property

import pytest

from scoring.values import dataclass


def slotted(make):
    @make(frozen=True, slots=True)
    class Point:
        x: int
        y: int = 2
        tags: Mapping[str, int] = field(default_factory=dict, compare=False)
        hidden: str = field(default="", repr=False)

        def __post_init__(self):
            if self.x < 0:
                raise ValueError("below nought")

    return Point


def plain(make):
    @make(frozen=True)
    class Line:
        """A line."""

        a: int
        b: int

        @cached_property
        def length(self):
            return abs(self.a - self.b)

    return Line


Point, Line = slotted(dataclass), plain(dataclass)
for kind in (Point, Line):  # where pickle looks for them
    kind.__qualname__ = kind.__name__

BOTH = [(slotted(dataclasses.dataclass), Point), (plain(dataclasses.dataclass), Line)]


CALLS: list[tuple[tuple, dict]] = [
    ((1, 5), {}),
    ((), {"b": 1, "a": 4}),
    ((3,), {}),
    ((), {}),
    ((1, 2, {}, "", 5), {}),
    ((-1, 1), {}),
    ((1,), {"a": 1, "x": 1}),
]


@pytest.mark.parametrize(("standard", "own"), BOTH)
@pytest.mark.parametrize(("values", "named"), CALLS)
def test_a_class_takes_and_refuses_what_one_of_the_standard_library_does(standard, own, values, named):
    def told(kind):
        try:
            return repr(kind(*values, **named)).rpartition(".")[2]
        except (TypeError, ValueError) as error:
            return type(error), str(error).rpartition(".")[2].replace("_made", "Point")

    assert told(own) == told(standard)
    assert own.__match_args__ == standard.__match_args__
    assert [each.name for each in dataclasses.fields(own)] == [each.name for each in dataclasses.fields(standard)]


def test_equal_values_are_equal_and_one_key():
    assert Point(1) == Point(1, 2, {"a": 1}) != Point(1, 3)
    assert hash(Point(1)) == hash(Point(1, 2, {"a": 1}))
    assert Line(1, 2) != Point(1, 2)
    assert {Line(1, 2): "here"}[Line(1, 2)] == "here"


@pytest.mark.parametrize("value", [Point(1, tags={"a": 1}), Line(1, 4)])
def test_a_value_never_changes(value):
    name = dataclasses.fields(value)[0].name
    with pytest.raises(FrozenInstanceError, match=f"cannot assign to field '{name}'"):
        setattr(value, name, 3)
    with pytest.raises(FrozenInstanceError, match=f"cannot delete field '{name}'"):
        delattr(value, name)
    assert replace(value, **{name: 7}) != value
    assert replace(value, **{name: 7}) == replace(value, **{name: 7})


@pytest.mark.parametrize("value", [Point(1, tags={"a": 1}), Line(1, 4)])
def test_a_copy_is_equal(value):
    assert copy.copy(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value


def test_two_values_share_no_default():
    first, second = Point(1), Point(1)
    assert first.tags == {}
    assert first.tags is not second.tags


def test_a_class_without_slots_keeps_what_it_worked_out():
    line = Line(1, 5)
    assert line.length == 4
    assert vars(line)["length"] == 4
    assert Line.__doc__ == "A line."
    assert not hasattr(Point(1), "__dict__")
