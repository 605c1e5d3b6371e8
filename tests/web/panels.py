"""What the tests of the web pages share: a desk from outside, and a judge's hands and eyes on a panel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page, Request, Route, expect

from tests.running import Plain as Desk

__all__ = ["OTHER", "SCORES", "SOON", "Desk", "Json", "JudgePanel", "open_for"]

Json = dict[str, Any]
SCORES = {"problems": "18.5", "targets": "19", "approach": "28.5", "measures": "28"}
OTHER = {"problems": "17", "targets": "18", "approach": "26.5", "measures": "27"}
SOON = 15_000


class JudgePanel:
    """A judge's panel on a page."""

    def __init__(self, page: Page, desk: Desk, judge: str) -> None:
        self.page, self.desk, self.judge = page, desk, judge
        self.sent: list[Json] = []
        page.on("request", self._note)
        page.goto(desk.judges[judge]["url"])

    def _note(self, request: Request) -> None:
        if request.method == "PUT":
            self.sent.append(json.loads(request.post_data or ""))

    def sees(self, state: str) -> None:
        """Wait until the panel is in a state, by the name in the page's body."""
        expect(self.page.locator(f"body[data-state={state}]")).to_be_visible(timeout=SOON)

    def reads(self, text: str) -> None:
        """Wait until a text can be seen somewhere on the page."""
        expect(self.page.locator("main")).to_contain_text(text, timeout=SOON)

    def says_stored(self) -> bool:
        """Whether the page says anywhere that a ballot is stored."""
        return "已存 " in self.page.locator("main").inner_text()

    def contestant(self) -> str:
        return self.page.locator("h1").inner_text()

    def type(self, scores: Mapping[str, str]) -> None:
        for key, score in scores.items():
            self.page.locator(f"#score-{key}").fill(score)

    def typed(self) -> Json:
        fields = self.page.locator(".score").all()
        return {(field.get_attribute("id") or "").removeprefix("score-"): field.input_value() for field in fields}

    def submit(self) -> None:
        self.page.locator("#submit").click()
        self.page.locator("#confirm").click()

    def history(self) -> list[Json]:
        """This judge's ballots, as the desk has them."""
        token = self.desk.judges[self.judge]["url"].partition("#")[2]
        answer = self.page.request.get(f"{self.desk.url}/api/panel", headers={"Authorization": f"Bearer {token}"})
        ballots: list[Json] = answer.json()["history"]
        return ballots

    def hold(self) -> list[Route]:
        """Ballots from now on are held up on their way to the desk; they gather in the list."""
        held: list[Route] = []

        def keep(route: Route) -> None:
            held.append(route)

        self.page.route("**/api/ballots/**", keep)
        return held

    def cut(self) -> None:
        """The network goes: nothing of the desk's calls gets through any more."""
        self.page.route("**/api/**", lambda route: route.abort())

    def mend(self) -> None:
        """The network is back."""
        self.page.unroute("**/api/**")


def open_for(desk: Desk, entry: str) -> None:
    """Call a contestant to the stage and let ballots in."""
    desk.post("call", entry=entry)
    desk.post("open")
