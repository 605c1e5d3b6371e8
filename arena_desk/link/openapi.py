"""The OpenAPI document of the link, as it is kept in `docs/openapi.json`."""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from arena_desk.link.schemas import PROBLEM


def document(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of all calls, without the validation errors that FastAPI would add of its own."""
    found = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    found.setdefault("components", {})["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    found["components"]["schemas"] = {"Problem": PROBLEM}
    for path in found["paths"].values():
        for call in path.values():
            ours = {code: answer for code, answer in call["responses"].items() if "HTTPValidation" not in str(answer)}
            call["responses"] = ours
    return found


def document_text(app: FastAPI) -> str:
    """The document as it is written to its file."""
    return json.dumps(document(app), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
