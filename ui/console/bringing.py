"""What can come into a running contest as a table: contestants, judges, values of a component, ballots from paper."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic

from PySide6.QtCore import QObject

from scoring import conduct
from scoring.ballots import ballot_total
from scoring.bringing import outside_lines
from scoring.contest import Contest
from scoring.crowd_file import brought
from scoring.errors import Fault
from scoring.explain_indicators import measured, rule_name
from scoring.grid import Column, Grid
from scoring.incoming import Effect, Incoming, Item
from scoring.people_file import CONTESTANTS, JUDGES, VALUES, PaperBallot, Value, ballot_columns
from scoring.plan import Component, Contestant, Judge, Plan
from scoring.roster import roster_lines
from scoring.seating import passed, seat_lines
from storage import ballots, marks, rounds, seats
from ui.console.tile_facts import total_text
from ui.console.words import sentences
from ui.desk import Desk
from ui.snapshot import Snapshot
from ui.work import Job


@dataclass(frozen=True)
class Looking(Generic[Item]):
    """What the lines of a table would do; of the ballots of crowds only how many do what."""

    lines: tuple[Incoming[Item], ...]
    unlisted: Counter[Effect] = field(default_factory=Counter)


class Bringing(QObject, Generic[Item]):
    """One kind of table: its columns, what each line would do, in words, and the operation that takes all of them."""

    wants_reason = True
    may_replace = False

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    @abstractmethod
    def title(self) -> str:
        """What comes in."""

    @abstractmethod
    def purpose(self) -> str:
        """What will follow."""

    @abstractmethod
    def columns(self, plan: Plan) -> Sequence[Column]:
        """The columns that the table may have."""

    @abstractmethod
    def read(self, grid: Grid, contest: Contest, replace: bool) -> Looking[Item]:
        """What each line would do; may run on any thread. Raises `BadInput` where the head is wrong."""

    @abstractmethod
    def said(self, line: Incoming[Item], now: Snapshot) -> str:
        """What taking a line does, where nothing is wrong with it."""

    def wrong(self, line: Incoming[Item], now: Snapshot) -> str:
        """What is wrong with a line, column by column."""
        return self.told(line.faults)

    def told(self, faults: Iterable[Fault]) -> str:
        """What is wrong in one line of the table, column by column."""
        return self._together(self._fault(fault) for fault in faults)

    def _together(self, parts: Iterable[str]) -> str:
        return ("；" if self._desk.language == "zh" else "; ").join(parts)

    def _fault(self, fault: Fault) -> str:
        said = fault.text.said(self._desk.language)
        return self.tr("column {n}: {what}").format(n=fault.column, what=said) if fault.column else said

    @abstractmethod
    def store(self, grid: Grid, reason: str, replace: bool, seen: int) -> Job:
        """Take all of it, as it was looked at in the revision `seen`."""

    def _reopening(self, text: str) -> str:
        if self._desk.snapshot.round.closed is None:
            return text
        return sentences(
            text, self.tr("The round is closed. This reopens it, for the record; close it again afterwards.")
        )


class RosterBringing(Bringing[Contestant]):
    """Contestants that are new, or called something else."""

    wants_reason = False

    def title(self) -> str:
        return self.tr("Import contestants into the roster")

    def purpose(self) -> str:
        return self.tr(
            "New codes are added to the roster, not to the line-up; known codes take what the table says. "
            "Nobody is removed."
        )

    def columns(self, plan: Plan) -> Sequence[Column]:
        return CONTESTANTS

    def read(self, grid: Grid, contest: Contest, replace: bool) -> Looking[Contestant]:
        return Looking(tuple(roster_lines(grid, contest)))

    def said(self, line: Incoming[Contestant], now: Snapshot) -> str:
        said = [self.tr("{name} is added to the roster").format(name=line.item.name)]
        if line.known is not None:
            said = self._changes(line.known, line.item, now.plan) or [self.tr("stays as it is")]
        return self._together([*said, *([line.hint.said(self._desk.language)] if line.hint else [])])

    def _changes(self, before: Contestant, after: Contestant, plan: Plan) -> list[str]:
        names = {category.key: category.name for category in plan.categories}
        pairs = (
            (self.tr("name"), before.name, after.name),
            (self.tr("category"), names[before.category], names[after.category]),
            (self.tr("lead"), before.lead, after.lead),
            (self.tr("members"), "、".join(before.members), "、".join(after.members)),
        )
        text = self.tr("{what}: {before} → {after}")
        return [text.format(what=w, before=b or "–", after=a or "–") for w, b, a in pairs if b != a]

    def store(self, grid: Grid, reason: str, replace: bool, seen: int) -> Job:
        return self._desk.do(rounds.add_to_roster, grid)


class JudgesBringing(Bringing[Judge]):
    """Judges who are not there yet."""

    def title(self) -> str:
        return self.tr("Import judges")

    def purpose(self) -> str:
        text = self.tr("New judges get seats, links and codes; those who are there stay. Nobody is removed.")
        now = self._desk.snapshot
        late = self.tr("Judges have scored in this round already: whoever joins now takes part from the next round on.")
        return sentences(text, late if now.round in passed(now.contest) else "")

    def columns(self, plan: Plan) -> Sequence[Column]:
        return JUDGES

    def read(self, grid: Grid, contest: Contest, replace: bool) -> Looking[Judge]:
        return Looking(seat_lines(grid, contest))

    def said(self, line: Incoming[Judge], now: Snapshot) -> str:
        if line.known:
            return self.tr("stays as it is")
        groups = {group.key: group.name for group in now.plan.groups}
        text = self.tr("{name} joins {group}, seat {code}")
        return text.format(name=line.item.name, group=groups[line.item.group], code=line.item.code)

    def store(self, grid: Grid, reason: str, replace: bool, seen: int) -> Job:
        return self._desk.do(seats.add_judges, grid, reason=reason)


class ValuesBringing(Bringing[Value]):
    """Values of one component."""

    def __init__(self, key: str, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self._key = key

    @property
    def _part(self) -> Component:
        return next(part for part in self._desk.snapshot.plan.components if part.key == self._key)

    def title(self) -> str:
        return self.tr("Import {component}").format(component=self._part.name)

    def purpose(self) -> str:
        text = self.tr("The values (0 to 100) replace earlier ones of the contestants the table names.")
        if self._part.rated:
            text = self.tr(
                "The raw values replace earlier ones of the contestants the table names; the rule turns them into "
                "points: {rule}."
            ).format(rule=rule_name(self._part).said(self._desk.language))
        return self._reopening(text)

    def columns(self, plan: Plan) -> Sequence[Column]:
        return VALUES

    def read(self, grid: Grid, contest: Contest, replace: bool) -> Looking[Value]:
        return Looking(tuple(outside_lines(grid, contest, self._key)))

    def said(self, line: Incoming[Value], now: Snapshot) -> str:
        name, value = now.contestant(line.item.contestant).name, self._measured(line.item)
        if line.known is None:
            return self.tr("{name}: {value}").format(name=name, value=value)
        if line.known == line.item:
            return self.tr("{name}: {value} as before").format(name=name, value=value)
        before = self._measured(line.known)
        return self.tr("{name}: {before} → {after}").format(name=name, before=before, after=value)

    def _measured(self, value: Value) -> str:
        return measured(self._part, value.value)

    def store(self, grid: Grid, reason: str, replace: bool, seen: int) -> Job:
        return self._desk.do(marks.bring_in, self._key, grid, reason=reason)


class PaperBringing(Bringing[PaperBallot]):
    """Ballots that were filled in on paper."""

    may_replace = True

    def title(self) -> str:
        return self.tr("Ballots from paper")

    def purpose(self) -> str:
        text = self.tr("Every line is one judge's ballot for one contestant; it counts like one from a panel.")
        return self._reopening(text)

    def columns(self, plan: Plan) -> Sequence[Column]:
        return ballot_columns(plan)

    def read(self, grid: Grid, contest: Contest, replace: bool) -> Looking[PaperBallot]:
        found = brought(grid, contest, replace=replace)
        new, changed, wrong = found.crowd - found.replaced, found.replaced, found.refused
        return Looking(found.lines, +Counter({Effect.NEW: new, Effect.CHANGED: changed, Effect.WRONG: wrong}))

    def said(self, line: Incoming[PaperBallot], now: Snapshot) -> str:
        who = {
            "judge": conduct.judge_of(now.contest, line.item.judge).name,
            "name": now.contestant(line.item.contestant).name,
            "total": self._total(line.item, now.plan),
        }
        if line.known is None:
            return self.tr("{judge} for {name}: {total}").format(**who)
        before = self._total(line.known, now.plan)
        if line.effect is Effect.WRONG:
            text = self.tr("{judge} for {name}: a ballot of {before} is stored; tick below if {total} is to replace it")
            return text.format(before=before, **who)
        if line.known == line.item:
            return self.tr("{judge} for {name}: {total} as before, stored again").format(**who)
        text = self.tr("{judge} for {name}: {before} → {total}, the stored ballot is replaced")
        return text.format(before=before, **who)

    def wrong(self, line: Incoming[PaperBallot], now: Snapshot) -> str:
        return self.said(line, now) if line.known else super().wrong(line, now)

    def _total(self, ballot: PaperBallot, plan: Plan) -> str:
        return total_text(ballot_total(plan, ballot.scores), plan)

    def store(self, grid: Grid, reason: str, replace: bool, seen: int) -> Job:
        return self._desk.do(ballots.score_from_file, grid, reason=reason, replace=replace, seen=seen)
