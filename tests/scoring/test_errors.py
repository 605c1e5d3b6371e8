"""Errors that tell a person where to look and what stands in the way."""

from __future__ import annotations

import pytest

from scoring.errors import ArenaError, BadInput, Fault, NotNow, Unknown
from scoring.text import Text, listed, plain

WRONG = Text("错了", "is wrong")


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(WRONG), "is wrong"),
        (Fault(WRONG, key="a"), "a: is wrong"),
        (Fault(WRONG, file="x.csv"), "x.csv: is wrong"),
        (Fault(WRONG, file="x.csv", key="a"), "x.csv: a: is wrong"),
        (Fault(WRONG, file="x.csv", line=3), "x.csv:3: is wrong"),
        (Fault(WRONG, file="x.csv", line=3, column=2), "x.csv:3:2: is wrong"),
    ],
)
def test_a_fault_says_where_it_is(fault: Fault, said: str) -> None:
    assert fault.said("en") == said


def test_errors_speak_both_languages_line_by_line() -> None:
    assert ArenaError(WRONG).lines("zh") == ["错了"]
    assert BadInput([Fault(WRONG, key="a"), Fault(WRONG, key="b")]).lines("en") == ["a: is wrong", "b: is wrong"]
    assert Unknown(WRONG, WRONG, key="a").lines("zh") == ["a: 错了", "a: 错了"]
    refusal = NotNow("later", WRONG, blockers=[plain("甲"), WRONG], fields={"a": 1})
    assert refusal.lines("en") == ["is wrong", "- 甲", "- is wrong"]
    assert (refusal.code, refusal.fields, str(refusal)) == ("later", {"a": 1}, "is wrong")


def test_a_text_inside_a_text_is_said_in_the_same_language() -> None:
    outer = Text("{what}：{n}", "{what}: {n}")
    assert outer(what=WRONG, n=3).said("zh") == "错了：3"
    assert outer(what=listed([WRONG, plain("{x}")]), n=3).said("en") == "is wrong, {x}: 3", (
        "braces in names are harmless"
    )


def test_a_name_that_turns_the_direction_of_writing_turns_no_sentence_around() -> None:
    said = Text("现在上台的是{name}。", "On stage now: {name}.")(name="\u202eabc\u2067\u2069", n=1)
    assert (said.zh, said.en) == ("现在上台的是abc。", "On stage now: abc.")
