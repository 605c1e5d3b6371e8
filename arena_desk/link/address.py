"""Where the desk is reached: its port, its addresses, the links of its seats. Light: no server is loaded here."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from arena_desk.link.networks import find_networks, is_here, usual_address
from scoring.errors import BadInput, Fault, NotNow
from scoring.text import Text
from storage.contest_file import Change, ContestFile
from ui.links import JudgeLink, Network, Reach

if TYPE_CHECKING:
    from storage.seats import Linking, Seat

AGREED = "address"
"""Under which setting the file keeps the address in the links."""
FIRST_PORT = 8420
SPARE_PORTS = range(20000, 30000)  # below the range from which systems take ports for outgoing calls
PORT_TAKEN = Text(
    "端口 {port} 被别的程序占用。评分端记得这个地址，所以没有改用别的；请关闭那个程序，或用 --port 另选后重新发链接",
    "port {port} is taken by another program. Panels remember this address, so no other was chosen; "
    "close that program, or choose another with --port and link the judges again",
)


NO_ADDRESS = Text(
    "这台电脑没有地址 {host}；如果是名字，先在路由器或 hosts 文件里让它指向这台电脑",
    "this computer does not have the address {host}; a name must first lead to this computer, by the router or a "
    "hosts file",
)
BOTH_TLS = Text("--tls-cert 和 --tls-key 要一起给出", "--tls-cert and --tls-key go together")
BAD_TLS = Text(
    "证书 {certificate} 和密钥 {key} 不能用：{reason}",
    "certificate {certificate} and key {key} cannot be used: {reason}",
)
EVERYWHERE = ("0.0.0.0", "::")
LOOPBACK = "127.0.0.1"
Find: TypeAlias = Callable[[], tuple[Network, ...]]


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files for HTTPS: the certificate, with those that vouch for it, and its key."""

    certificate: Path
    key: Path


def certificate_of(certificate: Path | None, key: Path | None) -> Certificate | None:
    """The certificate that was asked for, or None. Raises `BadInput` where it cannot be used."""
    if certificate is None and key is None:
        return None
    if certificate is None or key is None:
        raise BadInput([Fault(BOTH_TLS)])
    import ssl

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password=_no_password)
    except (OSError, ValueError) as error:  # what OpenSSL finds is an OSError as well
        raise BadInput([Fault(BAD_TLS(certificate=certificate, key=key, reason=error))]) from error
    return Certificate(certificate, key)


def _no_password() -> str:
    """A key under a password would make the desk wait at a terminal that nobody sees."""
    raise ValueError("the key is under a password")


class Place:
    """A bound socket, the host it was asked for, and the certificate with which it will speak HTTPS, if any.

    Where it is bound to every address of this machine, `look` finds which of them other devices can open. The address
    agreed on is kept in the file: the likeliest at first, then what the organizer chose. With `guess` that is left to
    the first `look`; until then it tells what can be told without loading anything, and agrees on nothing.
    """

    def __init__(
        self,
        file: ContestFile,
        bound: socket.socket,
        host: str,
        *,
        tls: Certificate | None = None,
        find: Find = find_networks,
        guess: bool = False,
    ) -> None:
        self.file, self.socket, self.host, self.tls = file, bound, host, tls
        self.port: int = bound.getsockname()[1]
        self._find = find
        self._reach = Reach()
        self._seats: tuple[int, Mapping[str, Seat] | None] = 0, None
        """How often they were renewed, and what they are since, once somebody has asked."""
        file.subscribe(self._note)
        self._reach = (guess and self._guessed()) or self._looked()

    @property
    def scheme(self) -> str:
        """`https` with a certificate, `http` without."""
        return "https" if self.tls else "http"

    def look(self) -> bool:
        """Find the networks again; whether anything is different. May be called from any thread."""
        before, self._reach = self._reach, self._looked()
        return self._reach != before

    def reach(self) -> Reach:
        """Where other devices reach this desk, as it was found last."""
        return self._reach

    def _guessed(self) -> Reach | None:
        """The address agreed on if this machine has it, else the one from which it would talk; None if it has none."""
        agreed = self.file.setting(AGREED) or ""
        if self.host not in EVERYWHERE:
            return None
        if agreed and is_here(agreed):
            return Reach((Network(agreed, ""),), agreed)
        host = usual_address()
        return Reach((Network(host, ""),), host, agreed) if host else None

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
        return f"{self.scheme}://{f'[{host}]' if ':' in host else host}:{self.port}"

    def loopback(self) -> str:
        """The address under which this machine reaches itself."""
        if self.host not in EVERYWHERE:
            return self.address()
        return f"{self.scheme}://{LOOPBACK}:{self.port}"

    def judge_link(self, judge: str) -> JudgeLink:
        """The link of a judge's seat; the token travels in the fragment. One that is gone opens nothing."""
        seat = self._known_seats().get(judge)
        if seat is None:  # a judge was taken out, and the windows have not heard of it yet
            return JudgeLink(f"{self.address()}/j", "")
        return JudgeLink(f"{self.address()}/j#{seat.token}", seat.join_code)

    def _known_seats(self) -> Mapping[str, Seat]:
        """The seats as the file has them. Windows ask again whenever a device stirs, and must not wait each time for a
        ballot that is being stored.
        """
        from storage.seats import seats

        renewed, known = self._seats
        if known is None:
            known = {seat.judge: seat for seat in seats(self.file)}
            if renewed == self._seats[0]:
                self._seats = renewed, known
        return known

    def _note(self, change: Change) -> None:
        from storage.seats import SEATS

        if any(record.what in SEATS for record in change.records):
            self._seats = self._seats[0] + 1, None

    def host_url(self) -> str:
        """The address of the host page."""
        from storage.seats import desk_tokens

        return f"{self.address()}/host#{desk_tokens(self.file).host}"

    def board_url(self) -> str:
        """The address of the public board."""
        return f"{self.address()}/board"


def known_url(linking: Linking, find: Find = find_networks) -> str | None:
    """The address in the links of a file that is not open here: what was agreed on, or this machine's likeliest one.

    None where the file was never served, or this machine is in no network.
    """
    hosts = [linking.address] if linking.address else [network.host for network in find()]
    return f"http://{hosts[0]}:{linking.port}" if hosts and linking.port else None


def take_place(
    file: ContestFile, host: str, port: int | None = None, *, tls: Certificate | None = None, guess: bool = False
) -> Place:
    """Bind the port the file remembers, or the one asked for, which it then remembers.

    `port` None or 0 asks for none; `guess` as for a `Place`. Raises `NotNow` where the port is taken: panels hold
    addresses, so another is never chosen silently; `BadInput` where this machine has no such address.
    """
    known = file.setting("port")
    wanted = port or (int(known) if known else 0)
    bound = _bind(host, wanted) if wanted else _bind_any(host, first=port is None)
    if bound is None:
        raise NotNow("port_taken", PORT_TAKEN(port=wanted))
    place = Place(file, bound, host, tls=tls, guess=guess)
    file.remember("port", str(place.port))
    return place


def _bind_any(host: str, *, first: bool) -> socket.socket | None:
    import random

    ports = [FIRST_PORT] if first else []
    ports += random.sample(SPARE_PORTS, 50)
    return next((found for port in ports if (found := _bind(host, port))), None)


def _bind(host: str, port: int) -> socket.socket | None:
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen()  # at once: what is bound only, another program that starts now may bind as well
    except OSError as error:
        bound.close()
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            raise BadInput([Fault(NO_ADDRESS(host=host))]) from error
        return None
    bound.set_inheritable(False)
    return bound
