"""The file of an assessment: TOML in, a checked `Assessment` out; and the form in which the journal keeps one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from scoring.assessment import NO_SHOWS, WAYS, Assessed, Assessment, Basis, FromFile, FromRounds
from scoring.contest import Contest, Draw
from scoring.errors import TWICE, BadInput, Fault
from scoring.grid import Grid
from scoring.marks import tie_draw
from scoring.people_file import NO_CONTESTANT as NOBODY
from scoring.people_file import value_lines
from scoring.plan import LIVE, Plan, Returns
from scoring.plan_document import plan_document
from scoring.plan_file import check_tie_breaks, grades_of, load_tables, once, weighed_parts
from scoring.points import plain_decimal
from scoring.rounds import NO_CONTESTANT
from scoring.standings import standings_json
from scoring.text import Text
from scoring.toml_table import NOT_A_CHOICE, Table

RESERVED = Text(
    "“live”是评委评分，等次评定里请用别的标识，如 arena",
    "'live' is the judges' score of a round; an assessment calls its component otherwise, such as arena",
)
ONE_BASIS = Text("要写明 score 或 file，二者取一", "needs either score or file")
ONLY_ROUNDS = Text("只用于取自各轮成绩的一项（score）", "is only for a component from the rounds (score)")
ONLY_FILES = Text("只用于由文件导入的一项（file）", "is only for a component from a file (file)")


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a file says, before the files that it names are read."""

    plan: Plan
    bases: Mapping[str, Basis]
    exempt: Mapping[str, str]
    draws: tuple[Draw, ...]


def read_assessment_file(path: Path, contest: Contest, read: Callable[[Path], Grid]) -> Assessment:
    """Read an assessment of a contest with the files of values that it names, which `read` reads.

    What it leaves out is as in the contest's plan. Raises `BadInput` with every fault of all files.
    """
    faults: list[Fault] = []
    draft = _draft(Table(load_tables(path), "", faults, path.name), contest)
    bases = {key: _filled(draft.plan, key, basis, path, contest, read, faults) for key, basis in draft.bases.items()}
    if faults:
        raise BadInput(once(faults))
    return Assessment(draft.plan, bases, draft.exempt, draft.draws)


def _filled(
    plan: Plan,
    key: str,
    basis: Basis,
    path: Path,
    contest: Contest,
    read: Callable[[Path], Grid],
    faults: list[Fault],
) -> Basis:
    """A component with the values of its file."""
    if not isinstance(basis, FromFile) or not basis.file or key == LIVE:
        return basis
    names = {code: contestant.name for code, contestant in contest.contestants.items()}
    try:
        found = value_lines(read(path.parent / basis.file), plan, key, names, NOBODY).all()
    except BadInput as error:
        faults += error.faults
        return basis
    return replace(basis, values={each.contestant: each.value for each in found})


def _draft(root: Table, contest: Contest) -> _Draft:
    parts = weighed_parts(root, _basis)
    plan = _plan(root, contest.plan)
    plan = replace(plan, components=tuple(part for part, _ in parts), grades=grades_of(root))
    bases = {part.key: basis for part, basis in parts}
    head = root.table("assessment")
    check_tie_breaks(plan.tie_breaks, {"exact", "draw", *(f"component:{key}" for key in bases)}, head)
    draft = _Draft(plan, bases, _exempt(root, contest), tuple(_draw(each, contest) for each in root.tables("draw")))
    root.done()
    return draft


def _plan(root: Table, base: Plan) -> Plan:
    """The head of the file; an assessment has no judges, and nobody returns."""
    head = root.table("assessment")
    plan = replace(
        base,
        title=head.text("title"),
        organizer=head.text("organizer", base.organizer),
        decimals=head.whole("decimals", base.decimals, high=4),
        board=head.choice("board", ("overall", "category"), base.board),
        rank_on=head.choice("rank_on", ("published", "exact"), base.rank_on),
        ranking=head.choice("ranking", ("competition", "dense"), base.ranking),
        tie_breaks=head.texts("tie_breaks"),
        returns=Returns(0, "all", no_show=False),
        criteria=(),
        groups=(),
    )
    head.done()
    return plan


