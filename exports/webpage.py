"""The result as one web page that needs nothing else: no script, no picture, no other file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from exports import account, words
from exports.bulletin import ADJUSTMENTS, DRAWS, RESULTS, RETURNS, RULES, TIES
from exports.columns import ADJUSTMENT, Column, board_columns
from exports.compose import EMPTY
from exports.draws import draws
from exports.phrases import language_tag, long_date
from exports.rule_words import changes, rules
from exports.source import BulletinSource
from scoring.results import Board
from scoring.text import Text

FOOT = Text(
    "{day}。流水末条记录第{record}号，哈希值前16位{digest}；可与存档核对。",
    "{day}. Last record of the journal {record}, its hash begins {digest}; it can be checked against the archive.",
)
STYLE = """
:root { color-scheme: light dark; --ink: #1d1f22; --quiet: #5d6167; --line: #d7d9dd; --ground: #fff; --red: #8a0f16; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e9eb; --quiet: #a9adb3; --line: #3b3e43; --ground: #1b1c1f; --red: #ff9c96; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.6;
  font-family: "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.3; text-wrap: balance; color: var(--red); }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.mark { display: inline-block; padding: .1rem .6rem; border: 2px solid; color: var(--red); font-weight: 700; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .75rem 0 .25rem; }
p { overflow-wrap: anywhere; max-width: 60rem; }
.left { min-width: 9em; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: left; }
th { color: var(--quiet); font-weight: 600; }
.number, .centre { text-align: right; white-space: nowrap; }
.centre { text-align: center; }
th.number, th.centre { white-space: normal; min-width: 4em; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .75rem; color: var(--quiet); }
@media print { main { max-width: none; padding: 0; } thead { display: table-header-group; } }
"""
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
<footer>{foot}</footer>
</main>
</body>
</html>
"""


def web_page(source: BulletinSource) -> bytes:
    """The page of a round in UTF-8."""
    language = source.language
    record, digest = source.fingerprint.split(":")
    foot = FOOT(day=long_date(source.dated), record=record, digest=digest).said(language)
    text = PAGE.format(
        language=language_tag(language),
        title=escape(words.title(source).said(language)),
        style=STYLE,
        body="\n".join(_body(source)),
        foot=escape(foot),
    )
    return text.encode()


def _body(source: BulletinSource) -> Iterator[str]:
    language = source.language
    mark = words.provisional_mark(source)
    if mark:
        yield f'<p class="mark">{escape(mark.said(language))}</p>'
    yield f"<p>{escape(words.basis(source).said(language))}</p>"
    yield f"<h2>{escape(RESULTS.said(language))}</h2>"
    for board in source.standings.boards:
        yield from _board(source, board)
    sections = (
        (RETURNS, words.returning(source)),
        (RULES, [rules(source.contest.plan), *changes(source)]),
        (TIES, account.ties(source)),
        (DRAWS, draws(source)),
        (ADJUSTMENTS, account.adjustments(source)),
    )
    for head, texts in sections:
        if texts:
            yield f"<h2>{escape(head.said(language))}</h2>"
            yield from (f"<p>{escape(text.said(language))}</p>" for text in texts)


def _board(source: BulletinSource, board: Board) -> Iterator[str]:
    kinds = board_columns(source, board)
    ends = sorted(kinds.ends, key=lambda column: column.head == ADJUSTMENT.said(source.language))
    columns = [*kinds.starts, *ends, *kinds.live, *kinds.others, *kinds.groups]  # a telephone shows the first
    caption = f"<caption>{escape(board.name)}</caption>" if len(source.standings.boards) > 1 else ""
    if board.rows:
        yield f'<div class="wide"><table>{caption}<thead><tr>'
        yield "".join(f'<th scope="col" class="{column.align}">{escape(column.head)}</th>' for column in columns)
        yield "</tr></thead><tbody>"
        yield from (_row(columns, place) for place in range(len(board.rows)))
        yield "</tbody></table></div>"
    for text in [*words.waiting(board), *([] if board.rows else [EMPTY])]:
        yield f"<p>{escape(text.said(source.language))}</p>"


def _row(columns: Sequence[Column], place: int) -> str:
    cells = (f'<td class="{column.align}">{escape(column.cells[place])}</td>' for column in columns)
    return f"<tr>{''.join(cells)}</tr>"
