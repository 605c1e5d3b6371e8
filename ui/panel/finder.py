"""Finds the desks of this network by multicast DNS."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion, ServiceBrowser, ServiceInfo, ServiceStateChange, Zeroconf

from ui.links import SERVICE

logger = logging.getLogger(__name__)

ASK_MILLISECONDS = 2000
Interfaces = list[str] | InterfaceChoice


@dataclass(frozen=True, slots=True, order=True)
class FoundDesk:
    """A desk that announces itself."""

    title: str
    address: str


class Finder(QObject):
    """Looks for desks on a thread of its own, until it is told to stop.

    Signals:
        found(tuple[FoundDesk, ...]): all desks that are there now.
    """

    found = Signal(object)

    def __init__(self, interfaces: Interfaces = InterfaceChoice.All) -> None:
        super().__init__()
        self._interfaces = interfaces
        self._desks: dict[str, FoundDesk] = {}
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="desk finder", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no longer; does not wait."""
        self._stopping.set()

    def _run(self) -> None:
        try:
            zeroconf = Zeroconf(interfaces=self._interfaces, ip_version=IPVersion.V4Only)
        except OSError as error:
            logger.info("desks cannot be looked for: %s", error)
            return
        browser = ServiceBrowser(zeroconf, SERVICE, handlers=[self._note])
        self._stopping.wait()
        browser.cancel()
        zeroconf.close()

    def _note(self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        desk = None
        if state_change is not ServiceStateChange.Removed:
            desk = _desk(self._ask(zeroconf, service_type, name))
        if desk:
            self._desks[name] = desk
        else:
            self._desks.pop(name, None)
        if not self._stopping.is_set():
            self.found.emit(tuple(sorted(self._desks.values())))

    def _ask(self, zeroconf: Zeroconf, service_type: str, name: str) -> ServiceInfo | None:
        try:
            return zeroconf.get_service_info(service_type, name, ASK_MILLISECONDS)
        except (OSError, ZeroconfError) as error:
            logger.info("%s does not say where it is: %r", name, error)
            return None


def _desk(info: ServiceInfo | None) -> FoundDesk | None:
    addresses = info.parsed_addresses(IPVersion.V4Only) if info else []
    if info is None or not addresses:
        return None
    said = info.decoded_properties
    scheme = "https" if said.get("tls") == "1" else "http"
    return FoundDesk(said.get("title") or info.server or addresses[0], f"{scheme}://{addresses[0]}:{info.port}")
