"""With a certificate everything between panels and desk is encrypted, and every check holds as without."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from arena_desk.link.address import certificate_of, take_place
from scoring.errors import BadInput
from storage.contest_file import ContestFile, create_contest
from storage.sheets import read_setup
from tests.contests import FULL, in_memory
from tests.running import CERTIFICATE, HTTPS, KEY, RunningDesk, running_desk, trust
from tests.ui.consoles import small_setup

pytestmark = pytest.mark.unwatched  # the link as it is without, in processes of their own


@pytest.fixture
def secure(tmp_path: Path, qingdao: Path) -> Iterator[RunningDesk]:
    """A desk that speaks HTTPS."""
    with running_desk(tmp_path, qingdao, *HTTPS) as running:
        yield running


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(small_setup()) as opened:
        yield opened


def test_every_address_that_is_given_out_begins_with_https(secure: RunningDesk) -> None:
    assert secure.url.startswith("https://127.0.0.1:")
    assert all(judge["url"].startswith(f"{secure.url}/j#") for judge in secure.judges.values())


def test_a_ballot_is_stored_and_its_judge_is_told_over_the_encrypted_link(secure: RunningDesk) -> None:
    with connect(secure.url.replace("https", "wss") + "/api/live", ssl=trust(), origin=Origin(secure.url)) as panel:
        panel.send(json.dumps({"token": secure.token("L1"), "pings": True}))
        assert "revision" in json.loads(panel.recv(timeout=10))
        secure.post("call", entry="F01")
        secure.post("open")
        stored = secure.put("L1", "F01", "tap-1", FULL)
        assert stored.status_code == 201
        while json.loads(panel.recv(timeout=10)).get("revision") != stored.json()["revision"]:
            pass
        secure.post("reissue", judge="L1")
        with pytest.raises(ConnectionClosed):
            _listen(panel)


def _listen(panel: ClientConnection) -> None:
    while True:
        panel.recv(timeout=10)


def test_pages_from_elsewhere_are_refused_as_without_a_certificate(secure: RunningDesk) -> None:
    own = secure.ask("GET", "/api/board", headers={"Origin": secure.url})
    assert own.status_code == 200
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        assert secure.ask("GET", "/api/board", headers=headers).status_code == 403
    with (
        pytest.raises(InvalidStatus) as refused,
        connect(
            secure.url.replace("https", "wss") + "/api/live",
            ssl=trust(),
            origin=Origin("https://evil.example"),
        ),
    ):
        pass
    assert refused.value.response.status_code == 403


def test_the_port_answers_nothing_in_plain_words(secure: RunningDesk) -> None:
    with pytest.raises(httpx.TransportError):
        httpx.get(secure.url.replace("https", "http") + "/api/health", timeout=20)


def test_the_desk_stops_cleanly_while_an_encrypted_panel_listens(secure: RunningDesk) -> None:
    with connect(secure.url.replace("https", "wss") + "/api/live", ssl=trust()):
        assert secure.stop() == (0, "")


def test_the_desk_stops_without_the_word_of_a_panel_that_sleeps(secure: RunningDesk) -> None:
    host, port = httpx.URL(secure.url).host, httpx.URL(secure.url).port
    assert port is not None
    with socket.create_connection((host, port)) as plain, trust().wrap_socket(plain, server_hostname=host):
        assert secure.stop() == (0, "")  # it would say so if it had to give up waiting


def test_a_desk_under_a_name_of_its_own_is_reached_by_that_name(tmp_path: Path, qingdao: Path) -> None:
    with running_desk(tmp_path, qingdao, *HTTPS, "--host", "localhost") as desk:
        assert desk.url.startswith("https://localhost:")
        assert desk.get("/api/board", "").status_code == 200


@pytest.mark.parametrize(
    "options",
    [
        ("--tls-cert", "{cert}"),
        ("--tls-cert", "{cert}", "--tls-key", "none.pem"),
        ("--tls-cert", "{key}", "--tls-key", "{cert}"),
        ("--host", "192.0.2.77"),
        ("--host", "no-such-name.invalid"),
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_served(
    tmp_path: Path, qingdao: Path, options: tuple[str, ...]
) -> None:
    create_contest(tmp_path / "擂台赛.arena", read_setup(qingdao))
    words = [word.format(cert=CERTIFICATE, key=KEY) for word in options]
    command = [sys.executable, "-m", "arena_desk", "--lang", "en", "serve", str(tmp_path / "擂台赛.arena"), *words]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr


def test_a_key_under_a_password_is_refused_rather_than_waited_for() -> None:
    with pytest.raises(BadInput, match="under a password"):
        certificate_of(CERTIFICATE, KEY.with_name("locked_key.pem"))


def test_without_either_file_the_link_is_plain() -> None:
    assert certificate_of(None, None) is None


def test_this_machine_reaches_itself_in_the_same_manner(file: ContestFile) -> None:

    place = take_place(file, "0.0.0.0", 0, tls=certificate_of(CERTIFICATE, KEY))
    assert place.loopback() == f"https://127.0.0.1:{place.port}"
    place.socket.close()
    place = take_place(file, "localhost", 0)
    assert place.loopback() == f"http://localhost:{place.port}"
    place.socket.close()
