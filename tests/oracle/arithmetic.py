"""One entry of one round (rules.md: Arithmetic, step by step)."""

from __future__ import annotations

from fractions import Fraction

from .events import Book, Contest, Data, exact


def ballot_total(contest: Contest, scores: dict[str, str]) -> Fraction:
    """Arithmetic 1: T_j = sum of weight_c * score_jc / max_c."""
    total = Fraction(0)
    for criterion in contest.items("criterion"):
        total += weight_of(criterion) * exact(scores[criterion["key"]]) / exact(criterion["max"])
    return total


def weight_of(criterion: Data) -> Fraction:
    """Plan, [[criterion]]: the weight is the max unless the plan says otherwise."""
    return exact(criterion["weight"] if "weight" in criterion else criterion["max"])


def expected(contest: Contest, book: Book, group: str, code: str) -> list[str]:
    """Arithmetic 2: the judges of a group, in file order, not absent from the round, not recused from the entry."""
    found = []
    for judge in [judge["code"] for judge in contest.judges if judge["group"] == group]:
        # Corrections, judge-left: recused from every entry in which no ballot of theirs is stored.
        gone = judge in book.left and (judge, code) not in book.ballots
        if judge not in book.absent and (judge, code) not in book.recused and not gone:
            found.append(judge)
    return found


def counted(contest: Contest, book: Book, group: str, code: str) -> list[str]:
    """Arithmetic 2: expected judges whose ballot is stored."""
    return [judge for judge in expected(contest, book, group, code) if (judge, code) in book.ballots]


def trim(group: Data, values: dict[str, Fraction]) -> tuple[list[str], list[str], list[str]]:
    """Arithmetic 3: who is dropped as high, who as low, who is left. `values` stand in judges-file order."""
    left, high, low = list(values), [], []
    drop_high, drop_low = group.get("drop_high", 0), group.get("drop_low", 0)
    if len(left) >= group.get("trim_from", drop_high + drop_low + 1):
        for _ in range(drop_high):
            most = max(values[judge] for judge in left)  # among equals the later one is dropped first
            high.append([judge for judge in left if values[judge] == most][-1])
            left.remove(high[-1])
        for _ in range(drop_low):
            least = min(values[judge] for judge in left)
            low.append([judge for judge in left if values[judge] == least][-1])
            left.remove(low[-1])
    return [j for j in values if j in high], [j for j in values if j in low], left


