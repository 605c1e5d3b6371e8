"""The operator's calls: every field is looked at, every call is in the document, the host can read aloud."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from arena_desk.link.commands import COMMANDS
from build_spec.openapi import DOCUMENT, current
from storage.contest_file import read_contest
from tests.contests import FULL
from tests.running import Desk

BAD = {"text": 7, "whole": "x", "flag": "yes", "texts": [1], "scores": [], "audience": "all of them", "screen": "moon"}
WHY = {"reason": "试"}
KINDS: dict[str, type | tuple[type, ...]] = {
    "null": type(None),
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


def test_the_document_of_the_link_is_current() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == current()
    paths = json.loads(current())["paths"]
    assert {f"/api/desk/{name}" for name in COMMANDS} <= set(paths)


def unlike(schema: dict[str, Any], value: Any, place: str) -> Iterator[str]:
    """Where an answer is of another kind, or has other fields, than its schema says, at any depth."""
    if "anyOf" in schema:
        schema = next((each for each in schema["anyOf"] if isinstance(value, KINDS[each["type"]])), {"enum": []})
    if not isinstance(value, KINDS[schema["type"]]) if "type" in schema else value not in schema["enum"]:
        yield f"{place}: {value!r}"
        return
    inner = schema.get("properties", {})
    if inner and set(inner) != set(value):
        yield f"{place}: {sorted(set(inner) ^ set(value))}"
    for key in set(inner) & set(value) if inner else ():
        yield from unlike(inner[key], value[key], f"{place}.{key}")
    for key in value if "additionalProperties" in schema else ():
        yield from unlike(schema["additionalProperties"], value[key], f"{place}.{key}")
    for each in value if "items" in schema else ():
        yield from unlike(schema["items"], each, f"{place}[]")


def test_everybody_gets_just_the_fields_that_the_document_names(desk: Desk) -> None:
    desk.post("call", entry="F01")
    desk.post("open")
    for judge in desk.judges:
        desk.put(judge, "F01", f"{judge}-F01", FULL)
    desk.post("close")
    desk.post("reveal", entry="F01")
    desk.post("return-ballot", judge="L1", entry="F01", **WHY)
    desk.post("recuse", judge="L2", entry="F02", **WHY)
    desk.post("adjust", entry="F01", points="-0.5", **WHY)
    desk.post("group-void", group="public", **WHY)
    desk.post("draw", seed="7391", entries=["F04", "F05"], **WHY)
    late = {"ballot_id": "late", "entry": "F03", "version": 1, "scores": FULL}
    desk.ask("POST", "/api/panel/offer", token=desk.token("L3"), json={"ballots": [late]})
    whole = desk.get("/api/desk").json()
    first = whole["entries"][0]
    held = whole["offers"], whole["marks"], whole["void"], first["ballots"], first["returned"], first["adjustments"]
    assert all((*held, first["revealed"], first["result"]["groups"])), "something of everything"
    host = whole["host"]["path"].partition("#")[2]
    paths = json.loads(current())["paths"]
    judges = [("panel", desk.token("L1")), ("panel", desk.token("L2"))]
    others = [("host", host), ("board", ""), ("desk", desk.operator), ("desk/standings", desk.operator)]
    for name, token in judges + others:
        schema = paths[f"/api/{name}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert list(unlike(schema, desk.get(f"/api/{name}", token).json(), name)) == []


def test_every_field_of_every_call_is_checked(desk: Desk) -> None:
    before = desk.get("/api/desk").json()
    for name, command in COMMANDS.items():
        fields = {key: kind for key, kind in command.fields.items() if kind in BAD}
        if fields:
            answer = desk.post(name, **{key: BAD[kind] for key, kind in fields.items()})
            assert answer.status_code == 422, name
            assert set(answer.json()["fields"]) == set(fields), name
    assert desk.get("/api/desk").json() == before


def test_a_field_that_no_call_knows_is_refused_by_its_name_and_nothing_is_done(desk: Desk) -> None:
    desk.post("no-show", entry="F01", **WHY)
    before = desk.get("/api/desk").json()
    answer = desk.post("reveal", entry="F01", too="host")  # meant for the hosts alone
    assert answer.status_code == 422
    assert answer.json()["fields"] == {"too": "没有这一项；这里可以填：entry, to, id"}
    for name in COMMANDS:
        assert "also" in desk.post(name, also=1).json()["fields"], name
    assert desk.get("/api/desk").json() == before
    odd = b'{"\\ud800": 1, "' + b"x" * 90 + b'": 1}'
    names = desk.ask("POST", "/api/desk/open", token=desk.operator, content=odd).json()["fields"]
    assert set(names) == {"?", "x" * 60}
    twice = desk.ask("POST", "/api/desk/open", token=desk.operator, content=b'{"\\ud800": 1, "\\ud800": 2}')
    assert (twice.status_code, twice.json()["fields"]) == (422, {"?": "写了两次"})


def test_a_reveal_is_taken_back_for_the_reason_given(desk: Desk) -> None:
    desk.post("no-show", entry="F01", **WHY)
    desk.post("reveal", entry="F01")
    assert desk.post("unreveal", entry="F01", **WHY).status_code == 200
    assert read_contest(desk.file).journal[-1].why == WHY["reason"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"NaN", b'{"entry": "\\ud800"}', b"[" * 50_000])
def test_a_body_that_is_no_json_object_is_refused(desk: Desk, body: bytes) -> None:
    answer = desk.ask("POST", "/api/desk/call", token=desk.operator, content=body)
    assert answer.status_code == 422
    assert answer.json()["error"] == "invalid"


@pytest.mark.parametrize("scores", [b'{"problems": "\\ud800"}', b'{"\\ud800": "1"}'])
def test_scores_that_cannot_be_written_down_are_refused(desk: Desk, scores: bytes) -> None:
    body = b'{"judge": "L1", "entry": "F01", "reason": "x", "scores": ' + scores + b"}"
    answer = desk.ask("POST", "/api/desk/enter-ballot", token=desk.operator, content=body)
    assert (answer.status_code, answer.json()["fields"]) == (422, {"scores": "应为文字"})


def test_a_body_that_goes_on_for_ever_is_cut(desk: Desk) -> None:
    answer = desk.ask("POST", "/api/desk/call", token=desk.operator, content=b" " * 300_000)
    assert answer.status_code == 413


def test_marks_of_all_kinds_can_be_made_and_undone(desk: Desk) -> None:
    calls: list[tuple[str, dict[str, Any]]] = [
        ("judge-absent", {"judge": "P1"}),
        ("judge-left", {"judge": "P2"}),
        ("recuse", {"judge": "L1", "entry": "F01"}),
        ("no-show", {"entry": "F02"}),
        ("withdraw", {"entry": "F03"}),
        ("adjust", {"entry": "F01", "points": "-0.5"}),
        ("group-void", {"group": "public"}),
        ("draw", {"seed": "7391", "entries": ["F04", "F05"]}),
        ("start-order", {"seed": "7391"}),
    ]
    records = [desk.post(name, **fields, **WHY).json()["revision"] for name, fields in calls]
    marks = {mark["record"]: mark for mark in desk.get("/api/desk").json()["marks"]}
    assert [marks[record]["kind"] for record in records] == [name for name, _ in calls]
    for record in records:
        assert desk.post("undo", record=record, **WHY).status_code == 200
    kinds = {mark["kind"] for mark in desk.get("/api/desk").json()["marks"]}
    assert kinds == {"undo"}


def test_paper_ballots_substitutes_and_the_switched_off_board(desk: Desk) -> None:
    assert desk.post("enter-ballot", judge="L1", entry="F01", scores=FULL, **WHY).status_code == 200
    assert desk.post("substitute", judge="L1", name="替补评委", title="").status_code == 200
    entry = desk.get("/api/desk").json()["entries"][0]
    assert entry["ballots"]["L1"]["person"] == "领导评委一", "earlier ballots stay with the earlier person"
    assert desk.post("board", on=False).status_code == 200
    assert desk.get("/api/board", "").status_code == 404
    assert desk.post("board", on=True).status_code == 200
    assert desk.get("/api/board", "").status_code == 200


def test_judges_join_and_are_taken_out_while_nothing_is_scored(desk: Desk) -> None:
    new = {"code": " Ｅ6", "name": "周教授", "group": "experts", "reason": "补充评委"}
    assert desk.post("add-judge", **{**new, "group": "moon"}).json()["fields"] == {"group": "方案里没有评委组“moon”"}
    assert desk.post("add-judge", **new, id="one").status_code == 200
    assert desk.post("add-judge", **new, id="one").status_code == 200
    assert [judge["code"] for judge in desk.get("/api/desk").json()["judges"]][-1] == "E6"
    taken = desk.post("add-judge", **{**new, "name": "别人"})
    assert (taken.status_code, set(taken.json()["fields"])) == (422, {"code"})
    assert desk.post("remove-judge", judge="P5").status_code == 200
    assert desk.post("remove-judge", judge="P5").status_code == 404
    desk.post("enter-ballot", judge="L1", entry="F01", scores=FULL, **WHY)
    late = desk.post("remove-judge", judge="E6")
    assert (late.status_code, late.json()["error"]) == (409, "scored")


def test_the_host_reads_sentences(desk: Desk) -> None:
    host = desk.get("/api/desk").json()["host"]["path"].partition("#")[2]
    assert desk.get("/api/host", host).json()["lines"][0] == "还没有请任何单位上台。"
    desk.post("call", entry="D04")
    desk.post("open")
    for judge in desk.judges:
        desk.put(judge, "D04", f"{judge}-tap", FULL)
    desk.post("close")
    desk.post("adjust", entry="D04", points="-1.5", **WHY)
    desk.post("reveal", entry="D04", to="host")
    lines = desk.get("/api/host", host, **{"Accept-Language": "en"}).json()["lines"]
    assert lines[0] == "On stage now: number 49, 崂山区."
    assert "Final score of 崂山区: 98.50!" in lines
    assert any(line.startswith("专家评委, dropping the 1 highest and the 1 lowest") for line in lines)
    desk.post("adjust", entry="D04", points="-1", **WHY)
    assert any("复核" in line for line in desk.get("/api/host", host).json()["lines"])
    desk.post("group-void", group="public", **WHY)
    desk.post("reveal", entry="D04", to="host")
    assert "社会评委本轮不计。" in desk.get("/api/host", host).json()["lines"]
    desk.post("no-show", entry="D05", **WHY)
    desk.post("reveal", entry="D05")
    assert any("未到" in line for line in desk.get("/api/host", host).json()["lines"])


def test_a_port_that_is_taken_is_said_and_no_other_is_chosen(desk: Desk, tmp_path: Path, qingdao: Path) -> None:
    from arena_desk.link.address import take_place
    from scoring.errors import NotNow
    from storage.contest_file import create_contest, open_contest
    from storage.sheets import read_setup

    create_contest(tmp_path / "other.arena", read_setup(qingdao))
    other = open_contest(tmp_path / "other.arena")
    try:
        with pytest.raises(NotNow, match="is taken"):
            take_place(other, "127.0.0.1", int(desk.url.rpartition(":")[2]))
    finally:
        other.close()
