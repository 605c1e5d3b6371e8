"""Where the desk is reached: its port, its addresses, the links of its seats. Light: no server is loaded here."""

from __future__ import annotations

import os
import random
import socket
from collections.abc import Callable
from typing import TypeAlias

from arena_desk.link.networks import find_networks
from scoring.errors import NotNow
from scoring.text import Text
from storage.contest_file import ContestFile
from storage.seats import desk_tokens, seats
from ui.links import JudgeLink, Network, Reach

AGREED = "address"
"""Under which setting the file keeps the address in the links."""
FIRST_PORT = 8420
SPARE_PORTS = range(20000, 30000)  # below the range from which systems take ports for outgoing calls
PORT_TAKEN = Text(
    "端口 {port} 被别的程序占用。评分端记得这个地址，所以没有改用别的；请关闭那个程序，或用 --port 另选后重新发链接",
    "port {port} is taken by another program. Panels remember this address, so no other was chosen; "
    "close that program, or choose another with --port and link the judges again",
)


EVERYWHERE = ("0.0.0.0", "::")
LOOPBACK = "127.0.0.1"
Find: TypeAlias = Callable[[], tuple[Network, ...]]


class Place:
    """A bound socket, the host it was asked for, and whether it will speak HTTPS.

    Where it is bound to every address of this machine, `look` finds which of them other devices can open. The address
    agreed on is kept in the file: the likeliest at first, then what the organizer chose.
    """

    def __init__(
        self,
        file: ContestFile,
        bound: socket.socket,
        host: str,
        *,
        secure: bool = False,
        find: Find = find_networks,
    ) -> None:
        self.file, self.socket, self.host, self.secure = file, bound, host, secure
        self._find = find
        self._reach = Reach()
        self.look()

    @property
    def port(self) -> int:
        """The port that was bound."""
        port: int = self.socket.getsockname()[1]
        return port

    def look(self) -> bool:
        """Find the networks again; whether anything is different. May be called from any thread."""
        before, self._reach = self._reach, self._looked()
        return self._reach != before

    def reach(self) -> Reach:
        """Where other devices reach this desk, as it was found last."""
        return self._reach

    def _looked(self) -> Reach:
        if self.host not in EVERYWHERE:
            return Reach((Network(self.host, ""),), self.host)
        networks = self._find()
        hosts = [network.host for network in networks]
        agreed = self.file.setting(AGREED) or ""
        if agreed in hosts:
            return Reach(networks, agreed)
        now = self._reach.host if self._reach.host in hosts else next(iter(hosts), "")
        if now and not agreed:
            self.file.remember(AGREED, now)
        return Reach(networks, now, agreed)

    def use_host(self, host: str) -> None:
        """From now on this address stands in the links."""
        self.file.remember(AGREED, host)
        self.look()

    def address(self) -> str:
        """The address that other devices open to join; of this machine alone where it is in no network."""
        host = self._reach.host or LOOPBACK
        return f"{'https' if self.secure else 'http'}://{f'[{host}]' if ':' in host else host}:{self.port}"

    def judge_link(self, judge: str) -> JudgeLink:
        """The link of a judge's seat; the token travels in the fragment."""
        seat = next(seat for seat in seats(self.file) if seat.judge == judge)
        return JudgeLink(f"{self.address()}/j#{seat.token}", seat.join_code)

    def host_url(self) -> str:
        """The address of the host page."""
        return f"{self.address()}/host#{desk_tokens(self.file).host}"

    def board_url(self) -> str:
        """The address of the public board."""
        return f"{self.address()}/board"


def take_place(file: ContestFile, host: str, port: int | None = None, *, secure: bool = False) -> Place:
    """Bind the port the file remembers, or the one asked for, which it then remembers.

    `port` None or 0 asks for none. Raises `NotNow` where the port is taken: panels hold addresses, so another is
    never chosen silently.
    """
    known = file.setting("port")
    wanted = port or (int(known) if known else 0)
    bound = _bind(host, wanted) if wanted else _bind_any(host, first=port is None)
    if bound is None:
        raise NotNow("port_taken", PORT_TAKEN(port=wanted))
    place = Place(file, bound, host, secure=secure)
    file.remember("port", str(place.port))
    return place


def _bind_any(host: str, *, first: bool) -> socket.socket | None:
    ports = [FIRST_PORT] if first else []
    ports += random.sample(SPARE_PORTS, 50)
    return next((found for port in ports if (found := _bind(host, port))), None)


def _bind(host: str, port: int) -> socket.socket | None:
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError:
        bound.close()
        return None
    bound.set_inheritable(False)
    return bound
