"""From a contest file, which may be in use, to its judges' cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from arena_desk.link.address import known_url
from arena_desk.publishing import local_day
from exports.cards import Card, Cards
from scoring.conduct import check_seated, judge_of
from scoring.errors import BadInput, Fault, NotNow
from scoring.plan import Judge
from scoring.text import Language, Text
from storage.contest_file import Reading, read_contest
from storage.seats import Seat, read_linking

NO_URL = Text("要写成 http://主机:端口", "it must read http://host:port")
NO_ADDRESS = Text(
    "还不知道控制台的网址：先打开一次控制台，或用 --url http://主机:端口 给出",
    "the desk's address is not known yet: open the console once, or give it with --url http://host:port",
)
NO_SEATS = Text(
    "文件里没有评委的登录凭据（来自存档？）；用控制台打开一次就会生成",
    "the file holds no links of judges (is it from an archive?); open it in the console once to make them",
)
_URL = re.compile(r"https?://[^/\s#?]+")


def cards_of(path: Path, language: Language, *, url: str | None, judges: Sequence[str]) -> Cards:
    """The cards of some judges, or of all; `url` or else the remembered address stands in their links.

    Raises `Unknown` for a judge, `BadInput` for what is no address, `NotNow` where there is none yet.
    """
    reading, linking = read_contest(path), read_linking(path)
    found = {seat.judge: seat for seat in linking.seats}
    if not found:
        raise NotNow("no_seats", NO_SEATS)
    address = known_url(linking) if url is None else _checked(url)
    if address is None:
        raise NotNow("no_address", NO_ADDRESS)
    chosen = [judge_of(reading.contest, code) for code in judges] or list(reading.contest.bench.seated)
    for judge in chosen:
        check_seated(reading.contest, judge)
    return Cards(
        title=reading.contest.plan.title,
        address=address,
        cards=tuple(_card(reading, judge, found[judge.code], address) for judge in chosen),
        resend=reading.contest.plan.resend,
        rehearsal=reading.contest.rehearsal,
        day=local_day(reading.journal[-1]),
        language=language,
    )


def _checked(url: str) -> str:
    address = url.rstrip("/")
    if not _URL.fullmatch(address):
        raise BadInput([Fault(NO_URL, key="--url")])
    return address


def _card(reading: Reading, judge: Judge, seat: Seat, address: str) -> Card:
    group = next(group.name for group in reading.contest.plan.groups if group.key == judge.group)
    return Card(judge, group, f"{address}/j#{seat.token}", seat.join_code)
