"""The bulletin of a half-year assessment (等次评定通报), in the layout of the bulletin of a round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from exports import account, frame
from exports.bulletin import DRAWS, TIES
from exports.compose import Composer
from exports.documents import printed
from exports.draws import HOW, PLACE, WITNESS
from exports.fonts import FontBook
from exports.page import Flow
from exports.phrases import capital, long_date, round_name, sentences
from exports.rule_words import decimals_word, grade_rule, indicator_rules, share, tie_rule
from exports.source import BulletinSource
from exports.style import style_of
from exports.words import FOLLOWS, board_names, opening, title
from scoring.assessment import Assessed, FromFile, FromRounds, Way
from scoring.contest import Draw
from scoring.names import COMPOSITE_NAME, component_name
from scoring.plan import Component
from scoring.points import plain_decimal
from scoring.results import Board, Row, Status
from scoring.text import Text, joined, listed, plain

RESULTS, GRADES = Text("评定结果", "Results"), Text("等次", "Grades")
OUT = Text("未评定等次的单位", "Without a grade")
RULES = Text("评定规则", "Rules in force")
WAYS: dict[Way, Text] = {
    "mean": Text("{rounds}公布得分的平均分", "mean of the published scores of {rounds}"),
    "best": Text("{rounds}公布得分的最高分", "best published score of {rounds}"),
    "last": Text("{rounds}中最近一轮的公布得分", "published score of the latest of {rounds}"),
}
NO_SHOWS = {
    "skip": Text("没有成绩的轮次不计", "rounds without a score are left out"),
    "zero": Text("未到的轮次计0分，未参加的轮次不计", "a no-show counts as 0, rounds not taken part in are left out"),
}
POINTS = Text("按百分制由数据表“{file}”导入", "0 to 100, brought in from the table '{file}'")
RAW = Text("原值由数据表“{file}”导入", "raw values, brought in from the table '{file}'")
DRAW = Text(
    "{names}之间抽签：种子“{seed}”{witness}，次序为{order}。",
    "Draw between {names}: seed '{seed}'{witness}; order: {order}.",
)


def assessment_bulletin(source: BulletinSource, folders: Sequence[Path]) -> bytes:
    """The bulletin of an assessment as a PDF. Raises `BadInput` for characters that no font has."""
    assert source.assessed is not None
    book, flow = FontBook(folders, source.language), Flow()
    _fill(book, flow, source, source.assessed)
    return printed(book, flow.pages, source, title(source).said(source.language))


def _fill(book: FontBook, flow: Flow, source: BulletinSource, assessed: Assessed) -> None:
    style = style_of(source.language)
    frame.head(book, flow, source)
    composer = Composer(book, flow, style, source.language)
    composer.paragraph(_basis(source, assessed).said(source.language))
    composer.boards(RESULTS, source)
    signature, foot = frame.Signature(book, source, style), frame.Foot(book, source, style)
    found = [
        (GRADES, list(_grades(assessed))),
        (OUT, list(_out(assessed))),
        (RULES, [_rules(assessed)]),
        (TIES, account.ties(source)),
        (DRAWS, _draws(source, assessed)),
    ]
    sections = [(heading, texts) for heading, texts in found if texts]
    for heading, texts in sections:
        last = heading is sections[-1][0]
        composer.section(heading, texts, then=signature.height + foot.height if last else 0.0)
    signature.place(flow)
    foot.place(flow)


def _basis(source: BulletinSource, assessed: Assessed) -> Text:
    """What was assessed, by whom (or what a person wrote instead), from what, and how many."""
    facts = [*_counted(assessed), _attendance(assessed), *board_names(source)]
    begin = opening(source, _held(source), facts)
    return sentences([*begin, *_kept(source), *_provisional(source), *_superseded(source), FOLLOWS])


def _held(source: BulletinSource) -> Text:
    plan = source.contest.plan
    pattern = Text("{organizer}开展了{title}", "{organizer} held {title}")
    return capital((pattern if plan.organizer else plain("{title}"))(title=plan.title, organizer=plan.organizer))


def _counted(assessed: Assessed) -> Iterator[Text]:
    if assessed.rounds:
        names = listed(map(round_name, assessed.rounds))
        yield Text("擂台赛成绩取自已确认的{names}", "scores are those of the finished rounds: {names}")(names=names)


def _attendance(assessed: Assessed) -> Text:
    rows = list(assessed.rows)
    out = sum(row.result.status is Status.WITHDRAWN for row in rows)
    count = len(rows) - out
    said = Text(
        f"参加评定的单位{count}个", "1 contestant was assessed" if count == 1 else f"{count} contestants assessed"
    )
    pattern = Text("{said}（不参加评定{out}个）", "{said} ({out} not assessed)") if out else Text("{said}", "{said}")
    return pattern(said=said, out=out)


def _kept(source: BulletinSource) -> Iterator[Text]:
    """Where the rules and values can be found and checked."""
    if source.round.closed is not None:
        yield Text(
            "评定所用的规则、数据和结果已记入流水第{record}号记录，可据以核对。",
            "Rules, values and results are kept in journal record {record}, where they can be checked.",
        )(record=source.round.closed)


def _provisional(source: BulletinSource) -> Iterator[Text]:
    if source.contest.rehearsal:
        yield Text("本件为演练所生成，不是评定结果。", "This sheet comes from a rehearsal and is no result.")
    if source.provisional:
        yield Text(
            "本评定尚未记入流水，以下为截至{day}的临时结果，以正式通报为准。",
            "The assessment is not recorded: this is the provisional result as of {day}; only the final one counts.",
        )(day=long_date(source.day))
        blockers = source.assessed.blockers() if source.assessed else []
        if blockers:
            yield Text("尚缺：{said}。", "Still open: {said}.")(said=joined(blockers, "；", "; "))


def _superseded(source: BulletinSource) -> Iterator[Text]:
    if source.supersedes:
        record, digest = source.supersedes
        yield Text(
            "本通报为更正通报，取代流水第{record}号记录（哈希值前16位{digest}）所载的评定，该通报同时作废。",
            "This corrected bulletin replaces the one of journal record {record} (hash begins {digest}), now void.",
        )(record=record, digest=digest)


def _grades(assessed: Assessed) -> Iterator[Text]:
    """Who has which grade, board by board."""
    several = len(assessed.standings.boards) > 1
    for board in assessed.standings.boards if assessed.assessment.plan.grades else ():
        graded = [row for row in board.rows if row.grade]
        for grade, rows in groupby(graded, key=lambda row: row.grade):
            found = [row.called for row in rows]
            yield Text("{board}{grade}（{n}个）：{names}。", "{board}{grade} ({n}): {names}.")(
                board=_board(board) if several else "", grade=grade, n=len(found), names=listed(found)
            )


def _board(board: Board) -> Text:
    return Text("{name}，", "{name}, ")(name=board.name)


def _out(assessed: Assessed) -> Iterator[Text]:
    """Who has no grade, and why."""
    for row in assessed.rows:
        if row.result.status is Status.WITHDRAWN:
            reason = assessed.assessment.exempt[row.code].rstrip("。.")
            yield Text("{name}不参加评定：{reason}。", "{name} is not assessed: {reason}.")(
                name=row.called, reason=reason
            )
        elif parts := assessed.lacking(row):
            yield _lacking(row, parts)


def _lacking(row: Row, parts: Sequence[Component]) -> Text:
    return Text(
        "{name}没有{parts}的成绩，不计算综合得分，不评定等次。",
        "{name} has no value of {parts}: no composite, no grade.",
    )(name=row.called, parts=listed(map(component_name, parts)))


def _rules(assessed: Assessed) -> Text:
    """Weights and where each value comes from, rounding, ranking, ties, grades."""
    plan = assessed.assessment.plan
    weights = [share(component_name(part), plain_decimal(part.weight)) for part in plan.components]
    basis = Text("未经舍入的综合得分", "the composite before rounding")
    basis = Text("公布的综合得分", "the published composite") if plan.rank_on == "published" else basis
    return sentences(
        [
            Text("综合得分由各项成绩加权得出：{weights}。", "The composite weighs its parts: {weights}.")(
                weights=listed(weights)
            ),
            *(_source(assessed, part) for part in plan.components),
            *indicator_rules([part for part in plan.components if part.rated]),
            Text(
                "计算过程不作舍入，公布的综合得分四舍五入保留{places}；各项成绩列至小数点后{more}位，仅供核对。",
                "Nothing is rounded before the published composite, rounded half away from zero to {places}; parts are "
                "listed to {more} decimals for checking only.",
            )(places=decimals_word(plan.decimals), more=plan.decimals + 2),
            Text("按{basis}从高到低排名。", "Contestants rank by {basis}, highest first.")(basis=basis),
            tie_rule(plan, COMPOSITE_NAME),
            *grade_rule(plan),
            Text(
                "缺少任何一项成绩的单位，不计算综合得分，不评定等次。",
                "Without a value of every part there is no composite and no grade.",
            ),
        ]
    )


def _source(assessed: Assessed, part: Component) -> Text:
    """Where the values of a component come from."""
    basis = assessed.assessment.bases[part.key]
    if isinstance(basis, FromFile):
        said = (RAW if part.rated else POINTS)(file=basis.file)
    else:
        said = Text("取{way}，{no_show}", "{way}; {no_show}")(way=_way(basis), no_show=NO_SHOWS[basis.no_show])
    return Text("{name}{said}。", "{name}: {said}.")(name=component_name(part), said=said)


def _way(basis: FromRounds) -> Text:
    every = Text("各轮", "all finished rounds")
    rounds = listed(map(round_name, sorted(basis.rounds))) if basis.rounds else every
    return WAYS[basis.way](rounds=rounds)


def _draws(source: BulletinSource, assessed: Assessed) -> list[Text]:
    made = assessed.assessment.draws
    return [sentences([HOW, *(_draw(source, draw) for draw in made)])] if made else []


def _draw(source: BulletinSource, draw: Draw) -> Text:
    contest = source.contest
    witness = WITNESS(name=draw.reason) if draw.reason else Text("", "")
    return DRAW(
        names=listed(map(contest.called, sorted(draw.order))),
        seed=draw.seed,
        witness=witness,
        order=listed(PLACE(name=contest.contestants[code].name, code=code) for code in draw.order),
    )
