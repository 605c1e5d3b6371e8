"""The ballots of a crowd: they come from files and are kept as columns of whole numbers. Loaded where there are any."""

from __future__ import annotations

import sys
import zlib
from array import array
from base64 import b64decode, b64encode
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, TypeAlias

Whole: TypeAlias = "array[int] | list[int]"
"""A column of whole numbers; a list where one of them needs more than 64 bits."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Ballots side by side: the judges' `places`, rising, and by criterion every score times `unit`, a power of ten."""

    places: Sequence[int]
    scores: Mapping[str, Whole]
    unit: int

    def without(self, out: Collection[int]) -> Columns:
        """The same ballots but for those of some judges."""
        gone = [row for row in (self.row(place) for place in out) if row is not None]
        if not gone:
            return self
        return Columns(_without(self.places, gone), {k: _without(v, gone) for k, v in self.scores.items()}, self.unit)

    def row(self, place: int) -> int | None:
        """Where the ballot of a judge stands, or None."""
        row = bisect_left(self.places, place)
        return row if row < len(self.places) and self.places[row] == place else None

    def in_units(self, unit: int) -> Columns:
        """The same ballots in another unit, in which every score is whole as well."""
        if unit == self.unit:
            return self
        scores = {key: narrow([value * unit // self.unit for value in values]) for key, values in self.scores.items()}
        return Columns(self.places, scores, unit)


def _without(values: Sequence[int], gone: Sequence[int]) -> Any:
    left = values[:]
    for row in sorted(gone, reverse=True):
        del left[row]  # type: ignore[attr-defined]
    return left


def narrow(values: list[int]) -> Whole:
    """The same numbers in as few bytes as hold the greatest one."""
    top = max(values, default=0)
    return next(
        (array(code, values) for code, bits in (("B", 8), ("H", 16), ("I", 32), ("Q", 64)) if top < 2**bits), values
    )


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file brought of one crowd for one entry: `record` is the import, `at` its time."""

    columns: Columns
    record: int
    at: str


@dataclass(frozen=True)
class Pile:
    """The ballots of one crowd for one entry, the layers of all files, oldest first; a later ballot takes the place of
    an earlier one.
    """

    layers: tuple[Layer, ...]

    @cached_property
    def columns(self) -> Columns:
        """The ballots that count."""
        merged = self.layers[0].columns
        for layer in self.layers[1:]:
            merged = _laid_over(merged, layer.columns)
        return merged

    def find(self, place: int) -> tuple[Layer, int] | None:
        """Where the ballot of a judge stands: its layer, and its row there."""
        for layer in reversed(self.layers):
            row = layer.columns.row(place)
            if row is not None:
                return layer, row
        return None


def _laid_over(below: Columns, above: Columns) -> Columns:
    unit = max(below.unit, above.unit)
    below, above = below.in_units(unit), above.in_units(unit)
    if below.places == above.places:
        return above
    covered = set(above.places)
    kept = [row for row, place in enumerate(below.places) if place not in covered]
    places = [*(below.places[row] for row in kept), *above.places]
    order = sorted(range(len(places)), key=places.__getitem__)
    scores = {}
    for key, over in above.scores.items():
        under = below.scores[key]
        values = [*(under[row] for row in kept), *over]
        scores[key] = narrow([values[row] for row in order])
    return Columns(array("I", (places[row] for row in order)), scores, unit)


@dataclass(frozen=True, slots=True)
class Block:
    """The ballots of one crowd for one entry within a file."""

    entry: str
    group: str
    columns: Columns


@dataclass(frozen=True)
class CrowdSheet:
    """The crowds' ballots of one file, packed for the journal; unpacked when they are first asked for.

    `digest` is the SHA-256 of what is packed, `heads` says of each block its entry, its group and how many ballots.
    """

    digest: str
    heads: tuple[tuple[str, str, int], ...] = field(compare=False)
    criteria: tuple[tuple[str, int], ...] = field(compare=False)
    unit: int = field(compare=False)
    packed: str = field(compare=False, repr=False)

    @classmethod
    def of(cls, blocks: Sequence[Block], unit: int) -> CrowdSheet:
        """Pack blocks that all have the same criteria and the same unit."""
        criteria = tuple((key, _width(blocks, key)) for key in blocks[0].columns.scores)
        raw = b"".join(_raw(block.columns, criteria) for block in blocks)
        heads = tuple((block.entry, block.group, len(block.columns.places)) for block in blocks)
        return cls(_digest(raw), heads, criteria, unit, b64encode(zlib.compress(raw, 6)).decode())

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> CrowdSheet:
        """The sheet that `to_json` wrote."""
        heads = tuple((entry, group, n) for entry, group, n in data["blocks"])
        criteria = tuple((key, width) for key, width in data["criteria"])
        return cls(data["digest"], heads, criteria, data["unit"], data["packed"])

    def to_json(self) -> dict[str, Any]:
        """The sheet as the journal keeps it."""
        return {
            "digest": self.digest,
            "blocks": [list(head) for head in self.heads],
            "criteria": [list(each) for each in self.criteria],
            "unit": self.unit,
            "packed": self.packed,
        }

    @property
    def count(self) -> int:
        """How many ballots there are."""
        return sum(n for _, _, n in self.heads)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The ballots. Raises `ValueError` where what is packed is not what was packed."""
        size = self.count * (4 + sum(width for _, width in self.criteria))
        try:
            raw = zlib.decompressobj().decompress(b64decode(self.packed), size + 1)
        except zlib.error as error:
            raise ValueError(f"packed ballots: {error}") from error
        if len(raw) != size or _digest(raw) != self.digest:
            raise ValueError("packed ballots are not those that were packed")
        return tuple(self._unpacked(memoryview(raw)))

    def _unpacked(self, raw: memoryview) -> Iterator[Block]:
        for entry, group, n in self.heads:
            steps, raw = _numbers(raw, n, 4)
            places = array("I", accumulate(steps))
            scores = {}
            for key, width in self.criteria:
                scores[key], raw = _numbers(raw, n, width)
            yield Block(entry, group, Columns(places, scores, self.unit))


_CODES = {1: "B", 2: "H", 4: "I", 8: "Q"}


def _width(blocks: Iterable[Block], key: str) -> int:
    """How many bytes a score of a criterion takes; more than eight where one needs them."""
    top = max(max(block.columns.scores[key], default=0) for block in blocks)
    size = (top.bit_length() + 7) // 8
    return next((width for width in _CODES if size <= width), size)


def _digest(raw: bytes) -> str:
    from hashlib import sha256  # OpenSSL: contests without a crowd open without it

    return sha256(raw).hexdigest()


def _raw(columns: Columns, criteria: Sequence[tuple[str, int]]) -> bytes:
    """A block as bytes, lowest first: the steps from judge to judge, then criterion by criterion."""
    steps = [later - earlier for earlier, later in pairwise((0, *columns.places))]
    return b"".join((_bytes(steps, 4), *(_bytes(columns.scores[key], width) for key, width in criteria)))


def _bytes(values: Whole, width: int) -> bytes:
    if width not in _CODES:
        return b"".join(value.to_bytes(width, "little") for value in values)
    return _lowest_first(array(_CODES[width], values)).tobytes()


def _numbers(raw: memoryview, n: int, width: int) -> tuple[Whole, memoryview]:
    own, rest = raw[: n * width], raw[n * width :]
    if width not in _CODES:
        return [int.from_bytes(own[at : at + width], "little") for at in range(0, n * width, width)], rest
    values = array(_CODES[width])
    values.frombytes(own)
    return _lowest_first(values), rest


def _lowest_first(values: array[int]) -> array[int]:
    if sys.byteorder == "big":  # pragma: no cover
        values.byteswap()
    return values
