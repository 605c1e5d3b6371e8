"""Titles and names in lines: broken by meaning, in a pleasant shape, no character alone (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, combinations, pairwise

from exports.fonts import FontBook
from exports.layout import Line, Type, clusters, lines, one_line
from exports.page import Whole

MOST_LINES = 3
"""A text of more lines is broken evenly, wherever words end."""
STEPS = 10
WITHIN_A_WORD, ANYWHERE, BETWEEN_WORDS = 24.0, 8.0, 5.0
"""What a break costs that is not by meaning, in half characters of unevenness."""
QUOTED = 4.0
HOUR_GLASS, ALONE, NEARLY_ALONE, A_LINE = 10.0, 60.0, 12.0, 12.0
_BY_MEANING = re.compile(
    r"(?<=[”’》）」』、—])|(?=[“‘《（「『])|(?=第[一二三四五六七八九十]+轮)|(?<=[ \u3000])(?![ \u3000])"
)
_WORDS = re.compile(
    r"领导小组|营商环境|人民政府|参赛单位|擂台赛|指挥部|办公室|委员会|管理局|确认单|评分表|参考单|半年|年度|季度|"
    r"专题擂台赛|劳模|评委|得分|专题|通报|结果|等次|评定|评比|评议|观摩|述职|考核|指标|排名|工作|重点|任务|推进|情况|活动|领域|项目|建设|发展|改革|服务|"
    r"经济|社会|管理|能力|作风|优化|深化|提升|专项|行动|政府|全市|全区|全县|系统|单位|部门|机关|干部|关于|公布|文件|成绩|"
    r"西海岸新区|高新区|开发区|新区|国有企业|党委|党建|书记|中心|支队|大队|公司|集团|学校|医院|街道|社区|综合|生态|环境|保护|行政|执法|数据|公共|资源|交易|政务|创新|"
    r"[0-9〇一二三四五六七八九十]+[年月日届次轮号期个项]|第[一二三四五六七八九十]+[轮届次期]"
)
_OPENED, _CLOSED = re.compile("[“‘《（「『(]"), re.compile("[”’》）」』)]")
_SMALL_WORDS = re.compile(r" (?:a|an|and|by|for|in|of|on|or|the|to) ?$")


def headline(book: FontBook, text: str, type_: Type, measure: float) -> list[Line]:
    """Break a title or a name by meaning into few lines: one more than it takes, where a word would be parted else."""
    rows = lines(book, text, type_, measure)
    if len(rows) == 1:
        return rows
    title = _Title.of(book, text, type_)
    most = measure / type_.advance + 0.001
    counts = range(len(rows), min(len(rows) + 1, MOST_LINES) + 1)
    found = [each for count in counts for each in title.splits(count, most)]
    if found:
        best: tuple[int, ...] = min(found, key=title.ugliness)
        rows = [one_line(book, title.text[a:b].strip(), type_) for a, b in pairwise(best)]
    else:
        rows = _evenly(book, text, rows, measure)
    whole = Whole(title.text)
    return [replace(row, whole=whole) for row in rows]


def _evenly(book: FontBook, text: str, rows: list[Line], measure: float) -> list[Line]:
    """The same text in as many lines of about the same length."""
    for step in range(1, STEPS) if len(rows) > 1 else ():
        narrower = lines(book, text, rows[0].type, measure * (1 - step / (2 * STEPS)))
        if len(narrower) > len(rows):
            break
        rows = narrower
    return rows


@dataclass(frozen=True, slots=True)
class _Title:
    """A text, where its characters end, and what it costs if a line ends there; places without a cost are none."""

    text: str
    at: tuple[float, ...]
    costs: Mapping[int, float]

    @classmethod
    def of(cls, book: FontBook, text: str, type_: Type) -> _Title:
        """Look at all places of a text once."""
        parts = clusters(book.glyphs(text, type_.face))
        glyphs = [glyph for part in parts for glyph in part]
        text = "".join(glyph.char for glyph in glyphs)
        ends = list(accumulate(map(len, parts)))[:-1]
        at = (0.0, *accumulate(glyph.width for glyph in glyphs))
        return cls(text, at, {end: _carelessness(text, end) for end in ends if text[end] not in " \u3000"})

    def splits(self, count: int, most: float) -> Iterator[tuple[int, ...]]:
        """All ways to break it into some lines no broader than `most` characters: where each begins and ends."""
        for chosen in combinations(self.costs, count - 1):
            split = (0, *chosen, len(self.text))
            if all(self._width(a, b) <= most for a, b in pairwise(split)):
                yield split

    def ugliness(self, split: tuple[int, ...]) -> float:
        """Breaks that are not by meaning, uneven lines, the shape of an hour-glass, a last line of hardly anything."""
        widths = [self._width(a, b) for a, b in pairwise(split)]
        hour_glass = len(widths) == MOST_LINES and widths[1] < min(widths[0], widths[2])
        last = ALONE if split[-1] - split[-2] == 1 else NEARLY_ALONE if 3 * widths[-1] < max(widths) else 0.0
        shape = HOUR_GLASS * hour_glass + last + A_LINE * len(widths) + (max(widths) - min(widths)) / 2
        return sum(self.costs[end] for end in split[1:-1]) + shape

    def _width(self, start: int, end: int) -> float:
        return self.at[end] - self.at[start]


def _carelessness(text: str, end: int) -> float:
    """How bad it is that a line ends there."""
    bad = ANYWHERE * (text.startswith("的", end) or bool(_SMALL_WORDS.search(text[:end])))
    bad += QUOTED * (len(_OPENED.findall(text[:end])) > len(_CLOSED.findall(text[:end])))
    if any(found.start() == end for found in _BY_MEANING.finditer(text)):
        return bad
    words = [found.span() for found in _WORDS.finditer(text)]
    if any(start < end < stop for start, stop in words):
        return bad + WITHIN_A_WORD
    return bad + (BETWEEN_WORDS if any(end in span for span in words) else ANYWHERE)
