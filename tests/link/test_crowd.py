"""A crowd on the link: it has no seats, and its ballots are with all others where the operator reads every ballot."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from storage import ballots, marks
from tests.running import NearDesk
from tests.storage.test_public_vote import ALL, HEAD, WHY, csv, opened

NEWER = ["A", "P0003", "1.5", "70"]


def scores_of(entry: dict[str, Any]) -> Iterator[tuple[str, Decimal, Decimal]]:
    for judge, ballot in entry["ballots"].items():
        yield judge, Decimal(ballot["scores"]["a"]), Decimal(ballot["scores"]["b"])


def test_every_ballot_of_a_crowd_is_in_the_whole_state(tmp_path: Path) -> None:
    path = tmp_path / "评议.arena"
    with opened(path) as file:
        ballots.score_from_file(file, csv(tmp_path / "all.csv", ALL), reason=WHY)
        ballots.score_from_file(file, csv(tmp_path / "n.csv", [HEAD, NEWER]), reason=WHY, replace=True)
        marks.recuse(file, "P0005", "A", reason="亲属")
        first, second = file.contest.revision - 2, file.contest.revision - 1
    desk = NearDesk(path)
    try:
        shown = desk.get("/api/desk").json()
    finally:
        desk.end()
    assert [each["code"] for each in shown["judges"]] == ["L0", "L1"]
    given = {(entry["code"], *each) for entry in shown["entries"] for each in scores_of(entry)}
    newest = [row for row in ALL[1:] if row[:2] != NEWER[:2]] + [NEWER]
    assert given == {(entry, judge, Decimal(a), Decimal(b)) for entry, judge, a, b in newest}
    of_first = shown["entries"][0]["ballots"]
    newer, older = of_first["P0003"], of_first["P0005"]
    assert (newer["entry"], newer["person"], newer["record"]) == ("A", "群众3", second)
    assert (older["ballot_id"], older["record"]) == (f"file-{first}-P0005", first)
