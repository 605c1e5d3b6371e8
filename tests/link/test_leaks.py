"""What has not been revealed is sent to nobody but the desk (link.md, guarantees 7 and 8)."""

from __future__ import annotations

import json

import websockets.sync.client

from tests.running import Desk

ODD = {"problems": "17.5", "targets": "16.5", "approach": "23.5", "measures": "22.5"}


def scored(desk: Desk, code: str) -> None:
    desk.post("call", entry=code)
    desk.post("open")
    for judge in desk.judges:
        assert desk.put(judge, code, f"{judge}-{code}", ODD).status_code == 201
    assert desk.post("close").status_code == 200


def test_nothing_unrevealed_reaches_board_host_or_other_judges(desk: Desk) -> None:
    with websockets.sync.client.connect(desk.url.replace("http", "ws") + "/api/live") as public:
        scored(desk, "F01")
        seen = [desk.get("/api/board", "").text, desk.get("/api/board", desk.token("L1")).text]
        desk.post("show", screen="leaderboard")
        heard = json.loads(public.recv(timeout=5))
    assert heard.keys() == {"revision", "stage"}
    hidden = ("17.5", "80.00", '"80"')
    assert not [number for number in hidden for text in seen if number in text]
    assert all(not board["rows"] for board in json.loads(seen[0])["boards"])


def test_a_reveal_stays_as_shown_and_is_marked_when_corrected(desk: Desk) -> None:
    scored(desk, "F01")
    assert desk.post("reveal", entry="F01").status_code == 200
    desk.post("adjust", entry="F01", points="-3", reason="超时")
    row = desk.get("/api/board", "").json()["boards"][0]["rows"][0]
    assert (row["published"], row["review"], row["rank"]) == ("80.00", True, 1)
    assert desk.post("reveal", entry="F01").status_code == 200
    row = desk.get("/api/board", "").json()["boards"][0]["rows"][0]
    assert (row["published"], row["review"]) == ("77.00", False)
    assert desk.post("unreveal", entry="F01").status_code == 200
    assert desk.get("/api/board", "").json()["boards"][0]["rows"] == []


def test_an_incomplete_result_cannot_be_revealed(desk: Desk) -> None:
    desk.post("call", entry="F01")
    desk.post("open")
    desk.put("L1", "F01", "tap", ODD)
    desk.post("close", force=True)
    refused = desk.post("reveal", entry="F01")
    assert refused.status_code == 409
    assert len(refused.json()["fields"]["blockers"]) >= 14


def test_a_first_reveal_may_go_to_the_host_alone(desk: Desk) -> None:
    scored(desk, "F01")
    desk.post("reveal", entry="F01", to="host")
    assert desk.get("/api/board", "").json()["boards"][0]["rows"] == []
