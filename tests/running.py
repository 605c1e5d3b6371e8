"""A desk as a test drives it: real HTTP, real files, and real signals where it runs in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import ssl
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest

from arena_desk.link.address import take_place
from arena_desk.link.server import LinkServer
from storage.contest_file import ContestFile, create_contest, open_contest, read_setting
from storage.seats import desk_tokens, read_linking, seats
from storage.secrets import DESK_TOKENS
from storage.sheets import read_setup
from tests.patience import PATIENCE
from tests.watching import PROCESSES

CERTIFICATE = Path(__file__).parent / "certificate" / "cert.pem"
"""For localhost and 127.0.0.1, vouched for by itself, valid for a hundred years; its key lies beside it."""
KEY = CERTIFICATE.with_name("key.pem")
PROGRAM = (sys.executable, "-m", "arena_desk")
HTTPS = ("--tls-cert", str(CERTIFICATE), "--tls-key", str(KEY))


@cache
def trust() -> ssl.SSLContext:
    """Trusts the certificate of the tests."""
    return ssl.create_default_context(cafile=str(CERTIFICATE))


class Desk(ABC):
    """A desk that answers at `url`, and the calls that a test makes to it."""

    file: Path
    url: str
    operator: str
    judges: dict[str, dict[str, str]]

    def token(self, judge: str) -> str:
        """The token in a judge's link."""
        return self.judges[judge]["url"].partition("#")[2]

    def get(self, path: str, token: str | None = None, **headers: str) -> httpx.Response:
        """A GET, as the operator unless another token is given."""
        return self.ask("GET", path, token=self.operator if token is None else token, headers=headers)

    def post(self, name: str, /, **body: Any) -> httpx.Response:
        """An operator's call."""
        return self.ask("POST", f"/api/desk/{name}", token=self.operator, json=body)

    def put(self, judge: str, entry: str, ballot_id: str, scores: dict[str, str], **more: Any) -> httpx.Response:
        """A judge's ballot; names the version the panel would name unless one is given."""
        version = more.pop("version", None)
        if version is None:
            version = self.ask("GET", "/api/panel", token=self.token(judge)).json()["entry"]["version"]
        body = {"ballot_id": ballot_id, "version": version, "scores": scores, **more}
        return self.ask("PUT", f"/api/ballots/{entry}", token=self.token(judge), json=body)

    def ask(self, method: str, path: str, *, token: str = "", **more: Any) -> httpx.Response:
        """Any request."""
        headers = {**more.pop("headers", {}), **({"Authorization": f"Bearer {token}"} if token else {})}
        return httpx.request(method, f"{self.url}{path}", headers=headers, timeout=PATIENCE, verify=trust(), **more)

    @abstractmethod
    def start(self) -> None:
        """Start the desk and wait until it is ready."""

    @abstractmethod
    def kill(self) -> None:
        """End it as a power cut would: SIGKILL."""

    @abstractmethod
    def stop(self) -> tuple[int, str]:
        """Ask it to end; gives the exit code and what it said on standard error."""

    @abstractmethod
    def end(self) -> None:
        """Be done with it, if the test has not ended it."""


class RunningDesk(Desk):
    """`arena-desk serve` on a contest file, with any further options. It keeps its port over `kill` and `start`.

    For coverage it is `watched` or not: one desk says what all do.
    """

    def __init__(self, file: Path, *options: str, watched: bool = True) -> None:
        self.file, self._options, self._watched = file, options, watched
        self._process: subprocess.Popen[str] | None = None
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "arena_desk", "serve", str(self.file), "--port", "0", "--json", *self._options]
        environment = {key: value for key, value in os.environ.items() if self._watched or key != PROCESSES}
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            _, said = self._process.communicate(timeout=PATIENCE)
            raise RuntimeError(said)
        ready = json.loads(line)
        self.url, self.operator, self.judges = ready["url"], ready["operator_token"], ready["judges"]

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def stop(self) -> tuple[int, str]:
        assert self._process is not None
        self._process.terminate()
        _, said = self._process.communicate(timeout=PATIENCE)
        code, self._process = self._process.returncode, None
        return code, said

    def end(self) -> None:
        if self._process is not None:
            self.stop()


