"""What leaves a contest: every kind of document by name, and the order to make one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from exports.letter import NAMES, Attachment, Letter
from scoring.text import Text

Report: TypeAlias = Callable[[int, int], object]
"""Is told how much of how much is done; what it raises ends the work, and nothing is written."""


class Kind(StrEnum):
    """A kind of document, in the order in which they are needed."""

    BULLETIN = "bulletin"
    DRAWS = "draws"
    SCORES = "scores"
    EXPLANATIONS = "explanations"
    DEVIATIONS = "deviations"
    COURSE = "course"
    ANALYSIS = "analysis"
    SEASON = "season"
    CONFIRMATION = "confirmation"
    JUDGE_SHEETS = "judge-sheets"
    ENTRY_SHEETS = "contestant-sheets"
    APPRAISAL = "appraisal"
    PAPER_BALLOTS = "paper-ballots"
    LINE_UP = "line-up"
    DOOR_SIGNS = "door-signs"
    WORKBOOK = "workbook"
    RESULTS_TABLE = "results-table"
    SEASON_TABLE = "season-table"
    BALLOTS_TABLE = "ballots-table"
    ANALYSIS_TABLE = "analysis-table"
    WEB_PAGE = "web-page"
    ASSESSMENT = "assessment"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class About:
    """A kind in words: its name, what it is for, how its file ends; `whole`: of the contest, not of one round."""

    name: Text
    purpose: Text
    ending: str = "pdf"
    whole: bool = False


ABOUT: Mapping[Kind, About] = {
    Kind.BULLETIN: About(
        Text("通报", "Bulletin"),
        Text("公布的结果：排名、规则、下轮继续打擂的单位", "The published result: ranking, rules, who comes back"),
    ),
    Kind.DRAWS: About(
        Text("抽签记录", "Record of the draw"),
        Text(
            "种子、见证人、次序和核对方法，供在场人员签字",
            "Seed, witness, order and how to check it, for those present to sign",
        ),
    ),
    Kind.SCORES: About(
        NAMES[Attachment.SCORES],
        Text("每位评委给每个单位的分数，去掉的最高分、最低分", "What every judge gave everyone, and what was dropped"),
    ),
    Kind.EXPLANATIONS: About(
        NAMES[Attachment.EXPLANATIONS],
        Text("逐个单位说明得分怎样得出，供答复查询", "How each score came about, to answer questions"),
    ),
    Kind.DEVIATIONS: About(
        NAMES[Attachment.DEVIATIONS],
        Text("每位评委与同组平均数的差，图和表", "How far each judge lies from the mean of the group, chart and table"),
    ),
    Kind.COURSE: About(
        NAMES[Attachment.COURSE],
        Text("各单位历轮的名次和得分，图和表", "Everyone's rank and score round after round, chart and table"),
    ),
    Kind.SEASON: About(
        Text("累计成绩", "Season standings"),
        Text(
            "各轮名次和得分、平均分、最高分、继续打擂次数；只计已确认的轮次",
            "Every finished round side by side: mean, best, how often each had to come back",
        ),
    ),
    Kind.ANALYSIS: About(
        NAMES[Attachment.ANALYSIS],
        Text(
            "评委宽严、给分范围和一致程度（W、ICC、α），图和表",
            "How strict judges are and how far they agree, charts and tables",
        ),
    ),
    Kind.CONFIRMATION: About(
        Text("成绩确认单", "Confirmation of the result"),
        Text("评委组长、计票人、监督员签名", "To be signed by chief judge, teller and supervisor"),
    ),
    Kind.JUDGE_SHEETS: About(
        Text("评委评分表", "Judges' score sheets"),
        Text("每位评委一份，本人签名", "One for every judge, to be signed"),
    ),
    Kind.ENTRY_SHEETS: About(
        Text("参赛单位评分表", "Contestants' score sheets"),
        Text("每个单位一份，全体评委签名", "One for every contestant, to be signed by all judges"),
    ),
    Kind.APPRAISAL: About(
        Text("年度考核参考单", "Appraisal sheets"),
        Text(
            "每个单位、科室或个人一份：成绩构成、名次、等次，供年度考核参考",
            "One for every contestant: parts, rank and grade, a reference for the yearly appraisal",
        ),
    ),
    Kind.PAPER_BALLOTS: About(
        Text("纸质评分表", "Paper ballots"),
        Text("断网时用，每位评委每个单位一张，带二维码", "For the day the network fails, with QR codes, to be cut"),
    ),
    Kind.LINE_UP: About(Text("出场顺序", "Line-up"), Text("张贴用，大字", "To be put up, in large type")),
    Kind.DOOR_SIGNS: About(
        Text("门牌", "Door signs"), Text("每个单位一张，序号和名称", "One for every contestant, number and name")
    ),
    Kind.WORKBOOK: About(
        Text("成绩工作簿", "Workbook"),
        Text(
            "排名、评分表、流水；用公式由评分表重新算出得分",
            "Boards, ballots, journal; formulas compute every score",
        ),
        ending="xlsx",
    ),
    Kind.RESULTS_TABLE: About(
        Text("成绩表", "Table of results"), Text("CSV，供其他程序使用", "CSV, for other programs"), ending="csv"
    ),
    Kind.SEASON_TABLE: About(
        Text("累计成绩表", "Table of the season"), Text("CSV，供其他程序使用", "CSV, for other programs"), ending="csv"
    ),
    Kind.BALLOTS_TABLE: About(
        Text("评分数据", "Table of ballots"),
        Text("CSV，格式与导入纸质评分表相同", "CSV, as it is read in again from paper"),
        ending="csv",
    ),
    Kind.ANALYSIS_TABLE: About(
        Text("评分分析数据", "Table of the analysis"),
        Text("CSV，每项统计一行", "CSV, a line for each figure"),
        ending="csv",
    ),
    Kind.WEB_PAGE: About(
        Text("成绩网页", "Web page"),
        Text("一个文件，任何浏览器都能打开，可放到网站上", "One file for any browser, to be put on a site"),
        ending="html",
    ),
    Kind.ASSESSMENT: About(
        Text("等次评定通报", "Bulletin of the assessment"),
        Text(
            "已记入流水的等次评定；在成绩页的“历轮累计”里评定",
            "The half-year assessment that was recorded last; it is made on page 6, 'Over all rounds'",
        ),
        whole=True,
    ),
    Kind.ARCHIVE: About(
        Text("存档", "Archive"),
        Text(
            "全部评分表、流水、规则、成绩、通报和工作簿，任何电脑都能核对",
            "All ballots, the journal, rules, results, bulletins and workbooks, to be verified on any machine",
        ),
        ending="zip",
        whole=True,
    ),
}


@dataclass(frozen=True, slots=True)
class Order:
    """A document that is asked for, where it goes, and whether it may replace a file that is there.

    `letter` is what a person decided of a bulletin just now; without it, what the contest file keeps. `rules` is the
    file of an assessment; without it, the one that was recorded last.
    """

    kind: Kind
    path: Path
    round: int
    replace: bool = False
    letter: Letter | None = None
    rules: Path | None = None


def silent(done: int, of: int) -> None:
    """Where nobody wants to know how far the work is."""
