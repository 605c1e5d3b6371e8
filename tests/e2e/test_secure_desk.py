"""The console with a certificate: what its QR codes hold is an address that can be opened."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pytestqt.qtbot import QtBot

from arena_desk.app import Reached, Session
from arena_desk.link.address import certificate_of
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.sheets import read_setup
from tests.e2e.test_rehearsal import shown
from tests.running import CERTIFICATE, KEY

pytestmark = pytest.mark.e2e


@pytest.fixture
def contest(tmp_path: Path, qingdao: Path) -> Iterator[ContestFile]:
    create_contest(tmp_path / "擂台赛.arena", read_setup(qingdao))
    file = open_contest(tmp_path / "擂台赛.arena")
    yield file
    file.close()


def test_the_links_of_a_console_with_a_certificate_are_https_and_work(qtbot: QtBot, contest: ContestFile) -> None:
    reached = Reached("localhost", certificate_of(CERTIFICATE, KEY))
    with shown(qtbot, Session(contest, reached=reached)) as session:
        session.link.wait()
        url, _, token = session.link.judge_link("L1").url.partition("/j#")
        assert url == session.link.loopback()
        assert url.startswith("https://localhost:")
        headers = {"Authorization": f"Bearer {token}"}
        trust = ssl.create_default_context(cafile=str(CERTIFICATE))
        panel = httpx.get(f"{url}/api/panel", headers=headers, verify=trust, timeout=20).raise_for_status().json()
        assert panel["judge"]["code"] == "L1"
        qtbot.waitUntil(lambda: session.windows.desk.presence["L1"].host == "localhost")
