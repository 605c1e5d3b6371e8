"""The journal in words: what each record says, for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from scoring.contest import Attendance, Contest, Screen
from scoring.mark import MarkKind
from storage.journal import Record
from ui.console.words import attendance_word, screen_word
from ui.language import Languages

MARKS = frozenset(kind.value for kind in MarkKind)
"""The kinds of records that can be undone."""

LONGEST = 80
"""Letters that a change of rules takes in the journal; the record in full has all of it."""


class JournalWords(QObject):
    """Turns records into sentences in the language of the windows, with the names of a contest."""

    def __init__(self, languages: Languages, parent: QObject) -> None:
        super().__init__(parent)
        self._languages = languages

    def said(self, record: Record, contest: Contest) -> str:
        """What was done."""
        return self._templates()[self._kind(record)]().format(**self._places(record, contest))

    def who(self, record: Record, contest: Contest) -> str:
        """Who did it."""
        role, _, code = record.who.partition(" ")
        if role == "judge" and code:
            return self._judge(contest, code)
        return self.tr("operator") if role == "operator" else record.who

    def _kind(self, record: Record) -> str:
        """The record's kind, told apart further where one kind says different things."""
        match record.what:
            case "ballot":
                return f"ballot {record.after['source']}"
            case "reveal":
                return f"reveal {record.after['to']}"
            case "close" if record.after["missing"]:
                return "close early"
            case "board":
                return f"board {record.after['board']}"
            case "clock":
                return _clock_kind(record)
            case "stage" if "lines" in record.after["staging"]:
                return "stage finale"
            case _:
                return record.what

    def _templates(self) -> Mapping[str, Callable[[], str]]:
        """A sentence for each kind of record, put into words when it is asked for."""
        return {
            "created": lambda: self.tr("Contest created"),
            "plan": lambda: self.tr("Changed the rules: {changes}"),
            "roster": lambda: self.tr("Roster: {count} added or changed"),
            "call": lambda: self.tr("Called {entry}"),
            "open": lambda: self.tr("Opened scoring of {entry}"),
            "close": lambda: self.tr("Closed scoring of {entry}"),
            "close early": lambda: self.tr("Closed scoring of {entry}, without {missing}"),
            "ballot panel": lambda: self.tr("{judge}: ballot for {entry} stored"),
            "ballot paper": lambda: self.tr("{judge}: ballot for {entry} entered from paper"),
            "ballot offer": lambda: self.tr("{judge}: late ballot for {entry} accepted"),
            "decline-offer": lambda: self.tr("{judge}: late ballot for {entry} declined"),
            "return-ballot": lambda: self.tr("{judge}: ballot for {entry} returned"),
            "reveal all": lambda: self.tr("Revealed {entry}: {score}"),
            "reveal host": lambda: self.tr("Told the hosts {entry}: {score}"),
            "unreveal": lambda: self.tr("Took back the reveal of {entry}"),
            "show": lambda: self.tr("Stage: {screen}"),
            "stage": lambda: self.tr("Stage: began to reveal {staged} in steps"),
            "stage finale": lambda: self.tr("Stage: began the final reveal {staged}"),
            "step": lambda: self.tr("Stage: step {step} of the reveal"),
            "board on": lambda: self.tr("Public board switched on"),
            "board off": lambda: self.tr("Public board switched off"),
            "board held": lambda: self.tr("Public board switched off until the final reveal is over"),
            "clock started": lambda: self.tr("Started the timer"),
            "clock paused": lambda: self.tr("Paused the timer"),
            "clock extended": lambda: self.tr("Timer: more time"),
            "clock reset": lambda: self.tr("Reset the timer"),
            "undo": lambda: self.tr("Undid record {record}"),
            "close-round": lambda: self.tr("Closed round {round}"),
            "sign-off": lambda: self.tr("Signed the result of round {round}: {name}"),
            "reopen-round": lambda: self.tr("Reopened round {round}"),
            "next-round": lambda: self.tr("Began round {round} with {count} contestants"),
            "substitute": lambda: self.tr("{name} takes the seat of {before}"),
            "add-judge": lambda: self.tr("{name} joins the judges, seat {seat}"),
            "remove-judge": lambda: self.tr("{before} is removed from the judges, seat {seat}"),
            "assess": lambda: self.tr("Recorded the assessment '{title}'"),
            "reissue": lambda: self.tr("New link for {judge}"),
            "restored": lambda: self.tr("Restored the backup '{copy}'"),
            "judge-absent": lambda: self.tr("{subject} is absent"),
            "judge-left": lambda: self.tr("{subject} has left"),
            "recuse": lambda: self.tr("{subject} recused from {contestant}"),
            "no-show": lambda: self.tr("{contestant} did not come"),
            "withdraw": lambda: self.tr("{contestant} withdrew"),
            "add": lambda: self.tr("Added {contestant} to the line-up"),
            "adjust": lambda: self.tr("{contestant}: {points} points"),
            "component": lambda: self.tr("Brought in {subject} for {count}"),
            "group-void": lambda: self.tr("Left out {subject}"),
            "start-order": lambda: self.tr("Drew the start order, seed '{seed}'"),
            "ballots": lambda: self.tr("Brought in {ballots} ballots from a file"),
            "draw": lambda: self.tr("Drew between {order}, seed '{seed}'"),
        }

    def _places(self, record: Record, contest: Contest) -> Mapping[str, object]:
        after, details = record.after, record.after.get("details", {})
        return {
            "entry": _contestant(contest, after.get("entry", "")),
            "contestant": _contestant(contest, after.get("contestant", "")),
            "judge": after.get("person") or self._judge(contest, after.get("judge", "")),
            "subject": self._subject(contest, after.get("subject", "")),
            "name": after.get("name", ""),
            "seat": after.get("judge", ""),
            "before": (record.before or {}).get("name", ""),
            "missing": len(after.get("missing", ())),
            "score": _score(record),
            "screen": screen_word(Screen(after["screen"])) if record.what == "show" else "",
            "staged": _staged(record, contest),
            "step": after.get("step", ""),
            "record": details.get("record", ""),
            "round": record.round,
            "count": _count(record),
            "ballots": f"{_sheet_count(details):,}",
            "points": details.get("points", ""),
            "seed": details.get("seed", ""),
            "copy": after.get("copy", ""),
            "title": after["result"]["contest"] if record.what == "assess" else "",
            "changes": self._changes(record) if record.what == "plan" else "",
            "order": "、".join(_contestant(contest, code) for code in details.get("order", ())),
        }

    def _changes(self, record: Record) -> str:
        from scoring.plan_file import parse_plan
        from scoring.plan_words import differences
        from scoring.text import joined

        before, after = (parse_plan(found["plan"]) for found in (record.before or {}, record.after))
        said = joined(differences(before, after), "；", "; ").said(self._languages.current)
        return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"

    def _judge(self, contest: Contest, code: str) -> str:
        judge = contest.bench.find(code)
        return judge.name if judge else code

    def _subject(self, contest: Contest, key: str) -> str:
        """A mark's subject: a judge, a group or a component."""
        named = {group.key: group.name for group in contest.plan.groups}
        named |= {part.key: part.name for part in contest.plan.components}
        return named.get(key) or self._judge(contest, key)


