"""A judge's panel over HTTPS: the page may open the encrypted socket, and the address of the QR code works as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from storage.contest_file import create_contest
from storage.sheets import read_setup
from tests.running import HTTPS, PlainDesk

from .panels import SCORES, Desk, JudgePanel, open_for

pytestmark = [pytest.mark.browser, pytest.mark.unwatched]


@pytest.fixture
def secure(tmp_path: Path, qingdao: Path) -> Iterator[PlainDesk]:
    file = tmp_path / "contest.arena"
    create_contest(file, read_setup(qingdao))
    running = PlainDesk(file, *HTTPS)
    yield running
    running.end()


@pytest.fixture
def trusting(chromium: Browser) -> Iterator[Page]:
    """A browser whose owner has accepted the certificate."""
    context = chromium.new_context(ignore_https_errors=True)
    yield context.new_page()
    context.close()


def test_a_ballot_is_scored_over_https_with_the_socket_open(trusting: Page, secure: Desk) -> None:
    sockets: list[str] = []
    trusting.on("websocket", lambda socket: sockets.append(socket.url))
    panel = JudgePanel(trusting, secure, "L1")
    panel.sees("waiting")
    open_for(secure, "F01")
    panel.sees("open")
    panel.type(SCORES)
    panel.submit()
    panel.sees("stored")
    assert sockets == [secure.url.replace("https", "wss") + "/api/live"]
    assert secure.get("/api/desk")["judges"][0]["seat"]["linked"] == 1