def average(group: Data, numbers: list[Fraction]) -> Fraction:
    """Arithmetic 4: the mean, or the median; with an even number of them the mean of the middle two."""
    ordered, n = sorted(numbers), len(numbers)
    if group.get("average", "mean") == "mean":
        return sum(ordered, Fraction(0)) / n
    return ordered[n // 2] if n % 2 == 1 else (ordered[n // 2 - 1] + ordered[n // 2]) / 2


def group_result(contest: Contest, book: Book, group: Data, code: str) -> Data | None:
    """Arithmetic 3 and 4: a group's score, who was dropped, the criterion averages; None without a counted ballot."""
    judges = counted(contest, book, group["key"], code)
    if not judges:
        return None
    ballots = {judge: book.ballots[judge, code] for judge in judges}
    by_total = contest.setting("trim_at", "total") == "total"
    return (trimmed_by_total if by_total else trimmed_by_criterion)(contest, group, ballots)


def trimmed_by_total(contest: Contest, group: Data, ballots: dict[str, dict[str, str]]) -> Data:
    totals = {judge: ballot_total(contest, scores) for judge, scores in ballots.items()}
    high, low, left = trim(group, totals)
    keys = [criterion["key"] for criterion in contest.items("criterion")]
    averages = {key: average(group, [exact(ballots[judge][key]) for judge in left]) for key in keys}
    score = average(group, [totals[judge] for judge in left])
    return {"score": score, "counted": len(ballots), "dropped_high": high, "dropped_low": low, "averages": averages}


def trimmed_by_criterion(contest: Contest, group: Data, ballots: dict[str, dict[str, str]]) -> Data:
    score, highs, lows, averages = Fraction(0), {}, {}, {}
    for criterion in contest.items("criterion"):
        key = criterion["key"]
        values = {judge: exact(scores[key]) for judge, scores in ballots.items()}
        highs[key], lows[key], left = trim(group, values)
        averages[key] = average(group, [values[judge] for judge in left])
        score += weight_of(criterion) * averages[key] / exact(criterion["max"])
    return {"score": score, "counted": len(ballots), "dropped_high": highs, "dropped_low": lows, "averages": averages}


def over_groups(contest: Contest, book: Book, values: dict[str, Fraction]) -> Fraction | None:
    """Arithmetic 5: the weighted average over the groups that are not void; None if one with a weight has no value."""
    standing = [group for group in contest.items("group") if group["key"] not in book.void]
    weighted = [group for group in standing if exact(group["weight"]) > 0]
    if not weighted or any(group["key"] not in values for group in weighted):
        return None
    total = sum((exact(group["weight"]) for group in weighted), Fraction(0))
    return sum((exact(group["weight"]) * values[group["key"]] for group in weighted), Fraction(0)) / total


def group_results(contest: Contest, book: Book, code: str) -> dict[str, Data]:
    results = {group["key"]: group_result(contest, book, group, code) for group in contest.items("group")}
    return {key: result for key, result in results.items() if result is not None}


def live_score(contest: Contest, book: Book, code: str) -> Fraction | None:
    """Arithmetic 5: L."""
    results = group_results(contest, book, code)
    return over_groups(contest, book, {key: result["score"] for key, result in results.items()})


def untrimmed_live_score(contest: Contest, book: Book, code: str) -> Fraction | None:
    """Ranking, `untrimmed`: L computed with no trimming."""
    groups = [dict(group, drop_high=0, drop_low=0) for group in contest.items("group")]
    return live_score(Contest(dict(contest.plan, group=groups), contest.contestants, contest.judges), book, code)


def components(contest: Contest) -> list[Data]:
    """Plan, [[component]]: without any, the live score is the whole."""
    return contest.items("component") or [{"key": "live", "weight": "100"}]


def component_value(contest: Contest, book: Book, key: str, code: str) -> Fraction | None:
    """Arithmetic 6: V_live = L; the other values are brought in, or are the points of a raw value."""
    if key == "live":
        return live_score(contest, book, code)
    component = next((item for item in contest.items("component") if item["key"] == key), {})
    raw, rule = book.values.get((key, code)), component.get("rule", "points")
    if raw is None or rule == "points":
        return raw
    higher = component.get("better", "higher") == "higher"
    if rule == "target":
        return of_target(raw, exact(component["target"]), higher)
    if code in book.no_show | book.withdrawn:
        return None
    others = compared(contest, book, key, code)
    worst_gets = exact(component.get("floor", "0"))
    if rule == "rank":
        better = [other for other in others if (other > raw if higher else other < raw)]
        part = Fraction(len(others) - 1 - len(better), len(others) - 1) if len(others) > 1 else Fraction(1)
    else:
        low, high = min(others), max(others)
        part = Fraction(1) if low == high else ((raw - low) if higher else (high - raw)) / (high - low)
    return worst_gets + part * (100 - worst_gets)


def of_target(raw: Fraction, target: Fraction, higher: bool) -> Fraction:
    """Plan, [[component]], `target`: 100 where it is reached, else the share of it, never below 0."""
    if raw >= target if higher else raw <= target:
        return Fraction(100)
    return max(Fraction(0), 100 * (raw / target if higher else target / raw))


def compared(contest: Contest, book: Book, key: str, code: str) -> list[Fraction]:
    """Plan, [[component]]: the raw values of the entries on the same board that are neither no-show nor withdrawn."""
    category = {contestant["code"]: contestant["category"] for contestant in contest.contestants}
    split = contest.setting("board", "overall") == "category"
    present = [other for other in book.line_up if other not in book.no_show | book.withdrawn]
    mates = [other for other in present if not split or category[other] == category[code]]
    return [book.values[key, other] for other in mates if (key, other) in book.values]


def final_score(contest: Contest, book: Book, code: str) -> Fraction:
    """Arithmetic 6 and 7: C = sum of weight_k * V_k / 100, F = C + the adjustments, not clamped."""
    composite = Fraction(0)
    for component in components(contest):
        value = component_value(contest, book, component["key"], code)
        assert value is not None
        composite += exact(component["weight"]) * value / 100
    return composite + adjustments(book, code)


def adjustments(book: Book, code: str) -> Fraction:
    return sum((points for entry, points in book.adjustments if entry == code), Fraction(0))


def rounded(value: Fraction, decimals: int) -> Fraction:
    """Arithmetic 7: ties away from zero."""
    units = (abs(value) * 10**decimals + Fraction(1, 2)) // 1
    return Fraction(units if value >= 0 else -units, 10**decimals)


def published(value: Fraction, decimals: int) -> str:
    """Arithmetic 7: P as text, with all its decimals, never `-0.00`."""
    score = rounded(value, decimals)
    digits = str(abs(score) * 10**decimals).rjust(decimals + 1, "0")
    point = digits if decimals == 0 else digits[:-decimals] + "." + digits[-decimals:]
    return "-" + point if score < 0 else point


def is_complete(contest: Contest, book: Book, code: str) -> bool:
    """Arithmetic, "An entry is complete when …"."""
    for group in contest.items("group"):
        if group["key"] in book.void:
            continue
        stored = counted(contest, book, group["key"], code)
        if exact(group["weight"]) > 0 and len(stored) < group.get("quorum", 1):
            return False
        if contest.setting("missing", "wait") == "wait" and stored != expected(contest, book, group["key"], code):
            return False
    return all(component_value(contest, book, component["key"], code) is not None for component in components(contest))


def status_of(contest: Contest, book: Book, code: str) -> str:
    if code in book.withdrawn:
        return "withdrawn"
    if code in book.no_show:
        return "no_show"
    return "complete" if is_complete(contest, book, code) else "incomplete"
