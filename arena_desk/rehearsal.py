"""Simulated judges for a rehearsal: they score through the real link, with human pauses."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import random
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from scoring.plan import Setup
from storage.contest_file import create_contest, read_contest

logger = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How long a simulated panel waits for news before it looks by itself."""
FORGETS_SECONDS = 60.0
GONE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Temperament:
    """How a judge scores: generosity from 0 to 1, the shortest and longest time for a ballot in seconds, and how
    often, from 0 to 1, the judge forgets to send one for a while or loses the link just before.
    """

    generosity: float = 0.6
    shortest: float = 3.0
    longest: float = 10.0
    forgets: float = 0.0
    drops: float = 0.0


CALM = (Temperament(), Temperament(generosity=0.9), Temperament(generosity=0.35), Temperament(0.7, 6.0, 15.0))
"""Judges with whom everything goes well."""
ALL_KINDS = (
    Temperament(),
    Temperament(generosity=0.0),  # harsh
    Temperament(generosity=1.0),
    Temperament(shortest=15.0, longest=40.0),  # slow
    Temperament(forgets=0.4),
    Temperament(drops=0.4),
)
"""Judges as they come: even, harsh, generous, slow, forgetful, with a bad network; they sit down in this order."""


def copy_for_rehearsal(original: Path, path: Path) -> None:
    """A watermarked contest with the plan, the people and the line-up of another, and nothing that was scored.

    Raises `BadInput` where the original is no contest, `NotNow` where it cannot be read.
    """
    contest = read_contest(original).contest
    setup = Setup(contest.plan, tuple(contest.contestants.values()), contest.judges)
    lineup = [entry.code for entry in contest.live_round.entries]
    create_contest(path, setup, rehearsal=True, lineup=lineup)


class LostLink(Exception):
    """A simulated panel has lost its link on purpose."""


class SimulatedJudges:
    """One simulated panel a judge, in a thread of its own. `speed` divides every pause."""

    def __init__(
        self,
        url: str,
        tokens: Mapping[str, str],
        *,
        temperaments: Sequence[Temperament] = CALM,
        speed: float = 1.0,
        seed: int | None = None,
    ) -> None:
        self._url, self._speed = url, speed
        self._seats = tuple(zip(tokens.values(), cycle(temperaments), strict=False))
        self._chance = random.Random(seed)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="simulated judges", daemon=True)

    def start(self) -> None:
        """Let the judges take their seats."""
        self._thread.start()

    def stop(self) -> None:
        """Send them home."""
        self._stopping.set()
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.run(self._sit())

    async def _sit(self) -> None:
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
        async with httpx.AsyncClient(base_url=self._url, limits=limits, timeout=10, trust_env=False) as client:
            await asyncio.gather(*(self._judge(client, *seat) for seat in self._seats))

    async def _judge(self, client: httpx.AsyncClient, token: str, temper: Temperament) -> None:
        await self._pause(self._chance.uniform(0, 2))
        while not self._stopping.is_set():
            try:
                async with connect(self._url.replace("http", "ws", 1) + "/api/live", proxy=None) as live:
                    await live.send(json.dumps({"token": token, "pings": True}))
                    await self._attend(client, live, token, temper)
            except LostLink:
                await self._pause(self._chance.uniform(GONE_SECONDS / 2, GONE_SECONDS))
            except (httpx.HTTPError, WebSocketException, OSError) as error:
                logger.info("a simulated judge did not reach the desk: %s", error)
                await self._pause(LOOK_SECONDS)

    async def _attend(self, client: httpx.AsyncClient, live: ClientConnection, token: str, temper: Temperament) -> None:
        """Look at the panel whenever the desk says that something changed, as a real panel does."""
        while not self._stopping.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    message = json.loads(await live.recv())
                if "ping" in message:
                    await live.send(json.dumps({"pong": message["ping"]}))
                    continue
            await self._look(client, live, {"Authorization": f"Bearer {token}"}, temper)

    async def _look(
        self, client: httpx.AsyncClient, live: ClientConnection, headers: dict[str, str], temper: Temperament
    ) -> None:
        panel = (await client.get("/api/panel", headers=headers)).json()
        if not panel.get("open") or panel.get("ballot"):
            return
        await self._fill_in(live, len(panel["criteria"]), temper)
        ballot = {
            "ballot_id": str(uuid4()),
            "version": panel["entry"]["version"],
            "scores": {each["key"]: self._points(each, temper) for each in panel["criteria"]},
        }
        if not self._stopping.is_set():
            await client.put(f"/api/ballots/{panel['entry']['code']}", headers=headers, json=ballot)
            await live.send(json.dumps({"draft": 0}))

    async def _fill_in(self, live: ClientConnection, criteria: int, temper: Temperament) -> None:
        for filled in range(1, criteria + 1):
            await self._pause(self._chance.uniform(temper.shortest, temper.longest) / criteria)
            await live.send(json.dumps({"draft": filled}))
        if self._chance.random() < temper.forgets:
            await self._pause(self._chance.uniform(FORGETS_SECONDS / 2, FORGETS_SECONDS))
        if self._chance.random() < temper.drops:
            raise LostLink

    def _points(self, criterion: Mapping[str, Any], temper: Temperament) -> str:
        """A score in the upper part of the range, more or less, on a whole step."""
        low, high, step = (Decimal(criterion[key]) for key in ("min", "max", "step"))
        steps = int((high - low) / step)
        part = min(1.0, max(0.0, self._chance.gauss(0.76 + 0.2 * temper.generosity, 0.03)))
        return str(low + step * round(steps * part))

    async def _pause(self, seconds: float) -> None:
        """Wait, but not longer than until the rehearsal ends."""
        left = seconds / self._speed
        while left > 0 and not self._stopping.is_set():
            await asyncio.sleep(min(left, 0.2))
            left -= 0.2
