"""Numbers as people write them and as the contest publishes them; never through binary floating point."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

_SCORE = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,20})?\Z")
_SIGNED = re.compile(r"[+-]?[0-9]{1,100}(?:\.[0-9]{1,100})?\Z")
MOST_DECIMALS = 12
"""With more places a decimal is no easier to read than a fraction."""
_FULL_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)}


def parse_score(text: str) -> Decimal | None:
    """A score as `digits[.digits]` (rules.md, Plan), or None where the text is anything else."""
    return Decimal(text) if _SCORE.match(text) else None


def parse_signed(text: str) -> Decimal | None:
    """Points that may be negative: any decimal (rules.md, Corrections), written as `[+-]digits[.digits]`, or None."""
    return Decimal(text) if _SIGNED.match(text) else None


def half_width(text: str) -> str:
    """Full-width digits and signs as plain ones, blanks around them removed; for files only (rules.md, Plan)."""
    return text.translate(_FULL_WIDTH).strip()


@lru_cache(maxsize=4096)
def is_step(value: Decimal, low: Decimal, step: Decimal) -> bool:
    """Whether `value` lies a whole number of steps from `low`; exact for any number of digits."""
    return (Fraction(value) - Fraction(low)) % Fraction(step) == 0


def published(value: Fraction, decimals: int) -> Decimal:
    """Round once, ties away from zero (四舍五入, rules.md, Arithmetic 7); never minus zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = 1 if value < 0 and whole else 0
    return Decimal((sign, tuple(int(digit) for digit in str(whole)), -decimals))


def exact_text(value: Fraction | Decimal) -> str:
    """`n` or `n/d` in lowest terms, as the standings print exact values."""
    return str(Fraction(value))


def exactly(value: Fraction, most: int = MOST_DECIMALS) -> str:
    """A value a person can read that is still exact: a decimal where it ends within so many places, else `n/d`."""
    decimals = next((n for n in range(most + 1) if 10**n % value.denominator == 0), None)
    return exact_text(value) if decimals is None else plain_decimal(published(value, decimals))


def written(value: Decimal) -> str:
    """A decimal with the digits it was written with, never with an exponent: what files and journals keep."""
    return f"{value:f}"


def plain_decimal(value: Decimal) -> str:
    """A decimal as people write it: 18.50 → 18.5, 1E+2 → 100."""
    text = written(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
