"""Numbers: read as people write them, kept exact, rounded once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.points import (
    exact_text,
    half_width,
    is_step,
    parse_score,
    parse_signed,
    plain_decimal,
    published,
    written,
)

NOT_SCORES = [
    "",
    " ",
    "1 ",
    " 1",
    "1.",
    ".5",
    "-1",
    "+1",
    "1e1",
    "1E+1",
    "inf",
    "nan",
    "1_0",
    "1,5",
    "0x1",
    "１８",
    "١",
    "1\n",
]


@pytest.mark.parametrize("text", ["0", "18", "18.5", "007", "18.50", "33.33333333333333333333"])
def test_a_score_is_digits_with_at_most_one_point(text: str) -> None:
    assert parse_score(text) == Decimal(text)
    assert parse_signed(f"-{text}") == -Decimal(text)
    assert parse_signed(f"+{text}") == parse_signed(text) == Decimal(text)


@pytest.mark.parametrize("text", NOT_SCORES)
def test_anything_else_is_no_score(text: str) -> None:
    assert parse_score(text) is None


@pytest.mark.parametrize("text", ["", "-", "--1", "-.5", "-1e1", "-inf", "- 1", "－1"])
def test_points_of_an_adjustment_are_as_strict(text: str) -> None:
    assert parse_signed(text) is None


def test_points_of_an_adjustment_may_have_as_many_digits_as_anybody_writes() -> None:
    assert Fraction(str(parse_signed("-0." + "3" * 99))) == -Fraction(int("3" * 99), 10**99)


@pytest.mark.parametrize(
    ("typed", "plain"), [("１８．５", "18.5"), (" ９ ", "9"), ("　７", "7"), ("①", "①"), ("x²", "x²"), ("－１", "-1")]
)
def test_full_width_digits_of_a_file_are_understood_and_nothing_that_only_looks_like_them(
    typed: str, plain: str
) -> None:
    assert half_width(typed) == plain


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("2.675", 2, "2.68"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("-0.4", 0, "0"),
        ("-1/1000", 2, "0.00"),
        ("1/3", 4, "0.3333"),
        ("184707/2000", 2, "92.35"),
        ("100", 2, "100.00"),
        ("999999/10000", 3, "100.000"),
    ],
)
def test_a_score_is_rounded_half_away_from_zero_and_never_minus_zero(value: str, decimals: int, shown: str) -> None:
    assert str(published(Fraction(value), decimals)) == shown


@given(st.fractions(), st.integers(0, 4))
def test_rounding_is_never_off_by_more_than_half_a_unit(value: Fraction, decimals: int) -> None:
    off = abs(Fraction(published(value, decimals)) - value)
    assert off <= Fraction(1, 2 * 10**decimals)
    assert Fraction(published(-value, decimals)) == -Fraction(published(value, decimals))


def test_exact_values_are_in_lowest_terms() -> None:
    assert exact_text(Fraction(6, 4)) == "3/2"
    assert exact_text(Decimal("2.50")) == "5/2"
    assert exact_text(Fraction(-4, 2)) == "-2"


@pytest.mark.parametrize(
    ("value", "plain", "kept"),
    [("18.50", "18.5", "18.50"), ("1E+2", "100", "100"), ("1E-9", "0.000000001", "0.000000001"), ("20", "20", "20")],
)
def test_decimals_are_written_without_exponents(value: str, plain: str, kept: str) -> None:
    assert plain_decimal(Decimal(value)) == plain
    assert written(Decimal(value)) == kept


@pytest.mark.parametrize(
    ("value", "low", "step", "fits"),
    [
        ("18.5", "0", "0.5", True),
        ("18.4", "0", "0.5", False),
        ("7", "1", "2", True),
        ("8", "1", "2", False),
        ("20.00000000000000000001", "0", "0.5", False),  # 22 digits: an inexact remainder would let it pass
        ("99999999999999999999.5", "0", "0.00000000000000000003", False),
    ],
)
def test_a_score_off_the_step_is_seen_however_many_digits_it_has(value: str, low: str, step: str, fits: bool) -> None:
    assert is_step(Decimal(value), Decimal(low), Decimal(step)) is fits
