"""The sheets that compute: every ballot that counts, and every published score from them, by formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING, Any

from exports.brought import Brought
from exports.cells import column_letter, decimal_places
from exports.source import BulletinSource
from exports.spreadsheet_text import cell_text
from exports.workbook_tables import BALLOTS, CODE, NAME, RECKONING, SCORE, Sheet, decimals_format
from scoring.arithmetic import Panel
from scoring.contest import Ballot, Entry
from scoring.plan import LIVE, Group, Judge
from scoring.results import EntryResult, Status
from scoring.text import Text

if TYPE_CHECKING:
    from openpyxl import Workbook

LIMIT = 10**13
"""Below this a spreadsheet calculates with whole numbers exactly, its own rounding of quotients included."""
GROUP, JUDGE, TOTAL = Text("评委组", "Group"), Text("评委", "Judge"), Text("合计", "Total")
WHOLE, HIGH, LOW, KEPT = (
    Text("{name}（整数）", "{name} (whole)"),
    Text("{name}去高", "{name} high"),
    Text("{name}去低", "{name} low"),
    Text("{name}计入", "{name} counts"),
)
SUM, COUNT = Text("{name}和", "{name} sum"), Text("{name}份数", "{name} count")
COMMON = Text("公倍数", "Common multiple")
NUMERATOR, DENOMINATOR = Text("分子", "Numerator"), Text("分母", "Denominator")
LIVE_TOP, LIVE_BELOW = Text("现场分子", "Live numerator"), Text("现场分母", "Live denominator")
ADJUSTED = Text("加减分", "Adjustments")
COMPUTED, CHECK = Text("公式得分", "By formula"), Text("核对", "Check")
EQUAL, DIFFERENT = Text("一致", "equal"), Text("不符", "differs")
NEARLY = Text("一致（按小数计算）", "equal (in decimals)")
"""What is said where the whole numbers would be too large: far from any tie of rounding, decimals serve as well."""
CLEAR = Fraction(1, 10**4)
"""How far from a tie of rounding that is, in units of the last published decimal."""
TOO_LARGE = Text("超出电子表格的精确范围，未写公式", "beyond what a spreadsheet computes exactly; no formulas")
NOT_COMPLETE = Text("没有最后得分", "no final score")
VOID = Text("{name}（作废）", "{name} (void)")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is trimmed and averaged, a whole ballot or one criterion: its name, and its factor in the ballot total."""

    name: str
    factor: int


@dataclass(slots=True)
class Block:
    """The rows of one entry and group on the sheet of ballots."""

    group: Group
    first: int
    last: int


