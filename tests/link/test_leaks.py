"""What has not been revealed is sent to nobody but the desk (link.md, guarantees 7 and 8)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect

import arena_desk
from arena_desk.link.address import Place
from arena_desk.link.discovery import Announcement
from build_spec.openapi import current
from scoring.contest import Screen
from scoring.projection import stage_view
from storage import staging
from storage.contest_file import create_contest
from storage.sheets import read_setup
from tests.contests import score_entry
from tests.running import Desk, NearDesk
from tests.ui.consoles import FAIR, GOOD, POOR, small_setup

pytestmark = pytest.mark.unwatched  # many times what others do once

ODD = {"problems": "17.5", "targets": "16.5", "approach": "23.5", "measures": "22.5"}
WEB = Path(arena_desk.__file__).parent / "web"
PAGES = ("/", "/j", "/host", "/board", *(f"/static/{path.name}" for path in sorted(WEB.iterdir())))


def scored(desk: Desk, code: str) -> None:
    desk.post("call", entry=code)
    desk.post("open")
    for judge in desk.judges:
        assert desk.put(judge, code, f"{judge}-{code}", ODD).status_code == 201
    assert desk.post("close").status_code == 200


class OpenDesk(NearDesk):
    """A desk into which the test can look, as the stage does."""

    @property
    def contest(self) -> Any:
        return self._open.contest

    def standings(self) -> Any:
        return self._open.standings()


class Hall:
    """A contest with thousandths of a point, so that no number is met by chance, and everybody who listens to it."""

    def __init__(self, desk: OpenDesk, stack: ExitStack) -> None:
        order = sorted(desk.judges, key=lambda judge: judge != "L2")
        self.desk, self.given = desk, {judge: _scores(n) for n, judge in enumerate(order)}
        self.host = desk.get("/api/desk").json()["host"]["path"].partition("#")[2]
        tokens = {"anyone": "", "L2": desk.token("L2"), "host": self.host}
        self._sockets = {who: self._listen(stack, token) for who, token in tokens.items()}
        self.heard: dict[str, list[str]] = {"anyone": [], "L2": [], "host": [], "stage": []}

    def _listen(self, stack: ExitStack, token: str) -> ClientConnection:
        socket = stack.enter_context(connect(self.desk.url.replace("http", "ws") + "/api/live"))
        if token:
            socket.send(json.dumps({"token": token, "pings": True}))
        return socket

    def listen(self) -> None:
        """Everything that anybody but the operator can get at this moment."""
        desk, token = self.desk, self.desk.token("L2")
        for language in ("zh", "en"):
            headers = {"Accept-Language": language}
            self._note("host", desk.get("/api/host", self.host, **headers))
            self._note("L2", desk.get("/api/panel", token, **headers))
            for path in ("/api/board", "/api/health", "/api/desk", "/api/desk/standings", "/api/panel", "/api/host"):
                self._note("anyone", desk.get(path, "", **headers))
                self._note("L2", desk.get(path, token, **headers))
        for ballot in (
            {"ballot_id": "L1-tap", "version": 1, "scores": _scores(40)},
            {"ballot_id": "another", "version": 10**6, "scores": _scores(40)},
            {"ballot_id": "another", "version": self._version(), "scores": _scores(40)},
            {"ballot_id": "another", "version": self._version(), "scores": _scores(40), "replaces": "L1-tap"},
            {"ballot_id": "another", "version": self._version(), "scores": {}},
        ):
            for entry in ("F01", "F02", "none"):
                self._note("L2", desk.ask("PUT", f"/api/ballots/{entry}", token=token, json=ballot))
        offer = {"ballot_id": "L1-tap", "entry": "F01", "round": 1, "version": 1, "scores": {}}
        self._note("L2", desk.ask("POST", "/api/panel/offer", token=token, json={"ballots": [offer]}))
        for screen in Screen:
            desk.post("show", screen=screen.value)
            contest = desk.contest
            self.heard["stage"].append(repr(stage_view(contest, desk.standings())))
        desk.post("show", screen="auto")
        for who, socket in self._sockets.items():
            self.heard[who] += list(_waiting(socket))

    def _version(self) -> int:
        entry = self.desk.get("/api/panel", self.desk.token("L2")).json()["entry"]
        return int(entry["version"]) if entry else 0

    def _note(self, who: str, answer: Any) -> None:
        self.heard[who].append(answer.text + str(answer.headers))

    def score(self, code: str) -> None:
        """L2 hands in, then the others, one after the other; who is not the operator listens."""
        desk = self.desk
        desk.post("call", entry=code)
        desk.post("open")
        for n, (judge, scores) in enumerate(self.given.items()):
            assert desk.put(judge, code, f"{judge}-tap-{code}", scores).status_code == 201
            if n in (0, 7):
                self.listen()
        assert desk.post("close").status_code == 200

    def numbers(self, code: str, but: str = "") -> set[str]:
        """Every number of an entry that only the desk knows, as it might be written."""
        rows = [row for board in self.desk.get("/api/desk/standings").json()["boards"] for row in board["rows"]]
        row = next(row for row in rows if row["code"] == code)
        values = [row["exact"], *(group["score"] for group in row["groups"].values()), *row["components"].values()]
        totals = [sum(map(Fraction, scores.values())) for judge, scores in self.given.items() if judge != but]
        scores = {each for judge, given in self.given.items() if judge != but for each in given.values()}
        written = {f"{float(value):.{n}f}" for value in (*map(Fraction, values), *totals) for n in (2, 3)}
        return scores | written | {row["published"], *(value for value in values if "/" in value)}

    def found(self, who: str, numbers: set[str]) -> set[str]:
        """Which of these numbers somebody has heard."""
        text = "\n".join(self.heard[who])
        return {number for number in numbers if re.search(rf"(?<![\d:.]){re.escape(number)}(?!\d)", text)}

    def forget(self) -> None:
        for heard in self.heard.values():
            heard.clear()


def _scores(n: int) -> dict[str, str]:
    return {
        "problems": f"17.{391 + 7 * n}",
        "targets": f"16.{847 - 3 * n}",
        "approach": f"23.{219 + 11 * n}",
        "measures": f"22.{573 + 5 * n}",
    }


def _waiting(socket: ClientConnection) -> Iterator[str]:
    """The messages that have come so far."""
    while True:
        try:
            yield str(socket.recv(timeout=0.3))
        except TimeoutError:
            return


@pytest.fixture
def hall(tmp_path: Path, qingdao: Path) -> Iterator[Hall]:
    plan = tmp_path / "plan.toml"
    for file in qingdao.parent.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    plan.write_text(plan.read_text(encoding="utf-8").replace('step = "0.5"', 'step = "0.001"'), encoding="utf-8")
    create_contest(tmp_path / "擂台赛.arena", read_setup(plan))
    desk = OpenDesk(tmp_path / "擂台赛.arena")
    with ExitStack() as stack:
        stack.callback(desk.end)
        yield Hall(desk, stack)


def test_no_number_is_heard_by_anybody_before_it_is_revealed(hall: Hall) -> None:
    desk = hall.desk
    hall.score("F01")
    desk.post("adjust", entry="F01", points="-1.237", reason="超时")
    desk.post("substitute", judge="L3", name="替补评委", title="")
    link = next(each["link"]["path"] for each in desk.get("/api/desk").json()["judges"] if each["code"] == "L3")
    hall.heard["anyone"].append(desk.get("/api/panel", link.partition("#")[2]).text)
    hall.listen()
    numbers = {who: hall.numbers("F01", but=who) | {"1.237", "1.24"} for who in hall.heard}
    assert len(numbers["anyone"]) > 80
    assert {who: hall.found(who, numbers[who]) for who in hall.heard} == {who: set() for who in hall.heard}

    assert desk.post("reveal", entry="F01", to="host").status_code == 200
    hall.forget()
    hall.listen()
    assert hall.found("host", numbers["host"]), "what may be read aloud"
    assert {who: hall.found(who, numbers[who]) for who in ("anyone", "L2", "stage")} == {
        "anyone": set(),
        "L2": set(),
        "stage": set(),
    }

    assert desk.post("reveal", entry="F01").status_code == 200
    published = desk.get("/api/desk/standings").json()["boards"][0]["rows"][0]["published"]
    hall.forget()
    hall.listen()
    assert [bool(hall.found(who, {published})) for who in ("anyone", "host", "stage")] == [True, True, True]
    scores = {each for given in hall.given.values() for each in given.values()}
    assert hall.found("anyone", scores) == hall.found("host", scores) == set(), "ballots are nobody's business"


def test_what_is_corrected_after_a_reveal_is_heard_by_nobody_until_it_is_revealed_again(hall: Hall) -> None:
    hall.score("F01")
    hall.desk.post("reveal", entry="F01")
    hall.desk.post("adjust", entry="F01", points="-1.237", reason="超时")
    row = hall.desk.get("/api/desk/standings").json()["boards"][0]["rows"][0]
    hall.forget()
    hall.listen()
    new = {row["published"], row["exact"], f"{float(Fraction(row['exact'])):.3f}", "1.237", "1.24"}
    assert {who: hall.found(who, new) for who in hall.heard} == {who: set() for who in hall.heard}


def test_pages_document_and_announcement_are_the_same_before_and_after_scoring(hall: Hall) -> None:
    desk = hall.desk
    place = Place(desk._open, desk._server._place.socket, "127.0.0.1")

    def shown() -> list[str]:
        info = Announcement(place)._info(bytes([127, 0, 0, 1]))
        return [*(desk.get(path, "").text for path in PAGES), current(), repr(info), repr(info.decoded_properties)]

    before = shown()
    hall.score("F01")
    assert shown() == before


def test_a_reveal_stays_as_shown_and_is_marked_when_corrected(desk: Desk) -> None:
    scored(desk, "F01")
    assert desk.post("reveal", entry="F01").status_code == 200
    desk.post("adjust", entry="F01", points="-3", reason="超时")
    row = desk.get("/api/board", "").json()["boards"][0]["rows"][0]
    assert (row["published"], row["review"], row["rank"]) == ("80.00", True, 1)
    assert desk.post("reveal", entry="F01").status_code == 200
    row = desk.get("/api/board", "").json()["boards"][0]["rows"][0]
    assert (row["published"], row["review"]) == ("77.00", False)
    assert desk.post("unreveal", entry="F01").status_code == 200
    assert desk.get("/api/board", "").json()["boards"][0]["rows"] == []


def test_an_incomplete_result_cannot_be_revealed(desk: Desk) -> None:
    desk.post("call", entry="F01")
    desk.post("open")
    desk.put("L1", "F01", "tap", ODD)
    desk.post("close", force=True)
    refused = desk.post("reveal", entry="F01")
    assert refused.status_code == 409
    assert len(refused.json()["fields"]["blockers"]) >= 14


def test_a_first_reveal_may_go_to_the_host_alone(desk: Desk) -> None:
    scored(desk, "F01")
    desk.post("reveal", entry="F01", to="host")
    assert desk.get("/api/board", "").json()["boards"][0]["rows"] == []


def public(desk: Desk) -> int:
    """The revision that anybody may know."""
    return int(desk.get("/api/board", "").json()["revision"])


def test_what_nobody_can_see_is_told_to_nobody_and_what_may_be_under_review_is(desk: Desk) -> None:
    why = {"reason": "x"}
    scored(desk, "F01")
    scored(desk, "F02")
    unseen: tuple[tuple[str, dict[str, Any]], ...] = (
        ("judge-absent", {"judge": "P1", **why}),
        ("judge-left", {"judge": "P2", **why}),
        ("group-void", {"group": "public", **why}),
        ("draw", {"seed": "s", "entries": ["F01", "F02"], **why}),
        ("adjust", {"entry": "F01", "points": "1", **why}),
        ("recuse", {"judge": "P3", "entry": "F01", **why}),
    )

    def done(revealed: bool) -> None:
        for name, body in unseen:
            before = public(desk)
            made = desk.post(name, **body).json()["revision"]
            assert (public(desk) > before) is revealed, name
            back = desk.post("undo", record=made, **why).json()["revision"]
            again = desk.post("undo", record=back, **why).json()["revision"]
            assert desk.post("undo", record=again, **why).status_code == 200
            assert (public(desk) == again + 1) is revealed, f"{name} taken back, and back again"
            assert revealed or public(desk) == before

    done(revealed=False)
    before = public(desk)
    desk.post("reveal", entry="F01", to="host")
    desk.post("unreveal", entry="F01")
    assert public(desk) == before, "only the hosts ever knew"
    shown = desk.post("reveal", entry="F01").json()["revision"]
    assert public(desk) == shown
    done(revealed=True)
    desk.post("adjust", entry="F02", points="1", reason="x")
    before = public(desk)
    desk.post("undo", record=desk.post("adjust", entry="F02", points="2", **why).json()["revision"], **why)
    assert public(desk) == before, "F02 was not revealed"
    assert public(desk) < desk.post("unreveal", entry="F01").json()["revision"] == public(desk)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[NearDesk]:
    """A, B and C are scored, and their scores were revealed: phones could read the whole ranking."""
    create_contest(tmp_path / "小擂台.arena", small_setup())
    desk = NearDesk(tmp_path / "小擂台.arena")
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(desk.contest, code, scores)
        desk.post("reveal", entry=code)
    yield desk
    desk.end()


def test_phones_read_nothing_until_the_final_reveal_is_over_and_are_told_then(small: NearDesk) -> None:
    published, codes = {"95.00", "90.00", "80.00"}, {"甲单位", "乙单位", "丙单位"}
    assert all(word in small.get("/api/board", "").text for word in published | codes)
    with connect(small.url.replace("http", "ws") + "/api/live") as phone:
        staging.begin_finale(small.contest, "overall", "up", "in-place", hold=True)
        steps: list[Callable[[], object]] = [lambda: None, *[partial(staging.step_on, small.contest)] * 3]
        for number, step in enumerate(steps):
            step()
            phone.recv(timeout=10)
            answer = small.get("/api/board", "")
            if number < 3:
                assert (answer.status_code, answer.json()["error"]) == (404, "off")
                assert not [word for word in published | codes if word in answer.text + str(answer.headers)]
        assert answer.status_code == 200, "whoever was told of the last place reads it all"
        assert all(word in answer.text for word in published | codes)
        revision = answer.json()["revision"]
        assert small.post("board", on=False).json()["revision"] > revision
        phone.recv(timeout=10)
        assert small.get("/api/board", "").status_code == 404, "switched off by hand, phones are told as well"
