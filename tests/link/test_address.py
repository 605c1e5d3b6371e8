"""The address in the links is one that the room can open, stays as it was agreed on, and its loss is noticed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from arena_desk.link.address import Certificate, Place, take_place
from arena_desk.link.networks import find_networks, networks_of
from scoring.errors import NotNow
from storage.contest_file import ContestFile
from tests.contests import in_memory
from tests.ui.consoles import small_setup
from ui.links import Network, Reach

WLAN, CABLE = Network("192.168.31.20", "WLAN"), Network("10.0.0.5", "以太网")


class Cards:
    """The network cards of a laptop, as a test plugs and unplugs them."""

    def __init__(self, *found: Network) -> None:
        self.found = found

    def __call__(self) -> tuple[Network, ...]:
        return self.found


@pytest.fixture
def file() -> Iterator[ContestFile]:
    with in_memory(small_setup()) as opened:
        yield opened


@pytest.fixture
def bound() -> Iterator[socket.socket]:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        yield opened


def test_two_programs_that_start_at_one_moment_do_not_share_a_port(file: ContestFile) -> None:
    first = take_place(file, "0.0.0.0")
    try:
        with in_memory(small_setup()) as other:
            with pytest.raises(NotNow, match="is taken by another program"):
                take_place(other, "127.0.0.1", first.port)
            second = take_place(other, "0.0.0.0")
            second.socket.close()
        assert second.port != first.port
    finally:
        first.socket.close()


def place_of(file: ContestFile, bound: socket.socket, cards: Cards, tls: Certificate | None = None) -> Place:
    return Place(file, bound, "0.0.0.0", find=cards, tls=tls)


def test_the_likeliest_address_is_agreed_on_and_a_second_card_does_not_move_it(
    file: ContestFile, bound: socket.socket
) -> None:
    cards = Cards(WLAN)
    place = place_of(file, bound, cards)
    assert place.address() == f"http://192.168.31.20:{place.port}"
    cards.found = (CABLE, WLAN)
    assert place.look()
    assert place.reach() == Reach((CABLE, WLAN), "192.168.31.20")
    assert not place.look(), "nothing is different"
    assert place_of(file, bound, Cards(CABLE, WLAN)).reach().host == "192.168.31.20", "the file remembers it"


def test_the_organizer_chooses_among_several_addresses_and_the_file_remembers(
    file: ContestFile, bound: socket.socket
) -> None:
    place = place_of(file, bound, Cards(WLAN, CABLE), tls=Certificate(Path("cert.pem"), Path("key.pem")))
    place.use_host("10.0.0.5")
    assert place.judge_link("L1").url.startswith(f"https://10.0.0.5:{place.port}/j#")
    assert place.board_url() == f"https://10.0.0.5:{place.port}/board"
    assert place_of(file, bound, Cards(WLAN, CABLE)).reach().host == "10.0.0.5"


def test_another_network_is_noticed_and_the_old_address_counts_again_when_it_is_back(
    file: ContestFile, bound: socket.socket
) -> None:
    cards = Cards(WLAN)
    place = place_of(file, bound, cards)
    cards.found = (CABLE,)
    assert place.look()
    assert place.reach() == Reach((CABLE,), "10.0.0.5", before="192.168.31.20")
    assert place.host_url().startswith(f"http://10.0.0.5:{place.port}/host#")
    cards.found = ()
    assert place.look()
    assert place.reach() == Reach((), "", before="192.168.31.20")
    assert place.address() == f"http://127.0.0.1:{place.port}", "this machine still reaches itself"
    cards.found = (CABLE, WLAN)
    assert place.look()
    assert place.reach() == Reach((CABLE, WLAN), "192.168.31.20")


def test_while_the_agreed_address_is_gone_the_links_do_not_hop_between_others(
    file: ContestFile, bound: socket.socket
) -> None:
    cards = Cards(WLAN)
    place = place_of(file, bound, cards)
    cards.found = (CABLE,)
    place.look()
    cards.found = (Network("172.16.0.9", "USB"), CABLE)
    place.look()
    assert place.reach().host == "10.0.0.5"
    place.use_host("10.0.0.5")
    assert place.reach() == Reach(cards.found, "10.0.0.5"), "agreed on anew"


def test_without_any_network_nothing_is_agreed_on(file: ContestFile, bound: socket.socket) -> None:
    cards = Cards()
    place = place_of(file, bound, cards)
    assert place.reach() == Reach()
    cards.found = (WLAN,)
    assert place.look()
    assert place.reach() == Reach((WLAN,), "192.168.31.20")


def test_a_desk_bound_to_one_address_says_that_one(file: ContestFile) -> None:
    place = take_place(file, "127.0.0.1", 0)
    assert place.reach() == Reach((Network("127.0.0.1", ""),), "127.0.0.1")
    place.socket.close()
    place = take_place(file, "localhost", 0)
    assert place.address() == f"http://localhost:{place.port}"
    place.socket.close()


def test_cards_that_telephones_see_come_before_virtual_and_makeshift_ones() -> None:
    def address(host: str, family: int = socket.AF_INET) -> object:
        return SimpleNamespace(family=family, address=host)

    cards = {
        "lo": [address("127.0.0.1")],
        "docker0": [address("172.17.0.1")],
        "cable": [address("169.254.7.7"), address("fe80::1", socket.AF_INET6)],
        "WLAN": [address("192.168.31.20")],
        "off": [address("10.1.1.1")],
        "Ethernet": [address("10.0.0.5")],
    }
    states = {name: SimpleNamespace(isup=name != "off") for name in cards}
    assert networks_of(cards, states, "10.0.0.5") == (
        Network("10.0.0.5", "Ethernet"),
        Network("192.168.31.20", "WLAN"),
        Network("169.254.7.7", "cable", makeshift=True),
        Network("172.17.0.1", "docker0", virtual=True),
    )


def test_the_networks_of_this_very_machine_can_be_found() -> None:
    assert all(network.host and not network.host.startswith("127.") for network in find_networks())
