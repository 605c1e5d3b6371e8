"""What happens in a made-up contest, event by event; only what the rules allow at that moment."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from .arithmetic import expected
from .boards import boards_of, is_final, returning
from .events import MARKS, Book, Contest, Data, Rounds, fold, undone
from .naive import line_up_at_start

POINTS = ["0.005", "-0.005", "0.0049", "-0.0049", "0.5", "-0.5", "1", "-1", "0.045", "-100.125", "-250"]
RAW = ["-3.5", "0", "0.00", "7", "7.0", "7.25", "12", "-0.125", "100000.5", "0.001"]
VALUES = ["0", "100", "80", "80.005", "92.345", "92.355", "92.3549", "0.05", "66.65", "99.995"]
SEEDS = ["7391", "二〇二三", " seed with spaces ", "0", "a:b"]
REPEATED = ("judge-absent", "recuse", "no-show", "withdraw")


def decimal_text(value: Fraction) -> str:
    """A score as it is typed: `digits[.digits]`, at most two decimals, none for nothing."""
    whole, hundredths = divmod(int(value * 100), 100)
    return f"{whole}.{hundredths:02}".rstrip("0").rstrip(".")


class Story:
    """Tells the rounds of a contest; `draw` is that of the strategy, `rounds` what was told so far."""

    def __init__(self, draw: st.DrawFn, plan: Data, contestants: list[Data], judges: list[Data], daring: bool) -> None:
        self.draw, self.daring = draw, daring
        self.contest = Contest(plan, contestants, judges)
        self.codes = [contestant["code"] for contestant in contestants]
        self.judges = [judge["code"] for judge in judges]
        self.brought_in = [item["key"] for item in self.contest.items("component") if item["key"] != "live"]
        self.gaps = draw(st.sampled_from([0, 0, 0, 0, 0, 1, 6]))
        self.pool = [self.scores() for _ in range(draw(st.integers(1, 4)))] if self.contest.items("criterion") else []
        self.rounds: Rounds = []
        self.start: list[str] = []
        self.read: tuple[str, list[Data]] = ("", [])

    # Small helpers

    def one(self, values: list[Any]) -> Any:
        return self.draw(st.sampled_from(values))

    def chance(self, one_in: int) -> bool:
        return bool(self.draw(st.integers(0, one_in - 1)) == one_in - 1)

    def book(self) -> Book:
        """What stands in the latest round; its line-up at the start stays as it was, whatever is corrected later."""
        return fold(self.start, self.rounds[-1])

    def boards(self) -> list[Data]:
        """The boards of the latest round, worked out once for what was told of it so far."""
        told = repr((self.start, self.rounds[-1]))
        if self.read[0] != told:
            self.read = told, boards_of(self.contest, self.book())
        return self.read[1]

    def add(self, kind: str, **details: Any) -> None:
        self.rounds[-1].append({"kind": kind, **details})

    def scores(self) -> dict[str, str]:
        """A ballot near the top of every range, so that equal ones abound."""
        step, scores = Fraction(self.contest.setting("step", "1")), {}
        for criterion in self.contest.items("criterion"):
            low, top = Fraction(criterion.get("min", "0")), Fraction(criterion["max"])
            below = self.draw(st.integers(0, min(4, int((top - low) / step))))
            scores[criterion["key"]] = decimal_text(top - below * step)
        return scores

    # A round

    def tell(self) -> None:
        self.tell_round()
        while len(self.rounds) < 3 and self.book().closed and self.go_on():
            self.tell_round()
        if len(self.rounds) > 1 and self.chance(3):
            self.undo_in(self.one(self.rounds[:-1]))

    def tell_round(self) -> None:
        self.rounds.append([])
        self.start = line_up_at_start(self.contest, self.rounds, len(self.rounds))
        self.prepare()
        self.vote()
        self.bring_in()
        for _ in range(self.draw(st.integers(0, 5))):
            self.happening()
        self.draw_lots()
        if self.chance(3):
            self.happening()
            self.draw_lots()
        self.close()

    def go_on(self) -> bool:
        """The next round, unless nobody would be in it."""
        returned = returning(self.boards())
        more = self.draw(st.lists(st.sampled_from(self.codes), unique=True))
        codes = [code for code in more if code not in returned]
        if (not codes and not returned) or self.chance(6):
            return False
        self.add("next-round", codes=codes)
        return True

    def prepare(self) -> None:
        book = self.book()
        if self.chance(3):
            self.add("start-order", seed=self.one(SEEDS))
        for judge in self.judges:
            if self.chance(12):
                self.add("judge-absent", judge=judge)
            elif self.chance(8):
                self.add("recuse", judge=judge, contestant=self.one(book.line_up))
        staffed = {judge["group"] for judge in self.contest.judges}
        for group in self.contest.items("group"):
            if (group["key"] not in staffed and not self.chance(4)) or self.chance(12):
                self.void(group["key"])

    def void(self, key: str) -> None:
        """Group-void, but never of the last group that has a weight: what that would mean the rules do not say."""
        void = self.book().void
        others = [group for group in self.contest.items("group") if group["key"] not in void | {key}]
        if key not in void and any(Fraction(group["weight"]) > 0 for group in others):
            self.add("group-void", group=key)

    def may_vote(self, book: Book, judge: str, code: str) -> bool:
        group = next(item["group"] for item in self.contest.judges if item["code"] == judge)
        on_stage = code not in book.no_show | book.withdrawn
        return on_stage and judge not in book.left and judge in expected(self.contest, book, group, code)

    def vote(self) -> None:
        """Ballots from a small pool; a contestant often gets the very ballots of an earlier one."""
        book, given = self.book(), list[list[dict[str, str]]]()
        for place, code in enumerate(book.line_up):
            twin = self.draw(st.integers(0, 2 * place))
            given.append(self.like(given[twin]) if twin < place else [self.one(self.pool) for _ in self.judges])
            for judge, scores in zip(self.judges, given[-1], strict=True):
                if self.may_vote(book, judge, code) and not (self.gaps and self.chance(60 // self.gaps)):
                    self.add("ballot", judge=judge, contestant=code, scores=scores)

    def like(self, ballots: list[dict[str, str]]) -> list[dict[str, str]]:
        """The same ballots, or the same from other judges, or all the same but one."""
        match self.draw(st.integers(0, 2)):
            case 1:
                return self.draw(st.permutations(ballots))
            case 2:
                return [*ballots[:-1], *(self.one(self.pool) for _ in ballots[-1:])]
        return ballots

    def values_of(self, key: str) -> list[str]:
        """What may be brought in: points, or raw values where a rule turns them into points."""
        component = next(item for item in self.contest.items("component") if item["key"] == key)
        return VALUES if component.get("rule", "points") == "points" else RAW

    def bring_in(self) -> None:
        for key in self.brought_in:
            values = self.draw(st.lists(st.sampled_from(self.values_of(key)), min_size=1, max_size=3))
            codes = self.book().line_up
            self.add("component", key=key, values={code: self.one(values) for code in codes if not self.chance(30)})
            if not self.rounds[-1][-1]["values"]:
                self.rounds[-1].pop()

    def draw_lots(self) -> None:
        """Draws for what waits for one; first the tie-breaks, and then, perhaps, the returns."""
        for _ in range(2):
            for equals in [codes for board in self.boards() for codes in board["needs_draw"]]:
                if not self.chance(3):
                    self.add("draw", seed=self.one(SEEDS), entries=self.draw(st.permutations(equals)))
        if self.daring and self.chance(2):
            self.draw_again()

    def draw_again(self) -> None:
        book = self.book()
        drawn = [entries for entries in book.draws if set(entries) <= set(book.line_up)]
        if drawn:
            self.add("draw", seed=self.one(SEEDS), entries=self.one(drawn))

    def close(self) -> None:
        if not is_final(self.boards()) or self.chance(8):
            return
        self.add("close-round")
        if self.chance(4):
            self.correct()
        if self.daring and self.chance(6):
            self.repeat()
        if not self.book().closed and is_final(self.boards()) and self.chance(2):
            self.add("close-round")

    # What may happen at any time

    def happening(self) -> None:
        kinds = [self.correct, self.correct, self.leave, self.lose, self.join, self.ballot_again, self.repeat]
        self.one(kinds + [self.reorder] * self.daring)()

    def correct(self) -> None:
        code = self.one(self.book().line_up)
        match self.one(["adjust", "adjust", "undo", "component"]):
            case "adjust":
                self.add("adjust", contestant=code, points=self.one(POINTS))
            case "undo":
                self.undo_in(self.rounds[-1])
            case "component" if self.brought_in:
                key = self.one(self.brought_in)
                self.add("component", key=key, values={code: self.one(self.values_of(key))})

    def leave(self) -> None:
        """A judge goes, is kept out, or a whole group is void."""
        book = self.book()
        if not self.judges:
            return
        judge, code = self.one(self.judges), self.one(book.line_up)
        match self.one(["judge-absent", "judge-left", "judge-left", "recuse", "group-void"]):
            case "judge-absent" if judge not in book.absent:
                self.add("judge-absent", judge=judge)
            case "judge-left" if judge not in book.left | book.absent:
                self.add("judge-left", judge=judge)
            case "recuse" if (judge, code) not in book.recused:
                self.add("recuse", judge=judge, contestant=code)
            case "group-void":
                self.void(self.one([group["key"] for group in self.contest.items("group")]))

    def lose(self) -> None:
        """No-show or withdrawn; now and then both."""
        book = self.book()
        kind, code = self.one(["no-show", "no-show", "withdraw"]), self.one(book.line_up)
        if code not in (book.no_show if kind == "no-show" else book.withdrawn):
            self.add(kind, contestant=code)

    def join(self) -> None:
        absent = [code for code in self.codes if code not in self.book().line_up]
        if absent:
            self.add("add", contestant=self.one(absent))
            self.vote_for(self.rounds[-1][-1]["contestant"])

    def vote_for(self, code: str) -> None:
        book = self.book()
        for judge in [judge for judge in self.judges if self.may_vote(book, judge, code)]:
            self.add("ballot", judge=judge, contestant=code, scores=self.one(self.pool))

    def ballot_again(self) -> None:
        """A stored ballot is returned or replaced."""
        book = self.book()
        there = set(book.line_up) - book.no_show - book.withdrawn
        stored = [pair for pair in book.ballots if pair[1] in there]
        stored = [pair for pair in stored if pair[0] not in book.absent and pair not in book.recused]
        if not stored:
            return
        judge, code = self.one(stored)
        sent_again = self.chance(3) or self.draw(st.booleans())
        if self.draw(st.booleans()):
            self.add("return", judge=judge, contestant=code)
            sent_again = sent_again and judge not in book.left
        if sent_again:
            self.add("ballot", judge=judge, contestant=code, scores=self.one(self.pool))

    def repeat(self) -> None:
        """Repeating an absence, recusal, no-show or withdrawal changes nothing and is no error."""
        events, gone, book = self.rounds[-1], undone(self.rounds[-1]), self.book()
        marks = [event for index, event in enumerate(events) if event["kind"] in REPEATED and index not in gone]
        marks = [event for event in marks if event.get("contestant") in [None, *book.line_up]]
        if marks and (self.daring or not book.closed):
            events.append(dict(self.one(marks)))

    def reorder(self) -> None:
        self.add("start-order", seed=self.one(SEEDS))

    def undo_in(self, events: list[Data]) -> None:
        found = [index for index in range(len(events)) if self.can_undo(events, index)]
        if found:
            events.append({"kind": "undo", "record": self.one(found)})

    def can_undo(self, events: list[Data], index: int) -> bool:
        event, gone = events[index], undone(events)
        if event["kind"] not in MARKS or index in gone:
            return False
        same = [other for other, twin in enumerate(events) if twin == event and other not in gone]
        unclear = event["kind"] == "undo" or (event["kind"] in REPEATED and len(same) > 1)
        if event["kind"] == "add":
            unclear = any(mentions(later, event["contestant"]) for later in events[index + 1 :])
        return self.daring or not unclear


def mentions(event: Data, code: str) -> bool:
    return code in [event.get("contestant"), *event.get("entries", []), *event.get("values", {})]
