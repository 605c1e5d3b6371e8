"""The networks this machine is in, as other devices might reach it. Light: no server is loaded here."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from ipaddress import IPv4Address
from typing import Any

from ui.links import Network

_MACHINES = ("docker", "br-", "veth", "virbr", "vmnet", "vmware", "virtualbox", "vbox", "vethernet", "hyper-v")
_TUNNELS = ("tun", "tap", "utun", "ppp", "wg", "zt", "tailscale", "awdl", "llw")
"""How the cards begin that virtual machines and tunnels make: telephones in the hall do not see those."""


def find_networks() -> tuple[Network, ...]:
    """Every IPv4 address of a card that is up, likely ones first. Takes well under a millisecond on most systems."""
    import psutil  # 10 ms: the windows come first

    return networks_of(psutil.net_if_addrs(), psutil.net_if_stats(), usual_address())


def networks_of(cards: Mapping[str, Sequence[Any]], states: Mapping[str, Any], usual: str) -> tuple[Network, ...]:
    """The same of these cards, as psutil tells of them, where the machine would talk from the `usual` address.

    IPv6 is left out: within a hall it has mostly link-local addresses, which no QR code can carry to another device.
    """
    found = [
        _network(each.address, card)
        for card, addresses in cards.items()
        if card in states and states[card].isup
        for each in addresses
        if each.family is socket.AF_INET and not IPv4Address(each.address).is_loopback
    ]
    return tuple(sorted(found, key=lambda each: (each.virtual, each.makeshift, each.host != usual)))


def _network(host: str, card: str) -> Network:
    virtual, makeshift = card.lower().startswith(_MACHINES + _TUNNELS), IPv4Address(host).is_link_local
    return Network(host, card, virtual=virtual, makeshift=makeshift)


def is_here(host: str) -> bool:
    """Whether this machine has that address at this moment."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((host, 0))
        except OSError:
            return False
    return True


def usual_address() -> str:
    """The address from which this machine would talk to its network; empty where nothing leads out of it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))  # a datagram socket only chooses a route: nothing is sent
            return str(probe.getsockname()[0])
        except OSError:
            return ""
