"""What may happen when: calling, opening, closing, ballots and reveals (link.md, Guarantees and Calls)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from scoring.arithmetic import Panel, expects, group_scores, short_groups
from scoring.contest import Attendance, Contest, Entry, Phase, Round
from scoring.errors import NotNow, Unknown
from scoring.plan import LIVE, Judge
from scoring.points import written
from scoring.results import Status
from scoring.text import Text

NO_ENTRY = Text("本轮出场名单里没有“{code}”", "'{code}' is not in the line-up of this round")
NO_JUDGE = Text("没有评委“{code}”", "there is no judge '{code}'")
NO_GROUP = Text("没有评委组“{code}”", "there is no judge group '{code}'")
NO_ROUND = Text("没有第 {number} 轮", "there is no round {number}")
ROUND_CLOSED = Text("本轮成绩已确认，不能再评分", "the round is closed; nothing can be scored in it")
STILL_OPEN = Text("“{name}”正在评分，请先停止评分", "scoring of '{name}' is still open; close it first")
NOT_CALLED = Text("还没有请任何单位上台", "no contestant has been called")
NOT_OPENED = Text("“{name}”还没有开始评分", "scoring of '{name}' has not been opened")
NOT_TAKING_PART = Text("“{name}”已标记为未到或退出", "'{name}' is marked as no-show or withdrawn")
BALLOTS_MISSING = Text("还差 {n} 位评委", "{n} judges are missing")
WAITS_FOR = Text("{judge} {name} 尚未提交", "{judge} {name} has not submitted")
CROWD_LACKS = Text(
    "{name}还差{n}份评分表，请从文件导入", "{n} ballots of {name} are missing; bring them in from a file"
)
OF_CROWD = Text(
    "{name}人数众多，评分表只从文件导入；要更正，请导入只含这几份的表并选择替换",
    "{name} is a crowd whose ballots come from files alone; to correct some, bring in a table of just those and "
    "let it replace what is stored",
)
NOT_OPEN = Text("“{name}”现在不在评分", "'{name}' is not being scored now")
STALE = Text(
    "评分表是为先前的上台填写的，请核对后重新提交", "the ballot was made for an earlier call; check and send again"
)
CHANGED = Text(
    "已存有{judge}的另一份评分表，请先核对", "a different ballot of {judge} is stored; compare before replacing it"
)
SEAT_SCORED = Text(
    "本席位先前的评委已为“{name}”评分，那份评分表仍然有效，不用再评；如需改由您评，请工作人员退回那一份",
    "the person who sat here before has scored {name}, and that ballot counts; if you are to score instead, "
    "the staff can return it",
)
RECUSED = Text("评委“{name}”回避或缺席，不参加这次评分", "judge '{name}' is recused from this entry or absent")
FINAL = Text(
    "评分表已存，本次擂台赛不允许重新提交", "the ballot is stored and this contest does not allow sending again"
)
NOT_STORED = Text("评委“{name}”没有已存的评分表", "judge '{name}' has no stored ballot")
NOT_ON_STAGE = Text("只能退回正在评分的单位的评分表", "only a ballot of the called entry can be returned")
NOT_COMPLETE = Text("“{name}”的成绩还不完整", "the result of '{name}' is not complete")
NOT_REVEALED = Text("“{name}”还没有公布", "'{name}' has not been revealed")
QUORUM = Text("{name}只有 {n} 份评分表，至少要 {quorum} 份", "{name} has {n} of at least {quorum} ballots")
ALL_VOID = Text(
    "有权重的评委组都已作废，没有现场得分", "every judge group with a weight is void, so there is no live score"
)
NO_VALUE = Text("缺少“{name}”的成绩", "the value of '{name}' is missing")


def entry_of(round_: Round, code: str) -> Entry:
    """The entry of a contestant in a round. Raises `Unknown`."""
    entry = round_.entry(code)
    if entry is None:
        raise Unknown(NO_ENTRY(code=code[:40]), key="entry")
    return entry


def entry_names(contest: Contest) -> dict[str, str]:
    """The names of everyone in the line-up of the latest round, by code."""
    return {entry.code: contest.called(entry.code) for entry in contest.live_round.entries}


def check_entries(round_: Round, codes: Sequence[str]) -> None:
    """Are all of these in the line-up? Raises `Unknown` with each that is not."""
    unknown = [NO_ENTRY(code=code[:40]) for code in codes if round_.entry(code) is None]
    if unknown:
        raise Unknown(*unknown, key="entries")


def judge_of(contest: Contest, code: str) -> Judge:
    """The judge in a seat. Raises `Unknown`."""
    judge = contest.bench.find(code)
    if judge is None:
        raise Unknown(NO_JUDGE(code=code[:40]), key="judge")
    return judge


def group_of(contest: Contest, code: str) -> str:
    """The key of a judge group. Raises `Unknown`."""
    if code not in {group.key for group in contest.plan.groups}:
        raise Unknown(NO_GROUP(code=code[:40]), key="group")
    return code


def round_of(contest: Contest, number: int | None) -> Round:
    """A round by its number, the latest by default. Raises `Unknown`."""
    if number is None:
        return contest.live_round
    if not 1 <= number <= len(contest.rounds):
        raise Unknown(NO_ROUND(number=number), key="round")
    return contest.rounds[number - 1]


def version(entry: Entry, judge: str) -> int:
    """The version of (entry, judge) that a ballot must name (link.md, guarantee 3)."""
    returned = entry.returned.get(judge)
    return max(entry.version, returned.record if returned else 0)


def reopened_for(entry: Entry) -> list[str]:
    """Judges for whom alone a closed entry is open again, because their ballot was returned."""
    if entry.phase is not Phase.CLOSED or entry.attendance is not Attendance.PRESENT:
        return []
    return [j for j, given in entry.returned.items() if given.record > entry.stopped and j not in entry.ballots]


def open_for(round_: Round, entry: Entry, judge: str) -> bool:
    """Whether a ballot of this judge would be let in now, by the state of the entry alone."""
    if round_.called != entry.code or entry.attendance is not Attendance.PRESENT:
        return False
    return entry.phase is Phase.OPEN or judge in reopened_for(entry)


def scoring_open(round_: Round) -> Entry | None:
    """The entry for which ballots are let in now, of all judges or of one."""
    entry = round_.on_stage
    if entry is None or entry.attendance is not Attendance.PRESENT:
        return None
    return entry if entry.phase is Phase.OPEN or reopened_for(entry) else None


def check_call(contest: Contest, code: str) -> Entry:
    """May this entry be called? It must take part, and no scoring may be open. Raises `NotNow`, `Unknown`."""
    round_ = contest.live_round
    entry = entry_of(round_, code)
    if round_.closed is not None:
        raise NotNow("round_closed", ROUND_CLOSED)
    _nothing_open(contest)
    _takes_part(contest, entry)
    return entry


def check_open(contest: Contest) -> Entry:
    """May ballots be let in? Somebody must be on stage. Raises `NotNow`."""
    if contest.live_round.closed is not None:
        raise NotNow("round_closed", ROUND_CLOSED)
    entry = _called(contest)
    _takes_part(contest, entry)
    return entry


def check_close(contest: Contest, *, force: bool) -> Entry:
    """May scoring be closed? Every expected ballot must be there, unless forced. Raises `NotNow`."""
    entry = _called(contest)
    if entry.phase is Phase.CALLED:
        raise NotNow("not_open", NOT_OPENED(name=contest.called(entry.code)))
    missing = missing_ballots(contest, contest.live_round, entry)
    if missing and not force and scoring_open(contest.live_round):
        raise NotNow(
            "missing",
            BALLOTS_MISSING(n=len(missing)),
            blockers=[WAITS_FOR(judge=judge.code, name=judge.name) for judge in missing],
            fields={"missing": [judge.code for judge in missing]},
        )
    return entry


def missing_ballots(contest: Contest, round_: Round, entry: Entry) -> list[Judge]:
    """The judges in the hall whose ballot an entry still waits for."""
    codes = set(Panel.of(contest, round_).missing(entry))
    return [judge for judge in contest.bench.seated if judge.code in codes]


def check_ballot(contest: Contest, code: str, judge: Judge, *, version_: int, replaces: str | None) -> Entry:
    """May this judge's ballot be stored from a panel now? Raises `NotNow` with the code of link.md, `Unknown`."""
    round_ = contest.live_round
    entry = entry_of(round_, code)
    name = contest.called(code)
    check_seated(contest, judge)
    if not expects(round_, entry, judge.code):
        raise NotNow("recused", RECUSED(name=judge.name), fields=current(contest, judge.code))
    if version_ != version(entry, judge.code):
        raise NotNow("stale", STALE, fields=current(contest, judge.code))
    stored = entry.ballots.get(judge.code)
    if scored_by_another(entry, judge):
        raise NotNow("changed", SEAT_SCORED(name=name), fields=current(contest, judge.code))
    if stored and not contest.plan.resend and open_for(round_, entry, judge.code):
        raise NotNow(
            "final", FINAL, fields={"stored": stored_ballot(stored.ballot_id, stored.scores, stored.stored_at)}
        )
    if not open_for(round_, entry, judge.code):
        raise NotNow("not_open", NOT_OPEN(name=name), fields=current(contest, judge.code))
    check_replaces(entry, judge.code, replaces)
    return entry


