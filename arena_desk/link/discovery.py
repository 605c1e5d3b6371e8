"""Announces the desk in its network by multicast DNS, so that Qt panels find it. Address and title, never a token."""

from __future__ import annotations

import ipaddress
import logging
import socket
import threading

from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion, ServiceInfo, Zeroconf

from arena_desk.link.address import Place
from ui.links import SERVICE

logger = logging.getLogger(__name__)

LOOK_SECONDS = 15.0
STOP_SECONDS = 2.0
MOST_BYTES = 200
Interfaces = list[str] | InterfaceChoice


class Announcement:
    """Says where the desk is for as long as it serves, on a thread of its own: nothing waits for it, and where it
    cannot be heard, judges type the address as ever. The laptop may change networks; the announcement follows.
    """

    def __init__(self, place: Place, interfaces: Interfaces = InterfaceChoice.All) -> None:
        self._place, self._interfaces = place, interfaces
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="announcement", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Take it back; returns within a moment also where the network does not answer."""
        self._stopping.set()
        self._thread.join(STOP_SECONDS)

    def _run(self) -> None:
        while not self._stopping.is_set():
            host = self._place.reach().host
            try:
                if host:  # without a network there is nobody to tell
                    self._announce(host)
            except (OSError, ZeroconfError) as error:
                logger.info("the desk is not announced: %r", error)
            self._stopping.wait(LOOK_SECONDS)

    def _announce(self, host: str) -> None:
        """Announce this address until it changes or the desk stops. Raises `OSError` where it is none."""
        address = socket.inet_aton(host)
        zeroconf = Zeroconf(interfaces=self._interfaces, ip_version=IPVersion.V4Only)
        try:
            zeroconf.register_service(self._info(address), allow_name_change=True)
            while not self._stopping.wait(LOOK_SECONDS) and self._place.reach().host == host:
                pass
        finally:
            zeroconf.close()

    def _info(self, address: bytes) -> ServiceInfo:
        name = socket.gethostname().partition(".")[0]
        title = self._place.file.contest.plan.title.encode()[:MOST_BYTES].decode(errors="ignore")
        return ServiceInfo(
            SERVICE,
            f"{name}-{self._place.port}.{SERVICE}",
            addresses=[address],
            port=self._place.port,
            properties={"title": title, "tls": "1" if self._place.tls else "0"},
            server=f"{name}-{self._place.port}.local.",
        )


def announcement_of(place: Place) -> Announcement | None:
    """The announcement of a desk; none where only this machine can reach it, and none of a rehearsal, which must not
    stand beside the real desk in a judge's list.
    """
    if place.file.contest.rehearsal or _only_here(place.host):
        return None
    return Announcement(place)


def _only_here(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return address.is_loopback or address.version == 6
