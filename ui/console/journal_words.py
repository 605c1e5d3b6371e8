"""The journal in words: what each record says, for people."""

from __future__ import annotations

from collections.abc import Mapping
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
        return self._templates()[self._kind(record)].format(**self._places(record, contest))

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
            case "clock":
                return _clock_kind(record)
            case "stage" if "lines" in record.after["staging"]:
                return "stage finale"
            case _:
                return record.what

    def _templates(self) -> Mapping[str, str]:
        return {
            "created": self.tr("Contest created"),
            "plan": self.tr("Changed the rules: {changes}"),
            "roster": self.tr("Roster: {count} added or changed"),
            "call": self.tr("Called {entry}"),
            "open": self.tr("Opened scoring of {entry}"),
            "close": self.tr("Closed scoring of {entry}"),
            "close early": self.tr("Closed scoring of {entry}, without {missing}"),
            "ballot panel": self.tr("{judge}: ballot for {entry} stored"),
            "ballot paper": self.tr("{judge}: ballot for {entry} entered from paper"),
            "ballot offer": self.tr("{judge}: late ballot for {entry} accepted"),
            "return-ballot": self.tr("{judge}: ballot for {entry} returned"),
            "reveal all": self.tr("Revealed {entry}: {score}"),
            "reveal host": self.tr("Told the hosts {entry}: {score}"),
            "unreveal": self.tr("Took back the reveal of {entry}"),
            "show": self.tr("Stage: {screen}"),
            "stage": self.tr("Stage: began to reveal {staged} in steps"),
            "stage finale": self.tr("Stage: began the final reveal {staged}"),
            "step": self.tr("Stage: step {step} of the reveal"),
            "clock started": self.tr("Started the timer"),
            "clock paused": self.tr("Paused the timer"),
            "clock extended": self.tr("Timer: more time"),
            "clock reset": self.tr("Reset the timer"),
            "undo": self.tr("Undid record {record}"),
            "close-round": self.tr("Closed round {round}"),
            "sign-off": self.tr("Signed the result of round {round}: {name}"),
            "reopen-round": self.tr("Reopened round {round}"),
            "next-round": self.tr("Began round {round} with {count} contestants"),
            "substitute": self.tr("{name} takes the seat of {before}"),
            "add-judge": self.tr("{name} joins the judges, seat {seat}"),
            "remove-judge": self.tr("{before} is taken out of the judges, seat {seat}"),
            "assess": self.tr("Recorded the assessment '{title}'"),
            "reissue": self.tr("New link for {judge}"),
            "restored": self.tr("Restored the backup '{copy}'"),
            "judge-absent": self.tr("{subject} is absent"),
            "judge-left": self.tr("{subject} has left"),
            "recuse": self.tr("{subject} recused from {contestant}"),
            "no-show": self.tr("{contestant} did not come"),
            "withdraw": self.tr("{contestant} withdrew"),
            "add": self.tr("Added {contestant} to the line-up"),
            "adjust": self.tr("{contestant}: {points} points"),
            "component": self.tr("Brought in {subject} for {count}"),
            "group-void": self.tr("Left out {subject}"),
            "start-order": self.tr("Drew the start order, seed '{seed}'"),
            "ballots": self.tr("Brought in {ballots} ballots from a file"),
            "draw": self.tr("Drew between {order}, seed '{seed}'"),
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
        from scoring.plan_words import clauses, differences

        before, after = (parse_plan(found["plan"]) for found in (record.before or {}, record.after))
        said = clauses(differences(before, after)).said(self._languages.current)
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
    known = contest.contestants.get(code)
    return known.name if known else code


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
