"""The pieces of which the OpenAPI document says what bodies and answers look like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Schema = dict[str, Any]

INTEGER: Schema = {"type": "integer"}
STRING: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}


def object_of(**properties: Schema) -> Schema:
    """An object with just these fields, all of them always."""
    return {"type": "object", "required": list(properties), "properties": properties}


def list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def by_code(value: Schema, description: str = "") -> Schema:
    """An object whose fields are codes or keys of the contest."""
    said = {"description": description} if description else {}
    return {"type": "object", "additionalProperties": value, **said}


def one_of(values: Iterable[str]) -> Schema:
    return {"enum": list(values)}


def or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def texts(*keys: str) -> Mapping[str, Schema]:
    """Fields that are all text."""
    return dict.fromkeys(keys, STRING)


SCORES: Schema = by_code(STRING)
PERSON = object_of(**texts("code", "name", "title", "group"))
OWN_BALLOT: Mapping[str, Schema] = {
    "ballot_id": STRING,
    "entry": STRING,
    "version": INTEGER,
    "scores": SCORES,
    "stored_at": STRING,
    "source": {
        **one_of(["panel", "paper", "offer"]),
        "description": "`paper` where the staff entered it from paper for the judge",
    },
}
