"""A real Chromium with a phone's screen, and the desk it looks at."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route, sync_playwright

import arena_desk
from tests.running import Plain, PlainDesk, PlainNearDesk, desk_for

from .panels import Desk, JudgePanel

WEB = Path(arena_desk.__file__).parent / "web"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HERE = {"127.0.0.1", "localhost", "files.test", ""}
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for a module; none outlives it, as its event loop would be in the way of others."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


class Complaints:
    """Script errors, breaches of the content policy, and requests to anywhere but the desk."""

    def __init__(self, context: BrowserContext) -> None:
        self.heard: list[str] = []
        context.on("weberror", lambda problem: self.heard.append(f"script: {problem.error}"))
        context.on("console", self._console)
        context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.heard.append(message.text)

    def _request(self, request: Request) -> None:
        if (urlsplit(request.url).hostname or "") not in HERE:
            self.heard.append(f"request to {request.url}")


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Makes pages, each on a device of its own; what any of them complains about fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[Complaints] = []

    def make(width: int = 390, height: int = 844, *, language: str = "zh", dark: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, has_touch=True, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        complaints.append(Complaints(context))
        if language == "en":
            context.add_init_script("if (location.protocol === 'http:') localStorage.setItem('arena.language', 'en')")
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert [text for each in complaints for text in each.heard] == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A phone."""
    return new_page()


@pytest.fixture
def desk(request: pytest.FixtureRequest) -> Iterator[Plain]:
    """The link of a new Qingdao contest."""
    with desk_for(request, PlainNearDesk, PlainDesk) as running:
        yield running


@pytest.fixture
def panel(page: Page, desk: Desk) -> JudgePanel:
    """The panel of judge L1 on a phone."""
    return JudgePanel(page, desk, "L1")


@pytest.fixture
def files(page: Page) -> Page:
    """A blank page that can import the web panel's modules, without a desk."""

    def answer(route: Route) -> None:
        name = urlsplit(route.request.url).path.removeprefix("/static/")
        if name in {"", "/"}:
            route.fulfill(body="<!doctype html><title>files</title>", content_type="text/html")
        else:
            route.fulfill(body=(WEB / name).read_bytes(), content_type=TYPES[Path(name).suffix])

    page.route("http://files.test/**", answer)
    page.goto("http://files.test/")
    return page