def scored_by_another(entry: Entry, judge: Judge) -> bool:
    """Whether the ballot of this seat that counts is of the person who sat there before.

    It stays theirs, and its scores are not shown to the one who sits there now; the organizer may return it.
    """
    stored = entry.ballots.get(judge.code)
    return stored is not None and stored.person != judge.name


def check_replaces(entry: Entry, judge: str, replaces: str | None) -> None:
    """A ballot that stands where another is stored must name it (link.md, guarantee 4). Raises `NotNow`."""
    stored = entry.ballots.get(judge)
    if stored and stored.ballot_id != replaces:
        fields = {"stored": stored_ballot(stored.ballot_id, stored.scores, stored.stored_at)}
        raise NotNow("changed", CHANGED(judge=stored.person), fields=fields)


def stored_ballot(ballot_id: str, scores: Mapping[str, Decimal], stored_at: str) -> dict[str, object]:
    """A stored ballot as its own judge may see it."""
    return {
        "ballot_id": ballot_id,
        "scores": {key: written(value) for key, value in scores.items()},
        "stored_at": stored_at,
    }


def current(contest: Contest, judge: str) -> dict[str, object]:
    """What is being scored now, for a panel that holds something else."""
    entry = contest.live_round.on_stage
    if entry is None:
        return {"entry": None, "version": None, "open": False}
    is_open = open_for(contest.live_round, entry, judge)
    return {"entry": entry.code, "version": version(entry, judge), "open": is_open}


