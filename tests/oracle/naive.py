"""The rules of scoring, read a second time: slowly, plainly, and from the text of rules.md alone.

Plain data goes in and the dict of `standings --format json` comes out (all of it but `revision`). The only entrance a
test needs is `standings`. Docstrings name the section they follow. Nothing is cached and nothing is clever.

Each round is a list of events, in the order in which they happened. An event is a dict with a `kind`:

    ballot       judge, contestant, scores {criterion: "1.5"}: stored; an earlier one of the pair is replaced
    return       judge, contestant: the stored ballot goes back to its judge
    judge-absent judge          judge-left judge          recuse judge, contestant
    no-show      contestant     withdraw   contestant     add    contestant
    adjust       contestant, points "-0.5"                component  key, values {contestant: "80"}
    group-void   group          start-order seed          draw   seed, entries [codes]
    undo         record: the index of an earlier mark in the same list
    close-round                 next-round codes [codes]

What stands after `next-round` in the list of a round is a later correction of that round.
"""

from __future__ import annotations

import re
from fractions import Fraction

from .boards import boards_of, is_final, returning, status
from .events import MARKS, Book, Contest, Data, Refused, Rounds, exact, fold, undone


def standings(
    plan: Data, contestants: list[Data], judges: list[Data], rounds: Rounds, number: int | None = None
) -> Data:
    """`standings --format json` without `revision`, of the given round (by default the last one), after all events."""
    contest = Contest(plan, contestants, judges)
    check(contest, rounds)
    number = number or len(rounds)
    book = book_of(contest, rounds, number)
    boards = boards_of(contest, book)
    before = [returning(boards_of(contest, book_of(contest, rounds, earlier))) for earlier in range(1, number)]
    for board in boards:
        for row in board["rows"]:
            row["returned_before"] = consecutive(before, row["code"])
    title, closed = plan["contest"]["title"], book.closed
    return {"contest": title, "round": number, "status": status(is_final(boards)), "closed": closed, "boards": boards}


def consecutive(before: list[set[str]], code: str) -> int:
    """Next round: in how many consecutive rounds just before this one the contestant was flagged."""
    times = 0
    for flagged in reversed(before):
        if code not in flagged:
            break
        times += 1
    return times


def line_up_at_start(contest: Contest, rounds: Rounds, number: int) -> list[str]:
    """Next round: those that return in line-up order, then the codes given. Round 1: the roster in its order."""
    if number == 1:
        return [contestant["code"] for contestant in contest.contestants]
    before = rounds[number - 2]
    index = [event["kind"] for event in before].index("next-round")
    # "A later correction never changes a line-up that exists": only what had happened by then is looked at.
    book = fold(line_up_at_start(contest, rounds, number - 1), before[:index])
    flagged = returning(boards_of(contest, book))
    return [code for code in book.line_up if code in flagged] + list(before[index]["codes"])


def book_of(contest: Contest, rounds: Rounds, number: int) -> Book:
    """What stands in a round after all its events."""
    return fold(line_up_at_start(contest, rounds, number), rounds[number - 1])


# What can have happened at all: a test that makes up its events finds here that one of them is wrong.


def check(contest: Contest, rounds: Rounds) -> None:
    """Raise Refused for an event that could not have happened when it is said to have happened."""
    for number, events in enumerate(rounds, start=1):
        nexts = [event["kind"] for event in events].count("next-round")
        demand(nexts == (1 if number < len(rounds) else 0), "every round but the last has exactly one next-round")
    for number, events in enumerate(rounds, start=1):
        start = line_up_at_start(contest, rounds, number)
        demand(len(start) == len(set(start)), "a code already in is refused")
        for index, event in enumerate(events):
            check_event(contest, fold(start, events[:index]), event, events[:index])


def demand(holds: bool, fault: str) -> None:
    if not holds:
        raise Refused(fault)


def check_event(contest: Contest, book: Book, event: Data, before: list[Data]) -> None:
    kind, roster = event["kind"], [contestant["code"] for contestant in contest.contestants]
    if "judge" in event:
        demand(event["judge"] in [judge["code"] for judge in contest.judges], "no such judge")
    if kind == "add":
        demand(event["contestant"] in roster and event["contestant"] not in book.line_up, "cannot be added")
    else:
        for code in [event.get("contestant"), *event.get("entries", []), *event.get("values", {})]:
            demand(code is None or code in book.line_up, f"{code} is not in the line-up")
    match kind:
        case "ballot":
            check_ballot(contest, event["scores"])
        case "return":
            demand((event["judge"], event["contestant"]) in book.ballots, "no ballot is stored")
        case "adjust":
            demand(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", event["points"]) is not None, "points are a decimal")
        case "component":
            brought_in = {item["key"]: item for item in contest.items("component") if item["key"] != "live"}
            demand(event["key"] in brought_in, "no such component")
            if brought_in[event["key"]].get("rule", "points") == "points":
                demand(all(0 <= decimal(value) <= 100 for value in event["values"].values()), "a value is 0-100")
        case "group-void":
            demand(event["group"] in [group["key"] for group in contest.items("group")], "no such group")
        case "draw":
            demand(len(event["entries"]) == len(set(event["entries"])) > 1, "a draw needs different entries")
        case "undo":
            record = event["record"]
            demand(0 <= record < len(before) and before[record]["kind"] in MARKS, "this is not a mark")
            demand(record not in undone(before), "it was undone")
        case "close-round":
            demand(is_final(boards_of(contest, book)), "only a final round can be closed")
        case "next-round":
            demand(book.closed, "the next round needs a closed round")
            demand(set(event["codes"]) <= set(roster), "no such contestant")


def decimal(text: str) -> Fraction:
    demand(re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) is not None, "a score is digits[.digits]")
    return exact(text)


