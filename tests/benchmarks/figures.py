"""What a benchmark found, in milliseconds and as ratios to its floor."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """How many times something was measured, and its 50th, 95th and 99th percentile in milliseconds."""

    count: int
    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Spread:
        """Of times in seconds; there must be one."""
        ordered = sorted(seconds)
        return cls(len(ordered), *(1000 * _at(ordered, share) for share in (0.50, 0.95, 0.99)))

    def __str__(self) -> str:
        return f"{self.p50:.1f} / {self.p95:.1f} / {self.p99:.1f} ms"


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def beside(ours: Spread, floor: Spread) -> str:
    """The ratios of all three percentiles."""
    return f"{ours.p50 / floor.p50:.1f} / {ours.p95 / floor.p95:.1f} / {ours.p99 / floor.p99:.1f}"


def row(*cells: object) -> None:
    """Print one line of a Markdown table."""
    sys.stdout.write("| " + " | ".join(map(str, cells)) + " |\n")
    sys.stdout.flush()


def machine() -> str:
    """On what it was measured."""
    busy = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}{busy}"
