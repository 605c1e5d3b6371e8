"""`cards`: the judges' links on paper, only when asked for, with an address that panels can open."""

from __future__ import annotations

from pathlib import Path

import pytest

from arena_desk.link.address import known_url
from exports.archive import unpack
from storage.contest_file import open_contest
from storage.seats import Linking, read_linking
from tests.cli.conftest import Run
from tests.exports.read_pdf import texts
from ui.links import Network

URL = "http://192.168.31.20:8420"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "评委卡.pdf"


def remember(path: Path, **settings: str) -> None:
    file = open_contest(path)
    for key, value in settings.items():
        file.remember(key, value)
    file.close()


def test_the_cards_carry_the_address_that_the_desk_remembers(run: Run, contest: Path, out: Path) -> None:
    remember(contest, port="8421", address="10.0.0.7")
    result = run("cards", contest, "-o", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "http://10.0.0.7:8421" in result.stdout
    assert "delete it" in result.stdout
    said = texts(out.read_bytes())
    for seat in read_linking(contest).seats:
        assert f"{seat.join_code[:3]} {seat.join_code[3:]}" in said
        assert seat.token not in said + result.stdout


def test_another_address_is_taken_as_it_is_given(run: Run, contest: Path, out: Path) -> None:
    assert run("cards", contest, "-o", out, "--url", "https://desk.example:8443/").exit_code == 0
    assert "https://desk.example:8443" in texts(out.read_bytes())


def test_a_file_that_was_never_served_asks_for_the_address(run: Run, contest: Path, out: Path) -> None:
    result = run("cards", contest, "-o", out)
    assert result.exit_code == 1
    assert "--url" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize("url", ["192.168.31.20", "http://a b", "http://x/j#token", "ftp://x"])
def test_what_is_no_address_is_refused(run: Run, contest: Path, out: Path, url: str) -> None:
    assert run("cards", contest, "-o", out, "--url", url).exit_code == 2
    assert not out.exists()


def test_one_card_alone_for_a_link_that_was_renewed(run: Run, contest: Path, out: Path) -> None:
    assert run("cards", contest, "-o", out, "--url", URL, "--judge", "J2").exit_code == 0
    said = texts(out.read_bytes())
    assert "评委二" in said
    assert "评委一" not in said
    assert run("cards", contest, "-o", out, "--url", URL, "--judge", "J9", "--replace").exit_code == 2


def test_cards_that_are_there_are_kept(run: Run, contest: Path, out: Path) -> None:
    out.write_bytes(b"mine")
    assert run("cards", contest, "-o", out, "--url", URL).exit_code == 2
    assert out.read_bytes() == b"mine"
    assert run("cards", contest, "-o", out, "--url", URL, "--replace").exit_code == 0


def test_a_contest_from_an_archive_has_no_links_to_print(run: Run, contest: Path, out: Path, tmp_path: Path) -> None:
    assert run("archive", contest, "-o", tmp_path / "存档.zip").exit_code == 0
    inside = tmp_path / "inside.arena"
    inside.write_bytes(unpack(tmp_path / "存档.zip").members["contest.arena"])
    result = run("cards", inside, "-o", out, "--url", URL)
    assert result.exit_code == 1
    assert "from an archive" in result.stderr


def test_without_an_address_agreed_on_the_likeliest_network_is_taken() -> None:
    networks = (Network("192.168.31.20", "WLAN"), Network("10.0.0.7", "eth0"))
    assert known_url(Linking((), "", "8420"), lambda: networks) == URL
    assert known_url(Linking((), "", "8420"), tuple) is None
    assert known_url(Linking((), "", ""), lambda: networks) is None
