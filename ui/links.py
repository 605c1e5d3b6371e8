"""What the windows need to know of the link to the panels; the program hands it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

SERVICE = "_arena-desk._tcp.local."
"""The kind under which a desk is found in the network (DNS-SD): address, port, title, never a token."""


@dataclass(frozen=True, slots=True)
class JudgeLink:
    """How a judge links: the address in the QR code (with the secret token) and the six-digit join code."""

    url: str
    join_code: str


@dataclass(frozen=True, slots=True)
class Presence:
    """A seat as the link sees it: linked devices, seconds since it was last heard of, round trip in ms, draft.

    `seen` and `round_trip` are None before the first contact; `draft` counts criteria filled in but not sent, `unsent`
    ballots that were handed in on the device and are not stored. `asleep`: the screen is off, or shows something else.
    `host` is the address of the desk that the device has opened. Without devices, all this is as the last one left it.
    """

    devices: int = 0
    seen: float | None = None
    round_trip: float | None = None
    draft: int = 0
    unsent: int = 0
    asleep: bool = False
    host: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """An address of this machine and the card that has it; `virtual`: of a virtual machine, a tunnel or the like;
    `makeshift`: the card gave itself this address because nobody else did.
    """

    host: str
    card: str
    virtual: bool = False
    makeshift: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """Where other devices reach this desk: its networks, likely ones first, and the address that stands in the links.

    `host` is empty where there is no network. `before` is the address agreed on while it is not there: the one that
    links were given out with. `answers` says whether the desk answered itself at `host`, None before it was tried;
    `visitors` counts the other machines that reached it. `shut`: this computer's firewall was told to keep them out.
    """

    networks: tuple[Network, ...] = ()
    host: str = ""
    before: str = ""
    answers: bool | None = None
    visitors: int = 0
    shut: bool = False

    @property
    def closed(self) -> bool:
        """Whether nobody can come; whoever came already is the better proof."""
        return self.answers is False or (self.shut and not self.visitors)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Every address of this machine."""
        return tuple(network.host for network in self.networks)


class Links(Protocol):
    """The link server as the windows see it. All methods may be called from the GUI thread; all but `give_way` return
    at once.
    """

    def address(self) -> str:
        """The address that other devices open to join, such as `http://192.168.31.20:8420`."""

    def reach(self) -> Reach:
        """Where other devices reach this desk, as it was found last."""

    def use_host(self, host: str) -> None:
        """From now on this address stands in the links."""

    def loopback(self) -> str:
        """The address under which this machine reaches itself, in whatever network it is."""

    def judge_link(self, judge: str) -> JudgeLink:
        """The link of a judge's seat."""

    def presence(self, judge: str) -> Presence:
        """What is known of the devices in a seat."""

    def give_way(self, seconds: float) -> None:
        """Let ballots pass that are on their way through the link, but wait for no longer than this."""

    def host_url(self) -> str:
        """The address of the host page, with its secret token."""

    def board_url(self) -> str:
        """The address of the public board."""
