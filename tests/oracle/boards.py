"""All entries of one round (rules.md: Ranking, Returns, and the rows of `standings --format json`)."""

from __future__ import annotations

from fractions import Fraction

from .arithmetic import (
    adjustments,
    component_value,
    components,
    final_score,
    group_results,
    over_groups,
    published,
    rounded,
    status_of,
    untrimmed_live_score,
)
from .events import Book, Contest, Data

Sets = list[list[str]]


def tie_break_value(contest: Contest, book: Book, name: str, code: str) -> Fraction | None:
    """Ranking, the table of tie-breaks (all but `draw`)."""
    kind, _, key = name.partition(":")
    if kind == "exact":
        return final_score(contest, book, code)
    if kind == "component":
        return component_value(contest, book, key, code)
    if kind == "untrimmed":
        return untrimmed_live_score(contest, book, code)
    results = group_results(contest, book, code)
    if kind == "group":
        return results[key]["score"] if key in results and key not in book.void else None
    assert kind == "criterion"
    return over_groups(contest, book, {group: result["averages"][key] for group, result in results.items()})


def split(codes: list[str], values: dict[str, Fraction | None]) -> Sets:
    """Those of equal value together, higher first, a missing value lowest."""
    known = sorted({value for value in values.values() if value is not None}, reverse=True)
    sets = [[code for code in codes if values[code] == value] for value in known]
    missing = [code for code in codes if values[code] is None]
    return [*sets, missing] if missing else sets


def latest_draw(book: Book, codes: list[str]) -> list[str] | None:
    """The latest draw recorded for exactly these entries, first drawn first."""
    draws = [draw for draw in book.draws if set(draw) == set(codes)]
    return draws[-1] if draws else None


def ranked_sets(contest: Contest, book: Book, codes: list[str]) -> tuple[Sets, dict[str, str], Sets]:
    """Ranking: the sets that share a rank, the tie-break that placed a row, the sets that wait for a draw."""
    sets = split(codes, {code: ranked_on(contest, book, code) for code in codes})
    placed: dict[str, str] = {}
    waiting: Sets = []
    for name in contest.setting("tie_breaks", []):
        finer = []
        for equals in sets:
            parts = [equals] if len(equals) == 1 else break_tie(contest, book, name, equals)
            if len(equals) > 1 and len(parts) == 1 and name == "draw":
                waiting.append(equals)
            if len(parts) > 1:
                placed.update(dict.fromkeys(equals, name))
            finer += parts
        sets = finer
    return sets, placed, waiting


def ranked_on(contest: Contest, book: Book, code: str) -> Fraction:
    """Ranking: P, or F with `rank_on = "exact"`."""
    final = final_score(contest, book, code)
    exact = contest.setting("rank_on", "published") == "exact"
    return final if exact else rounded(final, contest.setting("decimals", 2))


def break_tie(contest: Contest, book: Book, name: str, equals: list[str]) -> Sets:
    if name == "draw":
        drawn = latest_draw(book, equals)
        return [equals] if drawn is None else [[code] for code in drawn]
    return split(equals, {code: tie_break_value(contest, book, name, code) for code in equals})


def ranks_of(contest: Contest, sets: Sets) -> dict[str, int]:
    """Plan, `ranking`: competition 1,2,2,4 or dense 1,2,2,3."""
    ranks, above = {}, 0
    for index, equals in enumerate(sets):
        rank = index + 1 if contest.setting("ranking", "competition") == "dense" else above + 1
        ranks.update(dict.fromkeys(equals, rank))
        above += len(equals)
    return ranks


def last_places(contest: Contest, book: Book, sets: Sets) -> tuple[set[str], Sets]:
    """Returns: the ranked entries that return, the set that waits for a draw. Rank 1, `sets[0]`, never does."""
    flagged: set[str] = set()
    for equals in reversed(sets[1:]):
        places = contest.returns("count", 1) - len(flagged)
        if places <= 0:
            break
        if len(equals) <= places or contest.returns("ties", "all") == "all":
            flagged.update(equals)
            continue
        drawn = latest_draw(book, equals)
        if drawn is None:
            return set(), [equals]
        flagged.update(drawn[-places:])
    return flagged, []


def grade_of(contest: Contest, score: Fraction, rank: int, ranked: int) -> str | None:
    """Plan, [[grade]]: the first that fits."""
    for grade in contest.items("grade"):
        if "min" in grade and score < Fraction(grade["min"]):
            continue
        if "top" in grade and rank > -((-Fraction(grade["top"]) * ranked / 100) // 1):
            continue
        return str(grade["name"])
    return None


def board_of(contest: Contest, book: Book, key: str, name: str, codes: list[str]) -> Data:
    """Ranking, Returns: one board. `codes` are its entries in line-up order."""
    statuses = {code: status_of(contest, book, code) for code in codes}
    sets, placed, waiting = ranked_sets(contest, book, [code for code in codes if statuses[code] == "complete"])
    flagged: set[str] = set()
    if "incomplete" not in statuses.values() and not waiting:
        flagged, waiting = last_places(contest, book, sets)
    final = "incomplete" not in statuses.values() and not waiting
    if final and contest.returns("no_show", True):
        flagged |= {code for code in codes if statuses[code] == "no_show"}
    ranks = ranks_of(contest, sets)
    order = [code for equals in sets for code in equals] + [code for code in codes if code not in ranks]
    rows = [row_of(contest, book, code, statuses[code], ranks) for code in order]
    for row in rows:
        row.update(tie_break=placed.get(row["code"]), returns=row["code"] in flagged)
    return {"key": key, "name": name, "status": status(final), "needs_draw": waiting, "rows": rows}


def status(final: bool) -> str:
    return "final" if final else "provisional"


def row_of(contest: Contest, book: Book, code: str, state: str, ranks: dict[str, int]) -> Data:
    """Command line, `standings --format json`: one row, but for what only the whole board knows."""
    contestant = next(contestant for contestant in contest.contestants if contestant["code"] == code)
    values = {c["key"]: component_value(contest, book, c["key"], code) for c in components(contest)}
    row = {
        "rank": None, "code": code, "name": contestant["name"], "category": contestant["category"], "status": state,
        "published": None, "exact": None, "grade": None, "adjustments": str(adjustments(book, code)),
        "components": {key: str(value) for key, value in values.items() if value is not None},
        "groups": {key: group_cell(result) for key, result in group_results(contest, book, code).items()},
    }  # fmt: skip
    if code in ranks:
        final, decimals = final_score(contest, book, code), contest.setting("decimals", 2)
        grade = grade_of(contest, rounded(final, decimals), ranks[code], len(ranks))
        row.update(rank=ranks[code], published=published(final, decimals), exact=str(final), grade=grade)
    return row


def group_cell(result: Data) -> Data:
    cell = {key: value for key, value in result.items() if key != "averages"}
    return cell | {"score": str(result["score"])}


def boards_of(contest: Contest, book: Book) -> list[Data]:
    """Ranking: one board of all entries, or one per category in the order of the categories."""
    if contest.setting("board", "overall") == "overall":
        return [board_of(contest, book, "overall", "overall", book.line_up)]
    category = {contestant["code"]: contestant["category"] for contestant in contest.contestants}
    boards = []
    for item in contest.items("category"):
        codes = [code for code in book.line_up if category[code] == item["key"]]
        boards.append(board_of(contest, book, item["key"], item["name"], codes))
    return boards


def returning(boards: list[Data]) -> set[str]:
    return {row["code"] for board in boards for row in board["rows"] if row["returns"]}


def is_final(boards: list[Data]) -> bool:
    return all(board["status"] == "final" for board in boards)
