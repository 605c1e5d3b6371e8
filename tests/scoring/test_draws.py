"""A draw that anyone in the room can check with the seed that was said aloud (rules.md, Draws)."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.contest import Draw
from scoring.draws import digest, draw_order, latest_draw

PRINTED = "4e005e18d2e5245a71a7846db3eeb86dfe8dce22503a85affb62fc2c429db8fd"
"""What `printf %s 7391:U04 | sha256sum` prints."""


def test_the_digest_is_what_sha256sum_prints_for_the_seed_a_colon_and_the_code() -> None:
    assert digest("7391", "A") == sha256(b"7391:A").hexdigest()
    assert digest("七三九一", "单位甲") == sha256("七三九一:单位甲".encode()).hexdigest()
    assert digest("7391", "U04") == PRINTED


@given(st.text(), st.sets(st.text(min_size=1), min_size=1))
def test_the_lowest_digest_is_drawn_first(seed: str, codes: set[str]) -> None:
    order = draw_order(seed, codes)
    digests = [sha256(f"{seed}:{code}".encode()).hexdigest() for code in order]
    assert digests == sorted(digests)
    assert set(order) == codes


@pytest.mark.parametrize("seed", ["7391", "7391 ", " 7391", "７３９１"])
def test_the_seed_is_hashed_exactly_as_it_was_typed(seed: str) -> None:
    codes = [f"U{number:02}" for number in range(1, 36)]
    assert draw_order(seed, codes) == tuple(sorted(codes, key=lambda code: sha256(f"{seed}:{code}".encode()).digest()))


def test_the_order_in_which_entries_are_named_does_not_matter() -> None:
    assert draw_order("7391", "ABCD") == draw_order("7391", "DCBA") == tuple("DBAC")


def test_only_a_draw_of_exactly_these_entries_counts_and_the_latest_does() -> None:
    draws = [Draw(tuple("AB"), "1", 1), Draw(tuple("ABC"), "2", 2), Draw(tuple("BA"), "3", 3)]
    assert latest_draw(draws, "AB") == draws[2]
    assert latest_draw(draws, "CBA") == draws[1]
    assert latest_draw(draws, "AC") is None
    assert latest_draw([], "AB") is None
