"""Others wait for ballots that are on their way, and for nothing else."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable
from contextlib import suppress

import pytest

from arena_desk.link.right_of_way import ARRIVES_SECONDS, RightOfWay

LONG = 60.0
SHORT = 0.01


def waits(way: RightOfWay, seconds: float = SHORT) -> bool:
    """Whether there is something to wait for."""
    began = time.monotonic()
    way.wait(seconds)
    return time.monotonic() - began >= seconds


async def send(way: RightOfWay, method: str = "PUT", kind: str = "http") -> None:
    await way({"type": kind, "method": method}, None, None)  # type: ignore[arg-type]


async def arrived(sending: Awaitable[None]) -> None:
    """Send, and wait until the receipt cannot be on its way any more."""
    try:
        await sending
    finally:
        await asyncio.sleep(2 * ARRIVES_SECONDS)


def test_nobody_waits_while_no_ballot_is_on_its_way() -> None:
    seen: list[bool] = []

    async def app(scope, receive, send) -> None:
        seen.append(waits(way, LONG if scope["method"] == "GET" else SHORT))

    way = RightOfWay(app)
    assert not waits(way, LONG)
    asyncio.run(send(way, "GET"))
    asyncio.run(send(way, "GET", "websocket"))
    asyncio.run(arrived(send(way, "PUT")))
    assert seen == [False, False, True]
    assert not waits(way, LONG)


def test_a_receipt_that_has_just_left_is_waited_for() -> None:
    async def app(scope, receive, send) -> None: ...

    async def left() -> tuple[bool, bool]:
        way = RightOfWay(app)
        await send(way)
        waited = waits(way)
        await asyncio.sleep(2 * ARRIVES_SECONDS)
        return waited, waits(way, LONG)

    assert asyncio.run(left()) == (True, False)


def test_the_last_of_several_ballots_ends_the_waiting() -> None:
    async def both() -> list[bool]:
        first, second = asyncio.Event(), asyncio.Event()
        turns = iter((first, second))

        async def app(scope, receive, send) -> None:
            await next(turns).wait()

        way = RightOfWay(app)
        one, other = (asyncio.create_task(send(way)) for _ in range(2))
        await asyncio.sleep(0)
        first.set()
        await one
        seen = [waits(way)]
        second.set()
        await arrived(other)
        return [*seen, waits(way, LONG)]

    assert asyncio.run(both()) == [True, False]


@pytest.mark.parametrize("trouble", [RuntimeError, asyncio.CancelledError])
def test_a_ballot_that_fails_holds_nobody_up(trouble: type[BaseException]) -> None:
    async def app(scope, receive, send) -> None:
        raise trouble

    way = RightOfWay(app)
    with suppress(trouble):
        asyncio.run(arrived(send(way)))
    assert not waits(way, LONG)
