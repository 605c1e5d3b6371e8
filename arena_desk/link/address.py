"""Where the desk is reached: its port, its addresses, the links of its seats. Light: no server is loaded here."""

from __future__ import annotations

import os
import random
import socket
from dataclasses import dataclass

from scoring.errors import NotNow
from scoring.text import Text
from storage.contest_file import ContestFile
from storage.seats import desk_tokens, seats
from ui.links import JudgeLink

FIRST_PORT = 8420
SPARE_PORTS = range(20000, 30000)  # below the range from which systems take ports for outgoing calls
PORT_TAKEN = Text(
    "端口 {port} 被别的程序占用。评分端记得这个地址，所以没有改用别的；请关闭那个程序，或用 --port 另选后重新发链接",
    "port {port} is taken by another program. Panels remember this address, so no other was chosen; "
    "close that program, or choose another with --port and link the judges again",
)


@dataclass(frozen=True)
class Place:
    """A bound socket, the host it was asked for, and whether it will speak HTTPS."""

    file: ContestFile
    socket: socket.socket
    host: str
    secure: bool = False

    @property
    def port(self) -> int:
        """The port that was bound."""
        port: int = self.socket.getsockname()[1]
        return port

    def address(self) -> str:
        """The address that other devices open to join."""
        host = reachable_address() if self.host in {"0.0.0.0", "::"} else self.host
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
    place = Place(file, bound, host, secure)
    file.remember("port", str(place.port))
    return place


def reachable_address() -> str:
    """The address of this machine in the network it would talk to; the loopback where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))  # a datagram socket only chooses a route: nothing is sent
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


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
