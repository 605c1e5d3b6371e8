"""The draws of a round, so that anyone can check them (rules.md, Draws)."""

from __future__ import annotations

from collections.abc import Iterator

from exports.fonts import printable
from exports.phrases import sentences
from exports.source import BulletinSource
from scoring.contest import Draw
from scoring.mark import Mark, MarkKind
from scoring.text import Text, listed

HOW = Text(
    "抽签次序可以核对：将种子、半角冒号和参赛单位代码依次相连，按其UTF-8编码的SHA-256值（十六进制）由小到大排列。",
    "Anyone can check a draw: its order is that of the SHA-256 digests (hexadecimal, lowest first) of seed, colon "
    "and code in UTF-8.",
)
DRAW = Text(
    "{kind}（流水第{record}号记录{witness}{replaced}）：种子“{seed}”{bytes}，次序为{order}。",
    "{kind} (journal record {record}{witness}{replaced}): seed '{seed}'{bytes}; order: {order}.",
)
KINDS = {
    MarkKind.START_ORDER: Text("出场顺序抽签", "Draw of the start order"),
    MarkKind.DRAW: Text("单位间抽签", "Draw between contestants"),
}
WITNESS = Text("，见证人{name}", ", witness {name}")
REPLACED = Text("，已由第{record}号记录取代", ", replaced by record {record}")
CODES = Text("代码{codes}", "codes {codes}")
PLACE = Text("{name}（{code}）", "{name} ({code})")
NAMED = 40
"""Up to how many entries of a draw are named."""
BYTES = Text("（UTF-8编码{bytes}）", " (in UTF-8: {bytes})")
NOTHING = Text("", "")
IN_RECORD, HERE = Text("流水第{record}号记录", "journal record {record}"), Text("本件所列种子", "the seed given here")


def draws(source: BulletinSource) -> list[Text]:
    """A paragraph for each with seed, order and record, the first one says how they are checked; empty without any."""
    made = [mark for mark in source.round.marks if mark.kind in KINDS]
    said = [_draw(source, mark, made) for mark in made]
    return [sentences([HOW, said[0]]), *said[1:]] if said else []


def _draw(source: BulletinSource, mark: Mark, made: list[Mark]) -> Text:
    return DRAW(
        kind=KINDS[mark.kind],
        record=mark.record,
        witness=WITNESS(name=mark.reason) if mark.reason else NOTHING,
        replaced=next(replaced(mark, made), NOTHING),
        seed=mark.seed,
        bytes=NOTHING if plain_to_see(mark.seed) else BYTES(bytes=mark.seed.encode().hex()),
        order=_order(source, mark),
    )


def _order(source: BulletinSource, mark: Mark) -> Text:
    """The entries in the order drawn, with the codes that are hashed; of a long line-up the codes alone, which would
    fill pages with names that stand in the record of the draw.
    """
    if len(mark.order) > NAMED:
        return CODES(codes=listed(mark.order))
    return listed(PLACE(name=source.contest.contestants[code].name, code=code) for code in mark.order)


def replaced(mark: Mark, made: list[Mark]) -> Iterator[Text]:
    """The latest draw that counts in place of this one: of the start order, or between exactly the same entries."""
    for other in reversed(made):
        alike = other.kind is MarkKind.START_ORDER or set(other.order) == set(mark.order)
        if other.record > mark.record and other.kind is mark.kind and alike:
            yield REPLACED(record=other.record)


def plain_to_see(seed: str) -> bool:
    """Whether a seed can be typed from paper: no blanks at its ends or in a row, nothing that cannot be seen."""
    return seed == printable(seed).strip() and not any(blank in seed for blank in ("  ", "\u3000"))


def draw_note(draw: Draw) -> Text:
    """Where a draw is to be found in the paragraph on draws and in the journal."""
    return IN_RECORD(record=draw.record) if draw.record else HERE
