"""Errors as the link answers them: `{"error": code, "message": text, "fields": {…}}` in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse

from scoring.errors import ArenaError, BadInput, NotNow, Unknown
from scoring.text import Language, Text

MESSAGES: Mapping[int, tuple[str, Text]] = {
    400: ("bad_request", Text("请求不完整", "the request is not complete")),
    401: ("no_token", Text("链接无效或已更换，请重新扫码", "the link is not valid any more; scan the code again")),
    403: ("forbidden", Text("这个链接不能这样用", "this link may not do that")),
    404: ("not_found", Text("没有这个地址", "there is nothing at this address")),
    405: ("method", Text("这个地址不接受这种请求", "this address does not take such a request")),
    408: ("too_slow", Text("请求没有按时传完，请重试", "the request did not arrive in time; try again")),
    413: ("too_large", Text("内容太大", "the content is too large")),
    422: ("invalid", Text("内容有误", "the content is not valid")),
    429: ("too_many", Text("太频繁，请稍候再试", "too many tries; wait a little")),
    431: ("too_large", Text("请求头太大", "the head of the request is too large")),
    500: (
        "failed",
        Text("控制台出错，已记录；已存的评分表都在", "the desk failed and noted it; what was stored is safe"),
    ),
}
FOREIGN = Text("地址不是这台控制台的", "the address is not this desk's")
HERE_ONLY = Text("只有控制台这台电脑可以这样做", "only the desk's own computer may do that")


def language_of(connection: HTTPConnection) -> Language:
    """Of Chinese and English the one that the reader likes better (RFC 9110, 12.5.4); Chinese where it is the same."""
    wanted = [_liking(part) for part in connection.headers.get("accept-language", "").lower().split(",")]
    liked = {language: max((q for tag, q in wanted if tag == language), default=None) for language in ("zh", "en")}
    rest = max((q for tag, q in wanted if tag == "*"), default=0.0)
    zh, en = (rest if q is None else q for q in liked.values())
    return "en" if en > zh else "zh"


def _liking(part: str) -> tuple[str, float]:
    """A language with its weight: `en-GB;q=0.8`."""
    tag, _, weight = part.strip().partition(";")
    try:
        q = float(weight.strip().removeprefix("q=")) if weight else 1.0
    except ValueError:
        q = 0.0
    return tag.strip().partition("-")[0], q


def problem(status: int, connection: HTTPConnection, *, text: Text | None = None, code: str = "") -> JSONResponse:
    """A refusal that is not about the contest."""
    usual = MESSAGES.get(status, MESSAGES[400])
    said = (text or usual[1]).said(language_of(connection))
    return JSONResponse({"error": code or usual[0], "message": said, "fields": {}}, status)


def invalid(connection: HTTPConnection, faults: Mapping[str, Text]) -> JSONResponse:
    """422 with every bad field."""
    language = language_of(connection)
    fields = {key: text.said(language) for key, text in faults.items()}
    message = "；".join(fields.values()) if language == "zh" else "; ".join(fields.values())
    return JSONResponse({"error": "invalid", "message": message, "fields": fields}, 422)


def refused(error: ArenaError, connection: HTTPConnection) -> JSONResponse:
    """An expected error of the contest: 404 unknown, 422 bad input, 409 (503 if the disk fails) not now."""
    language = language_of(connection)
    if isinstance(error, NotNow):
        blockers = [text.said(language) for text in error.blockers or (error.text,)]
        body = {
            "error": error.code,
            "message": error.text.said(language),
            "fields": {"blockers": blockers, **error.fields},
        }
        return JSONResponse(body, 503 if error.code == "storage" else 409)
    faults = error.faults if isinstance(error, BadInput) else ()
    if isinstance(error, Unknown):
        body = {"error": "unknown", "message": error.text.said(language), "fields": _fields(error, language)}
        return JSONResponse(body, 404)
    return invalid(connection, {fault.key or fault.file or "body": fault.text for fault in faults})


def _fields(error: BadInput, language: Language) -> dict[str, str]:
    return {fault.key or "": fault.text.said(language) for fault in error.faults}
