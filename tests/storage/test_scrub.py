"""What leaves the hall lets nobody in (link.md, guarantee 9)."""

from __future__ import annotations

from pathlib import Path

from storage import ballots, desk
from storage.contest_file import Actor, ContestFile, open_contest, read_contest
from storage.scrub import without_secrets
from storage.seats import desk_tokens, reissue, seats
from storage.verify import verify
from tests.storage.story import HIGH, offered


def written(data: bytes, folder: Path) -> Path:
    path = folder / "copy.arena"
    path.write_bytes(data)
    return path


def secrets_of(file: ContestFile) -> set[str]:
    tokens = desk_tokens(file)
    return {seat.token for seat in seats(file)} | {tokens.operator, tokens.host}


def test_no_byte_of_a_secret_is_left_in_the_copy(file: ContestFile, tmp_path: Path) -> None:
    secrets = secrets_of(file)
    reissue(file, "J1", reason="丢失")
    secrets |= secrets_of(file)
    file.remember("backup_folder", "/media/stick/only-mine")
    desk.call(file, "A", by=Actor("operator", "request-4711"))
    data = without_secrets(file.path)
    assert len(secrets) == 6
    for secret in (*secrets, "only-mine", "request-4711"):
        assert secret.encode() not in data
    assert secrets_of(file) <= secrets  # and the desk's own file kept them


def test_the_copy_holds_the_whole_contest_and_verifies(file: ContestFile, tmp_path: Path) -> None:
    desk.call(file, "A")
    desk.open_scoring(file)
    ballots.enter_ballot(file, "J1", "A", HIGH, reason="断网")
    offered(file, "J2", "A", "late")
    copy = written(without_secrets(file.path), tmp_path)
    assert read_contest(copy) == read_contest(file.path)
    assert verify(copy) == []


def test_the_same_contest_gives_the_same_bytes(file: ContestFile) -> None:
    first = without_secrets(file.path)
    file.remember("language", "en")
    assert without_secrets(file.path) == first


def test_a_desk_that_opens_the_copy_gives_every_seat_a_new_link(file: ContestFile, tmp_path: Path) -> None:
    old = secrets_of(file)
    again = open_contest(written(without_secrets(file.path), tmp_path))
    fresh = secrets_of(again)
    again.close()
    assert len(fresh) == 5
    assert not fresh & old
    reopened = open_contest(again.path)
    assert secrets_of(reopened) == fresh
    reopened.close()
