"""A desk in a process of its own, as a test drives it: real HTTP, real files, real signals."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from storage.contest_file import create_contest
from storage.sheets import read_setup

CERTIFICATE = Path(__file__).parent / "certificate" / "cert.pem"
"""For localhost and 127.0.0.1, vouched for by itself, valid for a hundred years; its key lies beside it."""
KEY = CERTIFICATE.with_name("key.pem")
HTTPS = ("--tls-cert", str(CERTIFICATE), "--tls-key", str(KEY))


class RunningDesk:
    """`arena-desk serve` on a contest file, with any further options. It keeps its port over `kill` and `start`."""

    def __init__(self, file: Path, *options: str) -> None:
        self.file, self._options = file, options
        self.trust = ssl.create_default_context(cafile=str(CERTIFICATE))
        self._process: subprocess.Popen[str] | None = None
        self.start()

    def start(self) -> None:
        """Start the desk and wait until it is ready."""
        command = [sys.executable, "-m", "arena_desk", "serve", str(self.file), "--port", "0", "--json", *self._options]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            _, said = self._process.communicate(timeout=20)
            raise RuntimeError(said)
        ready = json.loads(line)
        self.url: str = ready["url"]
        self.operator: str = ready["operator_token"]
        self.judges: dict[str, dict[str, str]] = ready["judges"]

    def kill(self) -> None:
        """End it as a power cut would: SIGKILL."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def stop(self) -> tuple[int, str]:
        """Ask it to end; gives the exit code and what it said on standard error."""
        assert self._process is not None
        self._process.terminate()
        _, said = self._process.communicate(timeout=20)
        code, self._process = self._process.returncode, None
        return code, said

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
        return httpx.request(method, f"{self.url}{path}", headers=headers, timeout=20, verify=self.trust, **more)


class PlainDesk(RunningDesk):
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

    def stop_if_running(self) -> None:
        """End it, if a test has not done so."""
        if self._process is not None:
            self.stop()


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
