"""Whatever is sent to a call, by whomever: the desk never fails, and answers as its OpenAPI document says."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count, cycle
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from build_spec.openapi import current
from storage.verify import verify
from tests.contests import FULL
from tests.running import Desk

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
EACH = 5
OWNERS = {"/api/desk": "operator", "/api/host": "host", "/api/panel": "judge", "/api/ballots": "judge"}
Tokens = dict[str, Callable[[], str]]


def owner(path: str) -> str:
    """The role that a call is for."""
    return next((role for start, role in OWNERS.items() if path.startswith(start)), "anyone")


def tokens_of(desk: Desk) -> Tokens:
    """The token of each role; judges take turns, so that no one of them is slowed."""
    shown = desk.get("/api/desk").json()
    turns = cycle(range(len(shown["judges"])))

    def judge() -> str:  # read anew: links are given out anew on the way
        link = desk.get("/api/desk").json()["judges"][next(turns)]["link"]
        return str(link["path"]).partition("#")[2]

    host = shown["host"]["path"].partition("#")[2]
    return {"anyone": lambda: "", "judge": judge, "host": lambda: host, "operator": lambda: desk.operator}


def sensible(values: Any, turns: Iterator[int], desk: Desk) -> Any:
    """Every other body speaks of entries and judges that there are."""
    turn = next(turns)
    if not isinstance(values, dict) or turn % 2:
        return values
    entry = f"F0{turn % 5 + 1}"
    real = {
        "entry": entry,
        "entries": [entry, "F06"],
        "judge": f"L{turn % 3 + 1}",
        "group": "public",
        "points": "-0.5",
        "scores": FULL,
        "record": turn % 40 + 1,
        "version": turn % 40 + 1,
    }
    return {key: real.get(key, value) for key, value in values.items()}


def storm(desk: Desk, operation: Any, mode: GenerationMode, examples: int, role: str, tokens: Tokens) -> Counter[int]:
    """Send so many bodies to a call; gives how often each status was answered."""
    answers: Counter[int] = Counter()
    turns = count()

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def send(case: Case) -> None:
        case.body = sensible(case.body, turns, desk)
        token = tokens[role]()
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = case.call(base_url=desk.url, headers=headers)
        case.validate_response(answer, checks=CHECKS)
        answers[answer.status_code] += 1

    send()
    return answers


@pytest.mark.unwatched  # many times what others do once
def test_every_call_answers_as_documented_whatever_is_sent_by_whomever(desk: Desk) -> None:
    tokens = tokens_of(desk)
    schema = schemathesis.openapi.from_dict(json.loads(current()))
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) > 30
    answered: dict[str, Counter[int]] = {}
    for operation in operations:
        role = owner(operation.path)
        others = [] if role == "anyone" else [each for each in tokens if each != role]
        for other in others:
            refused = storm(desk, operation, GenerationMode.POSITIVE, 1, other, tokens)
            assert set(refused) == {401 if other == "anyone" else 403}, (operation.label, other)
        answered[operation.label] = storm(desk, operation, GenerationMode.POSITIVE, EACH, role, tokens)
        if operation.body:
            storm(desk, operation, GenerationMode.NEGATIVE, EACH, role, tokens)
    done = [label for label, answers in answered.items() if 200 in answers]
    assert len(done) > 15, "the storm also gets through"
    assert verify(desk.file) == []