def check_ballot(contest: Contest, scores: dict[str, str]) -> None:
    """Arithmetic 1: stored whole or not at all; min <= score <= max, score - min is a multiple of the step."""
    demand(list(scores) != [] and set(scores) == {c["key"] for c in contest.items("criterion")}, "every criterion once")
    for criterion in contest.items("criterion"):
        score, low = decimal(scores[criterion["key"]]), exact(criterion.get("min", "0"))
        demand(low <= score <= exact(criterion["max"]), "out of range")
        demand((score - low) % exact(contest.setting("step", "1")) == 0, "off the step")


# AMBIGUITIES: where the text leaves room, and what is read here.
#
# Settled beforehand:
#  1. `tie_break` of a row: the last tie-break, in order, at which the row was told apart from any row of equal score.
#  2. Withdrawn beats no-show when both are marked.
#  3. `judge-left` is dynamic: recused wherever no ballot of theirs is stored now, also after a later return of it.
#  4. A void group is shown in `groups`, is a missing value for `group:KEY`, and is left out of `criterion:KEY`,
#     `untrimmed` and L.
#  5. `components.live` appears whenever L can be computed, whatever the state of the row; others when they have one.
#  6. `returned_before` follows the flags as they are now, the line-up those at the time of `next-round`.
#  7. Undone marks are as if they had never been made; a closed round that is touched is no longer closed.
#
# Read here:
#  8. A draw for the start order makes a new line-up order (of those in it by then, later ones go to the end). It moves
#     rows without a rank, rows of equal rank, and those that return into the next round; never a rank or a return.
#  9. Rows of equal rank stand in line-up order, and so do the codes of a set in `needs_draw`; sets best rank first.
# 10. An undo is a mark and can be undone; then the first mark stands again. A mark that is undone is not undone twice.
# 11. A repeated mark is one of its own: when the first is undone the second stands. It reopens a closed round, too.
# 12. Close, correct, undo the correction: the round stays open, for the undo is itself a correction.
# 13. When no group with a weight is left (all void), L has no value and the entries are incomplete.
# 14. A plan without `live` may have groups: then they are asked for completeness ("every group"), shown in `groups`
#     and good for tie-breaks, but `components` has no `live`.
# 15. A group without weight needs no quorum; `wait` waits for its expected ballots all the same ("every expected
#     ballot of groups that are not void"). A component without weight needs a value ("every component").
# 16. `component:live` without any [[component]] is L.
# 17. `criterion:KEY` and `untrimmed` are missing values when a group with a weight, not void, has no counted ballot, or
#     none is left. `group:KEY` of a group without weight is its score.
# 18. `untrimmed` keeps each group's average and `trim_at` (median by criterion or by total) and drops nobody.
# 19. A cut within rank 1: none of them returns, no draw is asked for, and nobody else takes the place. No-shows return
#     on top of `count`.
# 20. A draw on returns never changes ranks or `tie_break`. A draw is a draw of its set: nothing says what it was for.
# 21. A set may be drawn again, the latest counts; a draw for a set that is not tied is recorded and does nothing, until
#     exactly that set is tied.
# 22. Grades stand on provisional boards as well, with n the entries ranked so far; `min` looks at P, also when ranks
#     are `exact`.
# 23. Adjustments, components and groups are shown in every row, also of no-shows and the withdrawn.
# 24. An `add` undone takes the entry out; what was recorded for it is kept, unseen, and is back if it is added again.
# 25. A ballot of a judge who is absent, recused or gone, or for a no-show, is stored here, and counts as soon as the
#     judge is expected (that of a judge who left: at once). Whether it is accepted at all is the desk's business.
# 26. Flags ask for a final board, not for a closed round.
# 27. A group is void for the round, not for the contest; so is an absence.
# 28. Marks name entries of the line-up; a component file that names anybody else is refused as a whole.
# 29. What is compared by `minmax` and `rank` are the entries of the same board that take part now; a no-show or
#     withdrawn entry has no points of these rules, but those of `target`, which compares nobody.
