"""What the OpenAPI document says about bodies and answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from arena_desk.link.desk_shapes import DESK_SHAPE, STANDINGS_SHAPE
from arena_desk.link.shapes import (
    FLAG,
    INTEGER,
    OWN_BALLOT,
    PERSON,
    SCORES,
    STRING,
    Schema,
    list_of,
    object_of,
    one_of,
    or_null,
    texts,
)
from scoring.contest import Phase, Screen
from scoring.results import Status
from scoring.text import Text

NO_SUCH_CODE = Text("没有这个加入码，请核对后重试", "no seat has this join code; check it and try again")
BOARD_OFF = Text("公开榜没有打开", "the public board is switched off")
NOT_SCORES = Text("应为评分项和分数", "must be criteria with scores as text")

Responses = dict[int | str, dict[str, Any]]

_TYPES: Mapping[str, Schema] = {
    "text": {"type": "string", "minLength": 1, "maxLength": 500},
    "optional": {"type": ["string", "null"], "maxLength": 500},
    "flag": {"type": "boolean"},
    "whole": {"type": "integer"},
    "number": {"type": ["integer", "null"]},
    "texts": {"type": "array", "items": {"type": "string"}},
    "scores": SCORES,
    "audience": one_of(["host", "all"]),
    "screen": one_of(Screen),
}
_NEEDED = {"text", "whole", "scores", "screen"}
PROBLEM: Schema = {
    "type": "object",
    "required": ["error", "message", "fields"],
    "properties": {"error": {"type": "string"}, "message": {"type": "string"}, "fields": {"type": "object"}},
}


def body(fields: Mapping[str, str], *, alone: bool = False) -> Schema:
    """A JSON body with these fields, `alone` or beside others that are passed over."""
    needed = [key for key, kind in fields.items() if kind in _NEEDED]
    schema: Schema = {"type": "object", "properties": {key: _TYPES[kind] for key, kind in fields.items()}}
    if alone:
        schema["additionalProperties"] = False
    if needed:
        schema["required"] = needed
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def secured(extra: Schema) -> Schema:
    """A call that needs a bearer token."""
    return {**extra, **SECURED}


SECURED: Schema = {"security": [{"token": []}]}


def _answer(schema: Schema, text: str) -> dict[str, Any]:
    return {"description": text, "content": {"application/json": {"schema": schema}}}


def ok(text: str, schema: Schema | None = None) -> Responses:
    """A call that succeeds, or is refused for its host or for being too large."""
    return {200: _answer(schema or {"type": "object"}, text), **problems(403)}


def problems(*codes: int) -> Responses:
    """Refusals in the one form that all have."""
    return {code: _answer({"$ref": "#/components/schemas/Problem"}, _REFUSALS[code]) for code in codes}


_REFUSALS = {
    401: "No valid token",
    403: "Wrong role, or a foreign host or origin",
    404: "Unknown entry or judge, or switched off",
    409: "Not now; `fields` say why",
    413: "Too large",
    422: "Invalid; every bad field is in `fields`",
    429: "Too many calls",
    503: "The file cannot be written",
}
RECEIPT = object_of(ballot_id=STRING, stored_at=STRING, revision=INTEGER, current=FLAG)
BALLOT_BODY = body(
    {"ballot_id": "text", "version": "whole", "scores": "scores", "replaces": "optional"},
)
OFFER_BODY: Schema = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["ballots"],
                    "properties": {
                        "ballots": {
                            "type": "array",
                            "maxItems": 500,
                            "items": {
                                "type": "object",
                                "required": ["ballot_id", "entry", "version", "scores"],
                                "properties": {
                                    "ballot_id": _TYPES["text"],
                                    "entry": _TYPES["text"],
                                    "round": INTEGER,
                                    "version": INTEGER,
                                    "scores": SCORES,
                                    "made_at": _TYPES["optional"],
                                },
                            },
                        }
                    },
                }
            }
        },
    }
}
JOIN = {**ok("Token and judge", object_of(token=STRING, judge=PERSON)), **problems(403, 413, 422, 429)}
_BOARD_ROW = object_of(
    rank=or_null(INTEGER),
    **texts("code", "name"),
    published=or_null(STRING),
    status=one_of(Status),
    grade=or_null(STRING),
    returns=FLAG,
    tied=FLAG,
    review={**FLAG, "description": "复核中: corrected since, and not revealed again yet"},
)
_BOARD = object_of(
    **texts("key", "name"),
    revealed=INTEGER,
    total=INTEGER,
    status=one_of(["provisional", "final"]),
    final=FLAG,
    needs_draw=list_of(list_of(STRING)),
    rows=list_of(_BOARD_ROW),
    away={**list_of(_BOARD_ROW), "description": "no-shows that must come back, once all others are revealed"},
)
_HEAD: Mapping[str, Schema] = {
    "revision": INTEGER,
    "contest": STRING,
    "round": INTEGER,
    "rehearsal": FLAG,
}
BOARD = {**ok("The public board", object_of(**_HEAD, boards=list_of(_BOARD))), **problems(404)}
_PAST_BALLOT = object_of(**OWN_BALLOT, name=STRING, round=INTEGER, current=FLAG)
_PANEL_SHAPE = object_of(
    **_HEAD,
    judge=PERSON,
    devices=INTEGER,
    round_closed=FLAG,
    step=STRING,
    resend=FLAG,
    criteria=list_of(object_of(**texts("key", "name", "min", "max", "step", "weight"))),
    absent=FLAG,
    entry=or_null(object_of(**texts("code", "name", "category"), number=INTEGER, version=INTEGER)),
    phase=one_of(Phase),
    open={**FLAG, "description": "a ballot of this judge for this entry is taken now"},
    recused=FLAG,
    seat_scored=FLAG,
    returned=or_null(object_of(**texts("reason", "at"))),
    ballot=or_null(object_of(**OWN_BALLOT)),
    history=list_of(_PAST_BALLOT),
)
PANEL = {**ok("The panel", _PANEL_SHAPE), **problems(401, 403, 429)}
BALLOT = {
    201: _answer(RECEIPT, "Stored"),
    200: _answer(RECEIPT, "Stored before; the same receipt"),
    **problems(401, 403, 404, 409, 413, 422, 429, 503),
}
OFFER = {**ok("Noted", object_of(new=INTEGER)), **problems(401, 403, 413, 422, 429)}
_TOLD = or_null(object_of(**texts("code", "name", "category", "lead"), number=INTEGER))
_HOST_SHAPE = object_of(**_HEAD, entry=_TOLD, next=_TOLD, lines=list_of(STRING), boards=list_of(_BOARD))
HOST = {**ok("The host's words", _HOST_SHAPE), **problems(401, 403, 429)}
DESK = {**ok("The desk", DESK_SHAPE), **problems(401, 403)}
STANDINGS = {**ok("The standings", STANDINGS_SHAPE), **problems(401, 403)}
COMMAND = {**ok("Done", object_of(revision=INTEGER)), **problems(401, 403, 404, 409, 413, 422, 503)}
