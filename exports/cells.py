"""How cells are called, and how many decimals a number in one needs."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def decimal_places(value: Decimal) -> int:
    """How many decimals a number needs."""
    denominator = Fraction(value).denominator
    return next(places for places in range(denominator.bit_length() + 1) if 10**places % denominator == 0)


def column_letter(column: int) -> str:
    """What a spreadsheet calls a column, counted from 1."""
    from openpyxl.utils import get_column_letter

    letter: str = get_column_letter(column)
    return letter
