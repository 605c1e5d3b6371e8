"""How an explanation writes numbers and the marks behind them."""

from __future__ import annotations

from fractions import Fraction

from scoring.contest import Round
from scoring.mark import Mark, MarkKind
from scoring.plan import Plan
from scoring.points import exactly, published
from scoring.text import Text, plain

ABOUT = Text("{exact}（约{decimal}）", "{exact} (about {decimal})")
NOTE = Text("（原因：{reason}；流水第{record}号记录）", " (reason: {reason}; journal record {record})")
NO_REASON = Text("未写明", "none given")
NOTHING = Text("无", "none")


def note(round_: Round, kind: MarkKind, subject: str = "", contestant: str = "", *, without: Text = NO_REASON) -> Text:
    """The reason and the record of the mark that a fact follows from; nothing where no such mark stands."""
    wanted = (kind, subject, contestant)
    found = [mark for mark in round_.marks if (mark.kind, mark.subject, mark.contestant) == wanted]
    return noted(found[0], without=without) if found else plain("")


def noted(mark: Mark, *, without: Text = NO_REASON) -> Text:
    """The reason and the record of a mark."""
    return NOTE(reason=reason(mark.reason, without=without), record=mark.record)


def reason(words: str, *, without: Text = NO_REASON) -> Text:
    """A reason without the full stop that would stand before other words; what stands for it where none was given."""
    said = words.strip().rstrip("。.")
    return plain(said) if said else without


def amount(plan: Plan, value: Fraction) -> Text:
    """An exact value, and where it is a fraction how large it is about, as the bulletin's tables list it."""
    exact = exactly(value)
    return ABOUT(exact=exact, decimal=published(value, plan.decimals + 2)) if "/" in exact else plain(exact)