class NearDesk(Desk):
    """The same link on threads of this process: ready in a moment, but a test cannot kill it."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.start()

    def start(self) -> None:
        self._open = open_contest(self.file)
        place = take_place(self._open, "127.0.0.1", 0)
        self._server = LinkServer(place)
        self._server.start()
        self.url, self.operator = place.address(), desk_tokens(self._open).operator
        links = {seat.judge: place.judge_link(seat.judge) for seat in seats(self._open)}
        self.judges = {judge: {"url": link.url, "join_code": link.join_code} for judge, link in links.items()}

    @property
    def contest(self) -> ContestFile:
        """The contest that is linked, for what the link itself cannot do."""
        return self._open

    def kill(self) -> None:
        raise RuntimeError("mark the test `process`: it ends the desk")

    def stop(self) -> tuple[int, str]:
        raise RuntimeError("mark the test `process`: it ends the desk")

    def end(self) -> None:
        self._server.stop()
        self._open.close()


class ConsoleDesk(Desk):
    """The program with its console open on a contest, in a process of its own, as a person starts it."""

    def __init__(self, file: Path, *, environment: Mapping[str, str], program: Sequence[str] = PROGRAM) -> None:
        self.file, self._environment, self._program = file, environment, program
        self.start()

    def start(self) -> None:
        command = [*self._program, "--lang", "en", str(self.file)]
        self._process = subprocess.Popen(command, env=self._environment, stderr=subprocess.PIPE, encoding="utf-8")

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def answers(self) -> bool:
        """Whether the link answers, at the port that the file remembers; addresses and tokens are noted then."""
        if self._process.poll() is not None:
            raise RuntimeError(self._process.communicate()[1])
        linking = read_linking(self.file)
        self.url = f"http://127.0.0.1:{linking.port}"
        self.judges = {seat.judge: {"url": f"{self.url}/j#{seat.token}"} for seat in linking.seats}
        self.operator = read_setting(self.file, DESK_TOKENS[0]) or ""
        with suppress(httpx.TransportError, httpx.InvalidURL):
            return httpx.get(f"{self.url}/api/health").status_code == 200
        return False

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()

    def stop(self) -> tuple[int, str]:
        self._process.send_signal(signal.SIGTERM)
        _, said = self._process.communicate(timeout=PATIENCE)
        lines = [line for line in said.splitlines() if not line.startswith("This plugin does not support")]
        return self._process.returncode, "\n".join(lines)

    def end(self) -> None:
        if self._process.poll() is None:
            self.kill()


class Plain(Desk):
    """A desk whose calls must succeed and give their JSON."""

    def get(self, path: str, token: str | None = None, **headers: str) -> Any:
        """What the operator reads."""
        return super().get(path, token, **headers).raise_for_status().json()

    def post(self, name: str, /, **body: Any) -> Any:
        """An operator's call that must succeed."""
        return super().post(name, **body).raise_for_status().json()

    @property
    def host_url(self) -> str:
        """The address of the host page, with its token."""
        return self.url + str(self.get("/api/desk")["host"]["path"])


class PlainDesk(Plain, RunningDesk):
    """In a process of its own."""


class PlainNearDesk(Plain, NearDesk):
    """On threads of this process."""


@contextmanager
def running_desk(folder: Path, plan: Path, *options: str) -> Iterator[RunningDesk]:
    """A desk on a new contest of a plan, with any further options; killed at the end."""
    file = folder / "擂台赛.arena"
    create_contest(file, read_setup(plan))
    desk = RunningDesk(file, *options)
    try:
        yield desk
    finally:
        desk.kill()


@contextmanager
def desk_for(request: pytest.FixtureRequest, near: type[NearDesk], far: type[RunningDesk]) -> Iterator[Any]:
    """A desk on a new Qingdao contest for one test: on threads of this process, unless the test is marked `process`."""
    file = request.getfixturevalue("tmp_path") / "擂台赛.arena"
    create_contest(file, read_setup(request.getfixturevalue("qingdao")))
    desk = far(file, watched=False) if request.node.get_closest_marker("process") else near(file)
    try:
        yield desk
    finally:
        desk.end()
