"""`arena-desk serve`: the desk without windows (link.md)."""

from __future__ import annotations

import json
import signal
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from arena_desk.cli.speech import say, warn
from arena_desk.link.address import Place, certificate_of, take_place
from arena_desk.link.server import LinkServer
from arena_desk.steadiness import LOOK_MS, Sweeper, make_room_for_sockets, settle
from scoring.text import Language, Text
from storage.contest_file import open_contest
from storage.keeper import Keeper
from storage.loading import load_writing
from storage.seats import desk_tokens, seats

READY = Text("评分服务已就绪：{url}（Ctrl+C 结束）", "the link is ready: {url} (Ctrl+C ends it)")
SEAT = Text("{judge}\t加入码 {code}\t{url}", "{judge}\tjoin code {code}\t{url}")
NOW_AT = Text("评分端地址：{url}", "panels now reach the desk at {url}")


@dataclass(frozen=True, slots=True)
class Serving:
    """How to serve: address, port (None: the remembered one), and what to print."""

    host: str
    port: int | None
    as_json: bool
    desk_from_anywhere: bool
    tls_cert: Path | None
    tls_key: Path | None


class Asked:
    """Whether the system has asked for the end, by SIGINT or SIGTERM. On the main thread.

    A signal may come between any two steps of that thread, also while it holds the lock inside a `threading.Event` or a
    `queue.Queue`, and would wait for it for ever. A `SimpleQueue` may be filled then.
    """

    def __init__(self) -> None:
        self._signals: SimpleQueue[int] = SimpleQueue()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda number, _: self._signals.put(number))

    def within(self, seconds: float) -> bool:
        """Wait for it, no longer than this; each time it is asked counts once."""
        try:
            self._signals.get(timeout=seconds)
        except Empty:
            return False
        return True


def serve_until_stopped(path: Path, settings: Serving, language: Language) -> None:
    """Serve a file until SIGINT or SIGTERM. Raises `NotNow`, `BadInput`."""
    asked = Asked()
    tls = certificate_of(settings.tls_cert, settings.tls_key)
    with closing(open_contest(path)) as file:
        place = take_place(file, settings.host, settings.port, tls=tls)
        server = LinkServer(place, desk_from_anywhere=settings.desk_from_anywhere)
        keeper = Keeper(file)
        make_room_for_sockets()
        load_writing()
        server.start()
        keeper.start()
        settle()
        sweeper = Sweeper(file)
        try:
            _announce(place, as_json=settings.as_json, language=language)
            while not asked.within(LOOK_MS / 1000):  # a signal is only noticed between short waits on Windows
                sweeper.look()
                if place.look():
                    warn(NOW_AT(url=place.address()))
        finally:
            sweeper.stop()
            server.stop()
            keeper.stop()


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
