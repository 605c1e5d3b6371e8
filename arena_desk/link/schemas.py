"""What the OpenAPI document says about bodies and answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.contest import Phase, Screen
from scoring.text import Text

NO_SUCH_CODE = Text("没有这个加入码，请核对后重试", "no seat has this join code; check it and try again")
BOARD_OFF = Text("公开榜没有打开", "the public board is switched off")
NOT_SCORES = Text("应为评分项和分数", "must be criteria with scores as text")

Schema = dict[str, Any]
Responses = dict[int | str, dict[str, Any]]

_TYPES: Mapping[str, Schema] = {
    "text": {"type": "string", "minLength": 1, "maxLength": 500},
    "optional": {"type": ["string", "null"], "maxLength": 500},
    "flag": {"type": "boolean"},
    "whole": {"type": "integer"},
    "number": {"type": ["integer", "null"]},
    "texts": {"type": "array", "items": {"type": "string"}},
    "scores": {"type": "object", "additionalProperties": {"type": "string"}},
    "audience": {"enum": ["host", "all"]},
    "screen": {"enum": [screen.value for screen in Screen]},
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
_INTEGER: Schema = {"type": "integer"}
_STRING: Schema = {"type": "string"}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _texts(*keys: str) -> Mapping[str, Schema]:
    return dict.fromkeys(keys, _STRING)


_FLAG: Schema = {"type": "boolean"}
_JUDGE = _object(**_texts("code", "name", "title", "group"))
RECEIPT = _object(ballot_id=_STRING, stored_at=_STRING, revision=_INTEGER, current=_FLAG)
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
                                    "round": _INTEGER,
                                    "version": _INTEGER,
                                    "scores": _TYPES["scores"],
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
JOIN = {**ok("Token and judge", _object(token=_STRING, judge=_JUDGE)), **problems(403, 413, 422, 429)}
_BOARD_ROW = _object(
    rank=_or_null(_INTEGER),
    **_texts("code", "name"),
    published=_or_null(_STRING),
    status={"enum": ["complete", "incomplete", "no_show", "withdrawn"]},
    grade=_or_null(_STRING),
    returns=_FLAG,
    tied=_FLAG,
    review={**_FLAG, "description": "复核中: corrected since, and not revealed again yet"},
)
_BOARD = _object(
    **_texts("key", "name"),
    revealed=_INTEGER,
    total=_INTEGER,
    status={"enum": ["provisional", "final"]},
    final=_FLAG,
    needs_draw=_list(_list(_STRING)),
    rows=_list(_BOARD_ROW),
    away={**_list(_BOARD_ROW), "description": "no-shows that must come back, once all others are revealed"},
)
_HEAD: Mapping[str, Schema] = {
    "revision": _INTEGER,
    "contest": _STRING,
    "round": _INTEGER,
    "rehearsal": _FLAG,
}
BOARD = {**ok("The public board", _object(**_HEAD, boards=_list(_BOARD))), **problems(404)}
_OWN_BALLOT: Mapping[str, Schema] = {
    "ballot_id": _STRING,
    "entry": _STRING,
    "version": _INTEGER,
    "scores": _TYPES["scores"],
    "stored_at": _STRING,
    "source": {
        "enum": ["panel", "paper", "offer"],
        "description": "`paper` where the staff entered it from paper for the judge",
    },
}
_PAST_BALLOT = _object(**_OWN_BALLOT, name=_STRING, round=_INTEGER, current=_FLAG)
_PANEL_SHAPE = _object(
    **_HEAD,
    judge=_JUDGE,
    devices=_INTEGER,
    round_closed=_FLAG,
    step=_STRING,
    resend=_FLAG,
    criteria=_list(_object(**_texts("key", "name", "min", "max", "step", "weight"))),
    absent=_FLAG,
    entry=_or_null(_object(**_texts("code", "name", "category"), number=_INTEGER, version=_INTEGER)),
    phase={"enum": [phase.value for phase in Phase]},
    open={**_FLAG, "description": "a ballot of this judge for this entry is taken now"},
    recused=_FLAG,
    seat_scored=_FLAG,
    returned=_or_null(_object(**_texts("reason", "at"))),
    ballot=_or_null(_object(**_OWN_BALLOT)),
    history=_list(_PAST_BALLOT),
)
PANEL = {**ok("The panel", _PANEL_SHAPE), **problems(401, 403, 429)}
BALLOT = {
    201: _answer(RECEIPT, "Stored"),
    200: _answer(RECEIPT, "Stored before; the same receipt"),
    **problems(401, 403, 404, 409, 413, 422, 429, 503),
}
OFFER = {**ok("Noted", _object(new=_INTEGER)), **problems(401, 403, 413, 422, 429)}
_TOLD = _or_null(_object(**_texts("code", "name", "category", "lead"), number=_INTEGER))
_HOST_SHAPE = _object(**_HEAD, entry=_TOLD, next=_TOLD, lines=_list(_STRING), boards=_list(_BOARD))
HOST = {**ok("The host's words", _HOST_SHAPE), **problems(401, 403, 429)}
DESK = {**ok("The desk", {"type": "object"}), **problems(401, 403)}
COMMAND = {**ok("Done", _object(revision=_INTEGER)), **problems(401, 403, 404, 409, 413, 422, 503)}