def _basis(table: Table) -> Basis:
    if table.text("key") == LIVE:
        table.fault("key", RESERVED)
    way, file = table.text("score", ""), table.text("file") if table.has("file") else ""
    if table.has("score") == table.has("file"):
        table.fault(None, ONE_BASIS)
    if table.has("score") and way not in WAYS:
        table.fault("score", NOT_A_CHOICE(choices=" | ".join(WAYS)))
    for key in ("rounds", "no_show"):
        if table.has(key) and not table.has("score"):
            table.fault(key, ONLY_ROUNDS)
    if table.has("rule") and not table.has("file"):
        table.fault("rule", ONLY_FILES)
    rounds, no_show = table.wholes("rounds"), table.choice("no_show", NO_SHOWS, "skip")
    found = next((each for each in WAYS if each == way), None)
    return FromRounds(found, rounds, no_show) if found else FromFile(file, {})


def _exempt(root: Table, contest: Contest) -> dict[str, str]:
    found: dict[str, str] = {}
    for table in root.tables("exempt"):
        code = table.text("contestant")
        _check_code(table, "contestant", code, contest)
        if code in found:
            table.fault("contestant", TWICE(name=code))
        found[code] = table.text("reason")
        table.done()
    return found


def _draw(table: Table, contest: Contest) -> Draw:
    """A draw between contestants, in the order that anyone can check (rules.md, Draws)."""
    codes, seed = table.texts("between"), table.text("seed", "")
    for code in codes:
        _check_code(table, "between", code, contest)
    draw = Draw((), seed, 0, reason=table.text("witness", ""))
    try:
        draw = replace(draw, order=tie_draw(seed, codes).order)
    except BadInput as error:
        for fault in error.faults:
            table.fault("seed" if fault.key == "seed" else "between", fault.text)
    table.done()
    return draw


def _check_code(table: Table, key: str, code: str, contest: Contest) -> None:
    if code and code not in contest.contestants:
        table.fault(key, NO_CONTESTANT(code=code))


def assessment_record(assessed: Assessed) -> dict[str, Any]:
    """An assessment as the journal keeps it: its rules, the values brought in for it, and what it came to."""
    assessment, found = assessed.assessment, standings_json(assessed.standings)
    return {
        "rules": assessment_document(assessment),
        "values": {
            key: {code: plain_decimal(value) for code, value in basis.values.items()}
            for key, basis in assessment.bases.items()
            if isinstance(basis, FromFile)
        },
        "rounds": list(assessed.rounds),
        "result": {"contest": found["contest"], "boards": found["boards"]},
    }


def assessment_document(assessment: Assessment) -> dict[str, Any]:
    """The tables of an assessment's file with every value written out."""
    document = plan_document(assessment.plan)
    head = ("title", "organizer", "decimals", "board", "rank_on", "ranking", "tie_breaks")
    return {
        "assessment": {key: document["contest"][key] for key in head},
        "component": [each | _basis_document(assessment.bases[each["key"]]) for each in document["component"]],
        "grade": document["grade"],
        "exempt": [{"contestant": code, "reason": reason} for code, reason in assessment.exempt.items()],
        "draw": [_draw_document(draw) for draw in assessment.draws],
    }


def _basis_document(basis: Basis) -> dict[str, Any]:
    if isinstance(basis, FromFile):
        return {"file": basis.file}
    return {"score": basis.way, "rounds": list(basis.rounds), "no_show": basis.no_show}


def _draw_document(draw: Draw) -> dict[str, Any]:
    return {"seed": draw.seed, "between": list(draw.order), "witness": draw.reason}


def recorded_assessment(record: Mapping[str, Any], contest: Contest) -> Assessment:
    """The assessment that `assessment_record` wrote. Raises `BadInput`."""
    faults: list[Fault] = []
    draft = _draft(Table(record["rules"], "", faults, None), contest)
    if faults:
        raise BadInput(once(faults))
    bases = {
        key: replace(basis, values={code: Decimal(text) for code, text in record["values"][key].items()})
        if isinstance(basis, FromFile)
        else basis
        for key, basis in draft.bases.items()
    }
    return Assessment(draft.plan, bases, draft.exempt, draft.draws)