class Reckoner:
    """Writes both sheets; whole numbers as `scoring.arithmetic.Scale` has them."""

    def __init__(self, source: BulletinSource, book: Workbook) -> None:
        self._source, self._plan = source, source.contest.plan
        self._panel = Panel.of(source.contest, source.round)
        self._scale = self._panel.scale
        self._ballots = book.create_sheet(BALLOTS.said(source.language))
        self._scores = book.create_sheet(RECKONING.said(source.language))
        self._results = {row.code: row.result for board in source.standings.boards for row in board.rows}
        self._blocks: dict[str, list[Block]] = {}
        self._by_total = self._plan.trim_at == "total"
        self._places = self._decimal_places()

    def _said(self, text: Text, name: str = "") -> str:
        return text(name=name).said(self._source.language)

    @property
    def _measures(self) -> list[Measure]:
        if self._by_total:
            return [Measure(TOTAL.said(self._source.language), 1)]
        return [Measure(c.name, self._scale.factors[c.key]) for c in self._plan.criteria]

    @property
    def _counting(self) -> list[Group]:
        """The groups that the live score is made of."""
        groups = self._plan.groups if self._plan.has_live else ()
        return [group for group in groups if group.weight and group.key not in self._panel.void]

    def ballots(self) -> Sheet:
        """A row for each ballot that counts, those of an entry and group one below the other."""
        criteria, language = self._plan.criteria, self._source.language
        head = [text.said(language) for text in (CODE, NAME, GROUP, JUDGE)] + [c.name for c in criteria]
        head.append(TOTAL.said(language))
        for measure in self._measures:
            head += [self._said(text, measure.name) for text in (WHOLE, HIGH, LOW, KEPT)]
        self._ballots.append([cell_text(each) for each in head])
        rows: list[Sequence[object]] = []
        for entry in self._source.round.entries:
            self._blocks[entry.code] = []
            for group in self._plan.groups:
                rows += self._block(entry, group)
        formats = {4 + len(criteria): "General"}
        return Sheet(BALLOTS, head, rows, formats, fixed=2)

    def _block(self, entry: Entry, group: Group) -> Iterator[list[object]]:
        if group.key in self._panel.bench.crowds:
            return
        expected = [j for j in self._panel.seats[group.key] if self._panel.expects(entry, j.code)]
        judges = [judge for judge in expected if judge.code in entry.ballots]
        first = self._ballots.max_row + 1
        block = Block(group, first, first + len(judges) - 1)
        if judges:
            self._blocks[entry.code].append(block)
        for judge in judges:
            row = self._ballot(entry, entry.ballots[judge.code], judge, block)
            self._ballots.append(row)
            yield row[: 5 + len(self._plan.criteria)]

    def _ballot(self, entry: Entry, ballot: Ballot, judge: Judge, block: Block) -> list[object]:
        criteria, line = self._plan.criteria, self._ballots.max_row + 1
        name = self._source.contest.called(entry.code)
        group = self._said(VOID, block.group.name) if block.group.key in self._panel.void else block.group.name
        row: list[object] = [cell_text(each) for each in (entry.code, name, group, ballot.person or judge.name)]
        row += [float(ballot.scores[c.key]) for c in criteria]
        whole = [f"ROUND({column_letter(5 + n)}{line}*{self._scale.unit},0)" for n, _ in enumerate(criteria)]
        parts = [f"{cell}*{self._scale.factors[c.key]}" for cell, c in zip(whole, criteria, strict=True)]
        total = "+".join(parts)
        row.append(f"=({total})/{self._scale.divisor}")
        for number, each in enumerate([total] if self._by_total else whole):
            row += self._trimmed(each, block, line, 6 + len(criteria) + 4 * number)
        return row

    def _trimmed(self, whole: str, block: Block, line: int, column: int) -> list[object]:
        """The whole number, whether it is dropped as high or low (later ones first), and what is left."""
        group, values = block.group, column_letter(column)
        span = f"{values}${block.first}:{values}${block.last}"
        lines = f"ROW({span})>{line}"
        here, high = f"{values}{line}", f"{column_letter(column + 1)}{line}"
        dropped = f"{column_letter(column + 1)}${block.first}:{column_letter(column + 1)}${block.last}"
        trims = block.last - block.first + 1 >= group.trim_from
        above = f"SUMPRODUCT(({span}>{here})+({span}={here})*({lines}))"
        below = f"SUMPRODUCT((({span}<{here})+({span}={here})*({lines}))*({dropped}=0))"
        low = f"{column_letter(column + 2)}{line}"
        return [
            f"={whole}",
            f"=IF({above}<{group.drop_high},1,0)" if trims and group.drop_high else 0,
            f"=IF({high}=1,0,IF({below}<{group.drop_low},1,0))" if trims and group.drop_low else 0,
            f'=IF({high}+{low}=0,{here},"")',
        ]

    def scores(self) -> Sheet:
        """A row for each entry, from the sums of its groups to the published score."""
        language = self._source.language
        groups = self._counting
        head = [CODE.said(language), NAME.said(language)]
        for group in groups:
            head += [self._said(SUM, group.name), self._said(COUNT, group.name)]
        head += [text.said(language) for text in (COMMON, LIVE_TOP, LIVE_BELOW)]
        self._brought = Brought(self._source, len(head) + 1)
        head += [text.said(language) for text in self._brought.heads()]
        head += [text.said(language) for text in (ADJUSTED, NUMERATOR, DENOMINATOR, COMPUTED, SCORE, CHECK)]
        self._scores.append([cell_text(each) for each in head])
        rows: list[Sequence[object]] = []
        for entry in self._source.round.entries:
            row = self._entry(entry, groups, len(head))
            self._scores.append(row)
            rows.append([cell if not str(cell).startswith("=") else "" for cell in row])
        shown = decimals_format(self._plan.decimals)
        return Sheet(RECKONING, head, rows, {len(head) - 3: shown, len(head) - 2: shown}, fixed=2)

    def _entry(self, entry: Entry, groups: Sequence[Group], width: int) -> list[object]:
        name = self._source.contest.called(entry.code)
        row: list[object] = [cell_text(entry.code), cell_text(name)]
        result = self._results[entry.code]
        values = [*[None] * (2 * len(groups) + 3), *self._brought.blank(entry), *[None] * 4]
        if result.status is not Status.COMPLETE or result.published is None:
            return [*row, *values, None, NOT_COMPLETE.said(self._source.language)]
        score = float(result.published)
        exact = self._largest(entry, result, groups) < LIMIT
        if not exact and not self._plain_enough(result):
            return [*row, *values, score, TOO_LARGE.said(self._source.language)]
        line = self._scores.max_row + 1
        for group in groups:
            row += self._crowd(result, group) if group.key in self._panel.bench.crowds else self._group(entry, group)
        counts = [f"{column_letter(4 + 2 * n)}{line}" for n, _ in enumerate(groups)]
        row += self._live(groups, counts, line, len(row), exact=exact)
        live = [f"{column_letter(len(row) - n)}{line}" for n in (1, 0)]
        row += self._brought.cells(entry, line, exact=exact)
        row.append(float(sum((each.points for each in entry.adjustments), Decimal(0))))
        return [*row, *self._final(line, len(row), *live), score, self._check(line, width, EQUAL if exact else NEARLY)]

    def _crowd(self, result: EntryResult, group: Group) -> list[object]:
        """Of a crowd the figures as the desk has them: its ballots are more than a sheet holds."""
        whole = result.groups[group.key].score * self._scale.divisor
        return [whole.numerator, whole.denominator]

    def _group(self, entry: Entry, group: Group) -> list[object]:
        """Sum and count of what is left; of a median twice the middle, counted as two."""
        block = next(b for b in self._blocks[entry.code] if b.group is group)
        base, median = 9 + len(self._plan.criteria), block.group.average == "median"
        columns = [column_letter(base + 4 * n) for n, _ in enumerate(self._measures)]
        spans = [f"'{self._ballots.title}'!{column}{block.first}:{column}{block.last}" for column in columns]
        average = "2*MEDIAN" if median else "SUM"
        terms = [f"{m.factor}*{average}({span})" for m, span in zip(self._measures, spans, strict=True)]
        return ["=" + "+".join(terms), 2 if median else f"=COUNT({spans[0]})"]

    def _live(
        self, groups: Sequence[Group], counts: Sequence[str], line: int, width: int, *, exact: bool
    ) -> list[object]:
        """The live score as a fraction: the least common multiple of all counts makes it one of whole numbers."""
        if not groups:
            return [1, 0, 1]
        weights = _whole_weights([group.weight for group in groups])
        common = f"{column_letter(width + 1)}{line}"
        sums = [f"{column_letter(3 + 2 * n)}{line}" for n, _ in enumerate(groups)]
        terms = [f"{w}*{s}*({common}/{count})" for w, s, count in zip(weights, sums, counts, strict=True)]
        multiple = f"=LCM({','.join(counts)})" if exact else 1
        return [multiple, "=" + "+".join(terms), f"={sum(weights)}*{common}*{self._scale.divisor}"]

    def _final(self, line: int, width: int, top: str, below: str) -> list[object]:
        """Numerator and denominator of F, and P from them: half up, away from zero."""
        parts, common = self._plan.parts, self._brought.common(line)
        weights = dict(zip((p.key for p in parts), _whole_weights([p.weight for p in parts]), strict=True))
        scale, unit = sum(weights.values()), 10**self._places
        terms = [f"{weights[LIVE]}*{top}*{unit}{common}"] if LIVE in weights else []
        terms += [f"{weights[key]}*{points}*{below}" for key, points in self._brought.points(unit, line)]
        terms.append(f"{scale}*ROUND({column_letter(width)}{line}*{unit},0)*{below}{common}")
        numerator, denominator = f"{column_letter(width + 1)}{line}", f"{column_letter(width + 2)}{line}"
        ten = 10**self._plan.decimals
        half = f"SIGN({numerator})*INT((2*ABS({numerator})*{ten}+{denominator})/(2*{denominator}))/{ten}"
        return ["=" + "+".join(terms), f"={below}*{scale}*{unit}{common}", f"={half}"]

    def _check(self, line: int, width: int, same: Text) -> str:
        equal, different = (text.said(self._source.language) for text in (same, DIFFERENT))
        return f'=IF({column_letter(width - 2)}{line}={column_letter(width - 1)}{line},"{equal}","{different}")'

    def _decimal_places(self) -> int:
        given = [part.key for part in self._plan.components if not part.rated]
        values = [value for entry in self._source.round.entries for key, value in entry.values.items() if key in given]
        values += [each.points for entry in self._source.round.entries for each in entry.adjustments]
        return max((decimal_places(value) for value in values), default=0)

    def _counted(self, result: EntryResult, group: Group) -> int:
        found = result.groups[group.key]
        if group.key in self._panel.bench.crowds:
            return (found.score * self._scale.divisor).denominator
        return 2 if group.average == "median" else _kept(group, found.counted)

    def _plain_enough(self, result: EntryResult) -> bool:
        """Whether decimals of a spreadsheet give the published score without common multiples: all that is compared is
        whole, and the score lies so far from where rounding turns that the 15th digit decides nothing.
        """
        assert result.exact is not None
        parted = abs(result.exact) * 10**self._plan.decimals % 1
        whole = max(100 * self._scale.divisor if self._plan.has_live else 0, self._brought.largest)
        return whole < LIMIT and abs(parted - Fraction(1, 2)) > CLEAR

    def _largest(self, entry: Entry, result: EntryResult, groups: Sequence[Group]) -> int:
        """What the largest whole number in the formulas of an entry stays below."""
        counts = [self._counted(result, group) for group in groups]
        weights = _whole_weights([group.weight for group in groups]) if groups else [1]
        below = sum(weights) * lcm(*counts) * self._scale.divisor if groups else 1
        scale = sum(_whole_weights([part.weight for part in self._plan.parts])) * 10**self._places
        most = 101 + sum(int(abs(each.points)) + 1 for each in entry.adjustments)
        largest: int = 2 * below * scale * (most * 10**self._plan.decimals + 1) * self._brought.denominator(result)
        return max(largest, self._brought.largest)


def reckon(source: BulletinSource, book: Any) -> list[Sheet]:
    """Add both sheets to a workbook; returns what they hold, for their widths and formats."""
    reckoner = Reckoner(source, book)
    return [reckoner.ballots(), reckoner.scores()]


def _kept(group: Group, counted: int) -> int:
    trims = counted >= group.trim_from
    return counted - (group.drop_high + group.drop_low) * trims


def _whole_weights(weights: Sequence[Decimal]) -> list[int]:
    """Weights as whole numbers of the same proportions."""
    common = lcm(*(Fraction(weight).denominator for weight in weights))
    whole = [int(Fraction(weight) * common) for weight in weights]
    return [weight // gcd(*whole) for weight in whole]