def _contestant(contest: Contest, code: str) -> str:
    return contest.called(code) if code in contest.contestants else code


def _staged(record: Record, contest: Contest) -> str:
    """Whose result is told in steps: a contestant's, or a whole board's."""
    staging = record.after.get("staging", {})
    names = {category.key: category.name for category in contest.plan.categories}
    return _contestant(contest, staging["entry"]) if "entry" in staging else names.get(staging.get("board", ""), "")


def _score(record: Record) -> str:
    """What was announced: a score, or that there is none and why."""
    if record.what != "reveal":
        return ""
    result = record.after["result"]
    return str(result["published"] or attendance_word(Attendance(result["status"])))


def _count(record: Record) -> int:
    lists = (record.after.get(key) for key in ("contestants", "lineup"))
    values = record.after.get("details", {}).get("values", {})
    return next((len(each) for each in lists if each is not None), len(values))


def _sheet_count(details: Mapping[str, Any]) -> int:
    """How many ballots of crowds a file brought."""
    return sum(n for _, _, n in details.get("sheet", {}).get("blocks", ()))


def _clock_kind(record: Record) -> str:
    clock, before = record.after["clock"], (record.before or {}).get("clock", {})
    if clock["extra"] > before.get("extra", 0):
        return "clock extended"
    if clock["since"]:
        return "clock started"
    return "clock paused" if clock["used"] else "clock reset"
