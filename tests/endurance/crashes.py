"""The desk is killed again and again while fifteen judges score: `python -m tests.endurance.crashes [ROUNDS] [SEED]`.

Each round ends with SIGKILL at a random moment; now and then the next start is killed as well. The desk comes back on
its port, panels and operator send again what had no answer. At the end every ballot is looked for in the journal.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

import arena_desk
from storage.contest_file import create_contest, read_contest
from storage.sheets import read_setup
from storage.verify import verify
from tests.running import RunningDesk

PLAN = Path(arena_desk.__file__).parent / "templates" / "qingdao" / "plan.toml"
MOST_BALLOTS, LONGEST_ROUND = 30, 20.0
KILLED_WHILE_STARTING = 0.15
Json = dict[str, Any]


@dataclass
class Report:
    """What came of it; `faults` is empty where every promise was kept."""

    kills: int = 0
    kills_while_starting: int = 0
    acknowledged: int = 0
    sent_again: int = 0
    refused: int = 0
    records: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        said = (
            f"{self.kills} kills under load and {self.kills_while_starting} while starting, in {self.seconds:.0f} s: "
            f"{self.acknowledged} ballots acknowledged, {self.sent_again} sent again, {self.refused} refused, "
            f"{self.records} records in the journal; {len(self.faults)} faults"
        )
        return "\n  ".join([said, *self.faults])


class Client:
    """Somebody who sends each request until the desk has answered it."""

    def __init__(self, hall: Hall, token: str) -> None:
        self.hall = hall
        self._http = httpx.Client(headers={"Authorization": f"Bearer {token}"}, timeout=10, trust_env=False)
        self.sent_again = 0

    def ask(self, method: str, path: str, body: Json | None = None) -> tuple[int, Json]:
        """The desk's answer. Raises `Over` once the hall is empty."""
        tries = 0
        while True:
            self.hall.wait()
            try:
                answer = self._http.request(method, self.hall.desk.url + path, json=body)
            except httpx.TransportError:
                tries += 1
                continue
            self.sent_again += tries > 0
            return answer.status_code, answer.json()

    def close(self) -> None:
        """Leave."""
        self._http.close()


class Over(Exception):
    """Everybody goes home."""


class Panel(Client):
    """A judge who never stops: each ballot replaces the one before."""

    def __init__(self, hall: Hall, judge: str) -> None:
        super().__init__(hall, hall.desk.token(judge))
        self.judge = judge
        self.receipts: dict[str, Json] = {}
        self.refused: set[str] = set()
        self._chance = random.Random(f"{hall.seed} {judge}")

    def run(self) -> None:
        """Score until it is over."""
        while True:
            _, panel = self.ask("GET", "/api/panel")
            if panel["open"]:
                self.score(panel)
            else:
                self.hall.rest(0.02)

    def score(self, panel: Json) -> None:
        """Hand in a ballot, and what it was answered."""
        ballot_id = str(uuid4())
        scores = {each["key"]: str(self._chance.randint(0, int(each["max"]))) for each in panel["criteria"]}
        body = {"ballot_id": ballot_id, "version": panel["entry"]["version"], "scores": scores}
        if panel["ballot"]:
            body["replaces"] = panel["ballot"]["ballot_id"]
        status, answer = self.ask("PUT", f"/api/ballots/{panel['entry']['code']}", body)
        if status in (200, 201):
            self.receipts[ballot_id] = answer
        elif status == 409:
            self.refused.add(ballot_id)
        else:
            self.hall.report.faults.append(f"{status} {answer} for a ballot")


class Operator(Client):
    """Calls one entry after the other; each call carries an id, so that it may be sent again."""

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall, hall.desk.operator)
        self.states: list[tuple[str | None, bool]] = [(None, False)]

    def run(self) -> None:
        """Lead the contest until it is over."""
        entries = [each["code"] for each in self.ask("GET", "/api/desk")[1]["entries"]]
        turn = 0
        while True:
            code = entries[turn % len(entries)]
            turn += 1
            self.do("call", (code, False), entry=code)
            self.do("open", (code, True))
            self.hall.rest(0.4)
            self.do("return-ballot", (code, True), judge="L1", entry=code, reason="请再看一遍")
            self.hall.rest(0.4)
            self.do("close", (code, False), force=True)

    def do(self, name: str, state: tuple[str | None, bool], **body: Any) -> None:
        """A call; until it is answered, the desk may be in the state before or in this one."""
        self.states.append(state)
        status, answer = self.ask("POST", f"/api/desk/{name}", {**body, "id": str(uuid4())})
        if status != 200 and name != "return-ballot":
            self.hall.report.faults.append(f"{status} {answer} for {name}")
        del self.states[:-1]


