"""`arena-desk serve`: the desk without windows (link.md)."""

from __future__ import annotations

import json
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from arena_desk.cli.files import opened
from arena_desk.cli.speech import say
from arena_desk.link.address import Place, take_place
from arena_desk.link.server import Certificate, LinkServer
from scoring.errors import BadInput, Fault
from scoring.text import Language, Text
from storage.keeper import Keeper
from storage.seats import desk_tokens, seats

READY = Text("评分服务已就绪：{url}（Ctrl+C 结束）", "the link is ready: {url} (Ctrl+C ends it)")
SEAT = Text("{judge}\t加入码 {code}\t{url}", "{judge}\tjoin code {code}\t{url}")
BOTH_TLS = Text("--tls-cert 和 --tls-key 要一起给出", "--tls-cert and --tls-key go together")


@dataclass(frozen=True, slots=True)
class Serving:
    """How to serve: address, port (None: the remembered one), and what to print."""

    host: str
    port: int | None
    as_json: bool
    desk_from_anywhere: bool
    tls_cert: Path | None
    tls_key: Path | None


def serve_until_stopped(path: Path, settings: Serving, language: Language) -> None:
    """Serve a file until SIGINT or SIGTERM. Raises `NotNow`, `BadInput`."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    tls = _certificate(settings)
    with opened(path) as file:
        place = take_place(file, settings.host, settings.port, secure=tls is not None)
        server = LinkServer(place, desk_from_anywhere=settings.desk_from_anywhere, tls=tls)
        keeper = Keeper(file)
        server.start()
        keeper.start()
        try:
            _announce(place, as_json=settings.as_json, language=language)
            while not stopping.wait(0.5):  # a signal is only noticed between short waits on Windows
                pass
        finally:
            server.stop()
            keeper.stop()


def _certificate(settings: Serving) -> Certificate | None:
    if settings.tls_cert is None and settings.tls_key is None:
        return None
    if settings.tls_cert is None or settings.tls_key is None:
        raise BadInput([Fault(BOTH_TLS)])
    return Certificate(settings.tls_cert, settings.tls_key)


def _announce(place: Place, *, as_json: bool, language: Language) -> None:
    links = {seat.judge: place.judge_link(seat.judge) for seat in seats(place.file)}
    if as_json:
        judges = {judge: {"url": link.url, "join_code": link.join_code} for judge, link in links.items()}
        operator = desk_tokens(place.file).operator
        say(json.dumps({"url": place.address(), "operator_token": operator, "judges": judges}))
    else:
        say(READY(url=place.address()))
        for judge, link in links.items():
            say(SEAT(judge=judge, code=link.join_code, url=link.url).said(language))
    sys.stdout.flush()