def check_seated(contest: Contest, judge: Judge) -> None:
    """Does this judge score one ballot at a time? Those of a crowd do not. Raises `NotNow`."""
    if judge.group in contest.bench.crowds:
        names = {group.key: group.name for group in contest.plan.groups}
        raise NotNow("crowd", OF_CROWD(name=names.get(judge.group, judge.group)))


def check_enter(round_: Round, code: str, judge: Judge) -> Entry:
    """May a ballot be entered on behalf of a judge, from paper or an offer? Raises `NotNow`, `Unknown`."""
    entry = entry_of(round_, code)
    if not expects(round_, entry, judge.code):
        raise NotNow("recused", RECUSED(name=judge.name))
    return entry


def sat_there(round_: Round, entry: Entry, judge: Judge) -> Judge:
    """The seat with whom a ballot entered for it belongs to. In a round that is over a seat may have changed hands
    since: the ballot stays with the person it stood for, or with who sat there for the last entry of that round.
    """
    stored = entry.ballots.get(judge.code)
    given = [each.ballots[judge.code] for each in round_.entries if judge.code in each.ballots]
    last = stored or max(given, key=lambda ballot: (ballot.version, ballot.record), default=None)
    return replace(judge, name=last.person) if last else judge


def check_return(contest: Contest, judge: Judge, code: str) -> Entry:
    """May this ballot be given back? Only one of the called entry that is stored. Raises `NotNow`, `Unknown`."""
    entry = entry_of(contest.live_round, code)
    check_seated(contest, judge)
    if contest.live_round.called != code:
        raise NotNow("not_called", NOT_ON_STAGE)
    if judge.code not in entry.ballots:
        raise NotNow("not_stored", NOT_STORED(name=judge.name))
    return entry