class Hall:
    """A desk, its operator and its judges."""

    def __init__(self, file: Path, seed: int) -> None:
        create_contest(file, read_setup(PLAN))
        self.seed, self.chance, self.report = seed, random.Random(seed), Report()
        self._up, self._over = threading.Event(), threading.Event()
        self.desk = RunningDesk(file)
        self.panels = [Panel(self, judge) for judge in self.desk.judges]
        self.operator = Operator(self)
        everybody: list[Panel | Operator] = [*self.panels, self.operator]
        self._threads = [threading.Thread(target=self._guarded, args=(each.run,), daemon=True) for each in everybody]

    def _guarded(self, run: Callable[[], None]) -> None:
        with suppress(Over):
            run()

    def wait(self) -> None:
        """Until the desk is up."""
        while not self._up.wait(0.2):
            self._check()
        self._check()

    def rest(self, seconds: float) -> None:
        """Do nothing for a while."""
        self._over.wait(seconds)
        self._check()

    def _check(self) -> None:
        if self._over.is_set():
            raise Over

    @property
    def acknowledged(self) -> int:
        """How many ballots have a receipt."""
        return sum(len(panel.receipts) for panel in self.panels)

    def begin(self) -> None:
        """Everybody takes their seats."""
        for thread in self._threads:
            thread.start()
        self._up.set()

    def crash(self) -> None:
        """Power goes at a random moment once a few more ballots are in, and comes back."""
        wanted = self.acknowledged + self.chance.randint(1, MOST_BALLOTS)
        until = time.monotonic() + LONGEST_ROUND
        while self.acknowledged < wanted and time.monotonic() < until:
            self.rest(0.01)
        self.rest(self.chance.uniform(0.0, 0.1))
        self._up.clear()
        self.desk.kill()
        self.report.kills += 1
        if self.chance.random() < KILLED_WHILE_STARTING:
            self.fail_to_start()
        before = self.desk.url
        self.desk.start()
        if self.desk.url != before:
            self.report.faults.append(f"the desk moved to {self.desk.url}")
        self._same_as_before()
        self._up.set()

    def fail_to_start(self) -> None:
        """A start that is killed on its way."""
        command = [sys.executable, "-m", "arena_desk", "serve", str(self.desk.file), "--port", "0", "--json"]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, timeout=self.chance.uniform(0.3, 2.0), check=False)
        self.report.kills_while_starting += 1

    def _same_as_before(self) -> None:
        expected = list(self.operator.states)
        now = self.desk.get("/api/desk").json()
        if (now["entry"], now["open"]) not in [*expected, *self.operator.states]:
            self.report.faults.append(f"{expected} before, {now['entry']}, {now['open']} after the crash")

    def empty(self) -> None:
        """Send everybody home."""
        self._over.set()
        for thread in self._threads:
            thread.join()
        for client in (*self.panels, self.operator):
            client.close()

    def end(self) -> Report:
        """Look for every ballot once everybody has gone home."""
        self.empty()
        for panel in self.panels:
            self._receipts_hold(panel)
        self.desk.kill()
        self._journal_agrees()
        self.report.sent_again = sum(each.sent_again for each in self.panels)
        return self.report

    def _receipts_hold(self, panel: Panel) -> None:
        """The newest ballots of a judge get their receipts again; only `current` may have changed."""
        for ballot_id, receipt in list(panel.receipts.items())[-3:]:
            body = {"ballot_id": ballot_id}
            again = self.desk.ask("PUT", "/api/ballots/F01", token=self.desk.token(panel.judge), json=body).json()
            if {**again, "current": receipt["current"]} != receipt:
                self.report.faults.append(f"{receipt} became {again}")

    def _journal_agrees(self) -> None:
        report, journal = self.report, read_contest(self.desk.file).journal
        stored = Counter(str(each.after["ballot_id"]) for each in journal if each.what == "ballot")
        at = {str(each.after["ballot_id"]): (each.number, each.at) for each in journal if each.what == "ballot"}
        receipts = {key: value for panel in self.panels for key, value in panel.receipts.items()}
        refused = {ballot_id for panel in self.panels for ballot_id in panel.refused}
        report.acknowledged, report.refused, report.records = len(receipts), len(refused), len(journal)
        report.faults += [f"{key} was acknowledged and is gone" for key in receipts if key not in stored]
        report.faults += [f"{key} is there {n} times" for key, n in stored.items() if n > 1]
        report.faults += [f"{key} was refused and is there" for key in refused if key in stored]
        report.faults += [
            f"the receipt of {key} does not fit the journal"
            for key, value in receipts.items()
            if key in at and at[key] != (value["revision"], value["stored_at"])
        ]
        report.faults += [finding.said("en") for finding in verify(self.desk.file)]


@contextmanager
def full_hall(file: Path, seed: int) -> Iterator[Hall]:
    """A hall in which everybody scores; nobody is left in it."""
    hall = Hall(file, seed)
    try:
        hall.begin()
        yield hall
    finally:
        hall.empty()
        hall.desk.kill()


def crashes(file: Path, rounds: int, seed: int) -> Report:
    """Kill the desk so many times."""
    begun = time.monotonic()
    with full_hall(file, seed) as hall:
        for _ in range(rounds):
            hall.crash()
        report = hall.end()
    report.seconds = time.monotonic() - begun
    return report


def main(rounds: int, seed: int) -> int:
    """Say what came of it; 1 where a promise was broken."""
    with tempfile.TemporaryDirectory() as folder:
        report = crashes(Path(folder) / "擂台赛.arena", rounds, seed)
    sys.stdout.write(f"seed {seed}: {report}\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    sys.exit(main(words[0] if words else 100, words[1] if len(words) > 1 else 1))
