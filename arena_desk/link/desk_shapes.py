"""What the OpenAPI document says of the operator's answers: the whole desk, and the standings."""

from __future__ import annotations

from arena_desk.link.shapes import (
    FLAG,
    INTEGER,
    OWN_BALLOT,
    PERSON,
    STRING,
    Schema,
    by_code,
    list_of,
    object_of,
    one_of,
    or_null,
    texts,
)
from scoring.contest import Attendance, Phase, Screen
from scoring.mark import MarkKind
from scoring.results import Status

_EXACT: Schema = {**STRING, "description": "an exact number, `n` or `n/d`"}
_DROPS: Schema = {
    "anyOf": [list_of(STRING), by_code(list_of(STRING))],
    "description": "judges; by criterion where single scores are dropped",
}
_GROUP = {"score": _EXACT, "counted": INTEGER, "dropped_high": _DROPS, "dropped_low": _DROPS}
_RESULT = {
    "code": STRING,
    "status": one_of(Status),
    "published": or_null(STRING),
    "exact": or_null(_EXACT),
    "components": by_code(_EXACT),
    "adjustments": _EXACT,
}
_ROW = object_of(
    **_RESULT,
    **texts("name", "category"),
    rank=or_null(INTEGER),
    groups=by_code(object_of(**_GROUP)),
    tie_break=or_null(STRING),
    grade=or_null(STRING),
    returns=FLAG,
    returned_before=INTEGER,
)
_BOARD = object_of(
    **texts("key", "name"),
    status=one_of(["provisional", "final"]),
    needs_draw=list_of(list_of(STRING)),
    rows=list_of(_ROW),
)
STANDINGS_SHAPE = object_of(
    contest=STRING,
    round=INTEGER,
    status=one_of(["provisional", "final"]),
    closed=FLAG,
    revision=INTEGER,
    boards=list_of(_BOARD),
)

_LINK = object_of(**texts("path", "join_code"))
_SEAT = object_of(
    linked={**INTEGER, "description": "devices"},
    asleep=FLAG,
    last_seen=or_null({"type": "number", "description": "seconds ago"}),
    round_trip=or_null({"type": "number", "description": "milliseconds"}),
    draft={**INTEGER, "description": "criteria filled in and not sent"},
    unsent=INTEGER,
    address={**STRING, "description": "under which the device opened the desk"},
)
_JUDGE = object_of(**PERSON["properties"], absent=FLAG, left=FLAG, seat=_SEAT, link=_LINK)
_MARK = object_of(
    record=INTEGER,
    kind=one_of(MarkKind),
    **texts("subject", "entry", "reason", "at", "seed"),
    values=by_code(STRING),
    points=or_null(STRING),
    order=list_of(STRING),
)
_OFFER = object_of(
    **texts("judge", "ballot_id", "contestant", "made_at", "offered_at", "person"),
    round=INTEGER,
    version=INTEGER,
    scores=by_code(STRING),
)
_SHOWN = or_null(object_of(record=INTEGER, at=STRING, published=or_null(STRING)))
_ENTRY = object_of(
    **texts("code", "name", "category", "lead"),
    number=INTEGER,
    attendance=one_of(Attendance),
    phase=one_of(Phase),
    version=INTEGER,
    returned=by_code(object_of(record=INTEGER, **texts("reason", "at", "person")), "ballots given back, by judge"),
    recused=list_of(STRING),
    missing={**list_of(STRING), "description": "judges whose ballot is expected and not stored"},
    adjustments=list_of(object_of(points=STRING, reason=STRING, record=INTEGER)),
    values=by_code(STRING, "values brought in, by component"),
    result=object_of(
        **_RESULT,
        groups=by_code(object_of(**_GROUP, totals=by_code(_EXACT))),
        tie_values=by_code(or_null(_EXACT)),
    ),
    announced={**_SHOWN, "description": "what the hosts were told"},
    revealed={**_SHOWN, "description": "what the room was shown"},
    review={**FLAG, "description": "复核中: corrected since, and not revealed again yet"},
    ballots=by_code(object_of(**OWN_BALLOT, person=STRING, record=INTEGER), "by judge"),
)
DESK_SHAPE = object_of(
    revision=INTEGER,
    contest=STRING,
    round=INTEGER,
    closed=FLAG,
    rehearsal=FLAG,
    screen={**one_of(Screen), "description": "what was chosen"},
    stage={**one_of(Screen), "description": "what is shown"},
    entry={**or_null(STRING), "description": "who is called"},
    open=FLAG,
    judges=list_of(_JUDGE),
    host=object_of(path=STRING),
    void={**list_of(STRING), "description": "groups that were left out"},
    marks=list_of(_MARK),
    offers=list_of(_OFFER),
    entries=list_of(_ENTRY),
)
