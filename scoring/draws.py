"""Draws that anyone can check (rules.md, Draws)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.contest import Draw


def digest(seed: str, code: str) -> str:
    """SHA-256 of `seed:code` in UTF-8, hexadecimal; the seed exactly as typed."""
    from hashlib import sha256  # OpenSSL: loaded where something is drawn or checked

    return sha256(f"{seed}:{code}".encode()).hexdigest()


def draw_order(seed: str, codes: Iterable[str]) -> tuple[str, ...]:
    """The entries in the order drawn: lowest digest first."""
    return tuple(sorted(codes, key=lambda code: digest(seed, code)))


def latest_draw(draws: Sequence[Draw], codes: Iterable[str]) -> Draw | None:
    """The latest draw recorded for exactly these entries."""
    wanted = frozenset(codes)
    return next((draw for draw in reversed(draws) if frozenset(draw.order) == wanted), None)