def check_reveal(contest: Contest, code: str, status: Status) -> Entry:
    """May this entry be revealed? Its result must be complete and its scoring closed. Raises `NotNow`, `Unknown`."""
    round_ = contest.live_round
    entry = entry_of(round_, code)
    name = contest.called(code)
    if scoring_open(round_) is entry:
        raise NotNow("open", STILL_OPEN(name=name))
    if status is Status.INCOMPLETE:
        raise NotNow("incomplete", NOT_COMPLETE(name=name), blockers=lacks(contest, round_, entry))
    return entry


def check_unreveal(contest: Contest, code: str) -> Entry:
    """May a reveal be taken back? There must be one. Raises `NotNow`, `Unknown`."""
    entry = entry_of(contest.live_round, code)
    if entry.revealed is None and entry.announced is None:
        raise NotNow("not_revealed", NOT_REVEALED(name=contest.called(code)))
    return entry


def lacks(contest: Contest, round_: Round, entry: Entry) -> list[Text]:
    """What an incomplete entry lacks: ballots, a quorum, a component (rules.md, complete)."""
    panel = Panel.of(contest, round_)
    scores = group_scores(panel, entry)
    reasons = []
    if contest.plan.missing == "wait":
        reasons += [WAITS_FOR(judge=j.code, name=j.name) for j in missing_ballots(contest, round_, entry)]
        reasons += _crowds_lacking(contest, panel, entry)
    for group in short_groups(panel, scores):
        counted = scores[group.key].result.counted if group.key in scores else 0
        reasons.append(QUORUM(name=group.name, n=counted, quorum=group.quorum))
    for part in contest.plan.parts:
        if part.key != LIVE and part.key not in entry.values:
            reasons.append(NO_VALUE(name=part.name))
    if contest.plan.has_live and not any(g.weight and g.key not in round_.void for g in contest.plan.groups):
        reasons.append(ALL_VOID)
    return reasons


def _crowds_lacking(contest: Contest, panel: Panel, entry: Entry) -> list[Text]:
    crowds = [g for g in contest.plan.groups if g.key in contest.bench.crowds and g.key not in panel.void]
    lacking = [(group.name, panel.lacking(entry, group.key)) for group in crowds]
    return [CROWD_LACKS(name=name, n=n) for name, n in lacking if n]


def _called(contest: Contest) -> Entry:
    entry = contest.live_round.on_stage
    if entry is None:
        raise NotNow("not_called", NOT_CALLED)
    return entry


def _nothing_open(contest: Contest) -> None:
    entry = scoring_open(contest.live_round)
    if entry is not None:
        name = contest.called(entry.code)
        raise NotNow("open", STILL_OPEN(name=name))


def _takes_part(contest: Contest, entry: Entry) -> None:
    if entry.attendance is not Attendance.PRESENT:
        raise NotNow("not_taking_part", NOT_TAKING_PART(name=contest.called(entry.code)))
