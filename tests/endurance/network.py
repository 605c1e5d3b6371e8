"""Panels in Chromium behind a bad network: `python -m tests.endurance.network`. Linux, root, `ip` and Chromium.

Desk and browser stand in network namespaces of their own, on either side of a road that is slow, loses packets, or is
gone for half a minute, before a ballot arrives or after. Every ballot must be at the desk once, and no panel may say
before that it is stored.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, expect, sync_playwright

import arena_desk
from storage.contest_file import create_contest, read_contest
from storage.sheets import read_setup
from storage.verify import verify
from tests.endurance.bad_road import CLEAR, Road, Weather
from tests.running import PlainDesk
from tests.web.panels import JudgePanel

PLAN = Path(arena_desk.__file__).parent / "templates" / "qingdao" / "plan.toml"
SCORES = {"problems": "18.5", "targets": "19", "approach": "28.5", "measures": "28"}
JUDGES = ("L1", "E1", "P1")
PATIENCE = 90_000
OUTAGE = 30.0


class Seats:
    """The panels, the desk and the road between them."""

    def __init__(self, desk: PlainDesk, road: Road, browser: Browser) -> None:
        self.desk, self.road = desk, road
        self.entries = iter([each["code"] for each in desk.get("/api/desk")["entries"]])
        self.panels = [JudgePanel(browser.new_context().new_page(), desk, judge) for judge in JUDGES]
        self.faults: list[str] = []
        self.handed_in: list[tuple[str, str]] = []

    def begin(self) -> str:
        """The next entry is on and open; every panel shows it, filled in."""
        code = next(self.entries)
        self.desk.post("call", entry=code)
        self.desk.post("open")
        for panel in self.panels:
            self.until(panel, "open")
            panel.type(SCORES)
        return code

    def until(self, panel: JudgePanel, state: str) -> None:
        expect(panel.page.locator(f"body[data-state={state}]")).to_be_visible(timeout=PATIENCE)

    def hand_in(self, code: str) -> None:
        for panel in self.panels:
            panel.submit()
            self.handed_in.append((code, panel.judge))

    def at_the_desk(self, code: str) -> set[str]:
        """The judges whose ballot for an entry is stored."""
        entries: list[dict[str, Any]] = self.desk.get("/api/desk")["entries"]
        return set(next(each for each in entries if each["code"] == code)["ballots"])

    def stay_honest(self, code: str, seconds: float) -> None:
        """For so long, no panel says that a ballot is stored which is not."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            claims = {panel.judge for panel in self.panels if panel.says_stored()}
            false = claims - self.at_the_desk(code)
            self.faults += [f"{judge} was told that {code} is stored, and it is not" for judge in false]
            self.panels[0].page.wait_for_timeout(500)

    def all_stored(self, code: str) -> float:
        """Seconds until every panel has its receipt."""
        begun = time.monotonic()
        for panel in self.panels:
            self.until(panel, "stored")
        missing = set(JUDGES) - self.at_the_desk(code)
        self.faults += [f"{judge} was told that {code} is stored, and it is not" for judge in missing]
        return time.monotonic() - begun

    def close(self) -> None:
        self.desk.post("close", force=True)


def in_weather(seats: Seats, name: str, weather: Weather, rounds: int) -> None:
    """Some entries in one weather; from the confirmation to the last receipt."""
    seats.road.weather = weather
    waits = []
    for _ in range(rounds):
        code = seats.begin()
        seats.hand_in(code)
        waits.append(seats.all_stored(code))
        seats.close()
    seats.road.weather = CLEAR
    ballots = rounds * len(JUDGES)
    say(f"{name}: {ballots} ballots, median {median(waits):.1f} s, longest {max(waits):.1f} s to the receipt")


def through_an_outage(seats: Seats, name: str, **ways: bool) -> None:
    """The road is gone as the ballots are handed in, wholly or in one direction, and comes back after half a minute."""
    code = seats.begin()
    seats.road.cut(**ways)
    seats.hand_in(code)
    for panel in seats.panels:
        seats.until(panel, "unsent")
    seats.stay_honest(code, OUTAGE)
    arrived = len(seats.at_the_desk(code))
    seats.road.mend()
    wait = seats.all_stored(code)
    seats.close()
    say(f"{name}: {arrived} of {len(JUDGES)} were at the desk during the outage, receipts {wait:.1f} s after its end")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


@contextmanager
def seated(folder: Path) -> Iterator[Seats]:
    """Everything set up, and taken away at the end."""
    with ExitStack() as stack:
        road = Road()
        stack.callback(road.close)
        road.enter_hall()
        create_contest(folder / "擂台赛.arena", read_setup(PLAN))
        desk = PlainDesk(folder / "擂台赛.arena", "--host", "0.0.0.0")
        stack.callback(desk.end)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=_in_the_seats(folder, road), args=["--no-sandbox"])
        stack.callback(browser.close)
        yield Seats(desk, road, browser)


def _in_the_seats(folder: Path, road: Road) -> Path:
    """Chromium, as it is started on the panels' side."""
    found = next(path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name)))
    script = folder / "chromium"
    script.write_text(f'#!/bin/sh\nexec ip netns exec {road.seats} {found} "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def weathers(seats: Seats) -> None:
    """All of them, one after the other."""
    say(f"the desk is at {seats.desk.url}, panels at {', '.join(JUDGES)} in Chromium")
    in_weather(seats, "clear", CLEAR, 3)
    in_weather(seats, "300 ms each way", Weather(delay=0.3), 5)
    in_weather(seats, "every tenth packet lost, each way", Weather(loss=0.1), 5)
    in_weather(seats, "300 ms and every tenth packet lost, each way", Weather(delay=0.3, loss=0.1), 5)
    through_an_outage(seats, "nothing passes for 30 s")
    through_an_outage(seats, "ballots arrive, no answer for 30 s", to_panel=False)
    road, ballots = seats.road, len(seats.handed_in)
    say(f"{ballots} ballots; {road.carried} packets carried, {road.lost} lost")


def not_once(file: Path, handed_in: list[tuple[str, str]]) -> list[str]:
    """What the desk does not have exactly as often as it was handed in, and what does not hold in its journal."""
    journal = read_contest(file).journal
    stored = Counter((each.after["entry"], each.after["judge"]) for each in journal if each.what == "ballot")
    wrong = [key for key, times in Counter(handed_in).items() if stored.pop(key, 0) != times]
    return [*(f"{key} is not there once" for key in [*wrong, *stored]), *(each.said("en") for each in verify(file))]


def main() -> int:
    """1 where a promise was broken."""
    with tempfile.TemporaryDirectory() as name:
        with seated(Path(name)) as seats:
            weathers(seats)
        faults = [*seats.faults, *not_once(seats.desk.file, seats.handed_in)]
    say("\n  ".join([f"{len(faults)} faults", *faults]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
