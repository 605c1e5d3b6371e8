"""Listeners that cannot keep up, and a hall that is full: one of them never costs the others anything."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from starlette.websockets import WebSocket

from arena_desk.link import hub as hubs
from arena_desk.link.hub import Hub
from arena_desk.link.keyring import Keyring
from arena_desk.link.presence import Listener
from storage.contest_file import ContestFile
from storage.seats import seats, substitute
from tests.contests import in_memory
from tests.ui.consoles import small_setup
from ui.links import Presence

Message = dict[str, Any]


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(small_setup()) as opened:
        yield opened


@pytest.fixture
def hub(file: ContestFile) -> Hub:
    return Hub(file, Keyring(file), lambda judge: None)


class Wire:
    """The other side of a socket: what it says, and what it was sent."""

    def __init__(self, *says: Message, takes: Callable[[Message], Awaitable[None]] | None = None) -> None:
        self.says: asyncio.Queue[Message] = asyncio.Queue()
        for each in ({"type": "websocket.connect"}, *says):
            self.says.put_nowait(each)
        self.sent: list[Message] = []
        self.heard = asyncio.Event()
        self._takes = takes

    async def receive(self) -> Message:
        """What it says next; everything it had to say was heard once the desk asks for more."""
        if not self.says.qsize():
            self.heard.set()
        return await self.says.get()

    async def send(self, message: Message) -> None:
        self.sent.append(message)
        if self._takes:
            await self._takes(message)

    def socket(self) -> WebSocket:
        scope = {"type": "websocket", "headers": [(b"host", b"127.0.0.1:8420")]}
        return WebSocket(scope, self.receive, self.send)  # type: ignore[arg-type]


def hello(file: ContestFile) -> Message:
    token = next(seat.token for seat in seats(file) if seat.judge == "L1")
    return {"type": "websocket.receive", "text": f'{{"token": "{token}", "pings": true}}'}


async def never(message: Message) -> None:
    if message["type"] != "websocket.accept":
        await asyncio.Event().wait()


async def broken(message: Message) -> None:
    if message["type"] == "websocket.send":
        raise ZeroDivisionError


@pytest.mark.parametrize("ticks", range(5))
def test_a_listener_that_leaves_just_as_it_is_told_something_is_done_with(ticks: int) -> None:
    async def leave() -> None:
        listener = Listener(Wire().socket())
        waiting = asyncio.create_task(hubs._wait(listener))
        for _ in range(3):
            await asyncio.sleep(0)
        listener.wakes.set()
        for _ in range(ticks):
            await asyncio.sleep(0)
        if waiting.cancel():
            with pytest.raises(asyncio.CancelledError):
                await waiting

    asyncio.run(leave())


def test_a_listener_that_takes_nothing_is_given_up(
    hub: Hub, file: ContestFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "SLOW_SECONDS", 0.01)
    wire = Wire(hello(file), takes=never)
    asyncio.run(hub.serve(wire.socket()))
    assert wire.sent[-1] == {"type": "websocket.close", "code": 1008, "reason": "too slow"}
    assert hub.presence("L1").devices == 0


def test_a_fault_of_the_desk_ends_a_socket_with_a_code_and_is_logged(
    hub: Hub, file: ContestFile, logged_warnings: list[logging.LogRecord]
) -> None:
    wire = Wire(hello(file), takes=broken)
    asyncio.run(hub.serve(wire.socket()))
    assert wire.sent[-1] == {"type": "websocket.close", "code": 1011, "reason": "the desk failed"}
    assert [record.exc_info[0] for record in logged_warnings if record.exc_info] == [ZeroDivisionError]
    logged_warnings.clear()


def test_in_a_full_hall_judges_stay_and_the_oldest_of_the_others_goes(
    hub: Hub, file: ContestFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "MOST_LISTENERS", 2)
    judge, oldest, newest = Wire(hello(file)), Wire(), Wire()

    async def come() -> None:
        tasks = []
        for wire in (judge, oldest, newest):
            tasks.append(asyncio.create_task(hub.serve(wire.socket())))
            await asyncio.wait_for(wire.heard.wait(), 5)
        await asyncio.wait_for(tasks[1], 5)
        assert hub.presence("L1").devices == 1
        for wire in (judge, newest):
            wire.says.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await asyncio.gather(*tasks)

    asyncio.run(come())
    assert oldest.sent[-1] == {"type": "websocket.close", "code": 1013, "reason": "too many listeners"}
    assert [wire.sent[-1]["type"] for wire in (judge, newest)] == ["websocket.send", "websocket.accept"]


def test_a_seat_that_gets_another_person_starts_anew_and_hears_nothing_more_of_the_old_device(
    file: ContestFile,
) -> None:
    keyring, told = Keyring(file), list[str]()
    hub = Hub(file, keyring, told.append)
    file.subscribe(keyring.on_change)
    file.subscribe(hub.publish)
    old = Wire(hello(file), {"type": "websocket.receive", "text": '{"draft": 2, "unsent": 1}'})

    async def change() -> None:
        hub.start()
        before = asyncio.create_task(hub.serve(old.socket()))
        await asyncio.wait_for(old.heard.wait(), 5)
        assert (hub.presence("L1").draft, hub.presence("L1").devices) == (2, 1)
        substitute(file, "L1", name="王新", title="", reason="临时有事")
        await asyncio.wait_for(before, 5)
        assert hub.presence("L1") == Presence(), "what is known is of the one who left"
        assert told[-1] == "L1", "the console hears of it"
        new = Wire(hello(file))
        after = asyncio.create_task(hub.serve(new.socket()))
        await asyncio.wait_for(new.heard.wait(), 5)
        assert (hub.presence("L1").draft, hub.presence("L1").devices) == (0, 1)
        new.says.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await after

    asyncio.run(change())
    assert old.sent[-1]["code"] == 4401
