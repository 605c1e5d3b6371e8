"""The sentences of the panel: what each state means, what happened to a ballot, times and places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from scoring.points import plain_decimal
from ui.panel.facts import Called, Criterion, Facts, Past, Stored
from ui.panel.kept import Kept
from ui.panel.scores import Fault
from ui.panel.state import Situation, State

translate = QCoreApplication.translate
PAPER = "paper"
"""The source of a ballot that the staff entered on a judge's behalf."""
Tone: TypeAlias = Literal["quiet", "live", "good", "bad", "busy"]
_TONES: dict[State, Tone] = {
    State.UNREACHED: "bad",
    State.REVOKED: "bad",
    State.LATE: "bad",
    State.UNSENT: "busy",
    State.CONFLICT: "bad",
    State.STORED: "good",
    State.OPEN: "live",
    State.EDITING: "live",
    State.RETURNED: "bad",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A state in words: the chip above the contestant, what happened, what is safe and what to do."""

    tone: Tone
    chip: str
    title: str
    text: str


def wording(now: Situation, facts: Facts | None, *, durable: bool = True) -> Wording:
    """The words of a situation; `durable` unless this device can keep nothing."""
    chip, title, text = _sentences(now, facts)
    if now.state is State.UNSENT:
        text = _about_sending(durable=durable)
    return Wording(_TONES.get(now.state, "quiet"), chip, title, text)


def _sentences(now: Situation, facts: Facts | None) -> tuple[str, str, str]:
    if facts is None or now.state in {State.CONNECTING, State.UNREACHED, State.REVOKED}:
        return _without_desk(now.state)
    name = facts.entry.name if facts.entry else ""
    match now.state:
        case State.STORED | State.UNSENT | State.CONFLICT | State.LATE:
            return _of_ballot(now, facts)
        case State.OPEN | State.EDITING | State.RETURNED:
            return _of_form(now.state, facts)
        case _:
            chip, title, text = _of_wait(now.state)
            return chip, title, text.format(name=name)


def _without_desk(state: State) -> tuple[str, str, str]:
    if state is State.REVOKED:
        text = translate(
            "Panel",
            "The desk no longer accepts it. Please ask the staff for a new link or join code. "
            "Everything kept on this device is still here.",
        )
        return translate("Panel", "Link ended"), translate("Panel", "This link is no longer valid"), text
    if state is State.UNREACHED:
        text = translate(
            "Panel",
            "Please check that this device is on the venue's network. This window keeps trying and goes on by itself.",
        )
        return translate("Panel", "Disconnected"), translate("Panel", "The desk is out of reach"), text
    chip, title = translate("Panel", "Connecting"), translate("Panel", "Connecting to the desk")
    return chip, title, translate("Panel", "One moment.")


def _of_wait(state: State) -> tuple[str, str, str]:
    match state:
        case State.WAITING:
            chip, title = translate("Panel", "Waiting"), translate("Panel", "Waiting for the next contestant")
            text = translate("Panel", "This window changes by itself when the next contestant comes on stage.")
        case State.CALLED:
            chip, title = translate("Panel", "On stage"), translate("Panel", "Scoring is not open yet")
            text = translate("Panel", "Please listen. The criteria appear here when scoring opens.")
        case State.NOT_OPEN:
            chip, title = translate("Panel", "Not open"), translate("Panel", "Scoring is not open")
            text = translate("Panel", "Nothing can be submitted now. The criteria appear here when scoring opens.")
        case _:
            return _of_end(state)
    return chip, title, text


def _of_end(state: State) -> tuple[str, str, str]:
    match state:
        case State.CLOSED:
            chip, title = translate("Panel", "Scoring closed"), translate("Panel", "Scoring is closed")
            text = translate(
                "Panel",
                "The desk has no ballot of yours for {name}. If you still need to send one, please tell the staff.",
            )
        case State.RECUSED:
            chip, title = translate("Panel", "Recused"), translate("Panel", "You are recused from this contestant")
            text = translate("Panel", "No scores from you count for {name}. Please wait for the next contestant.")
        case State.TAKEN:
            chip, title = translate("Panel", "Scored already"), translate("Panel", "This seat has scored already")
            text = translate(
                "Panel",
                "The person who sat here before has submitted a ballot for {name}, and it counts. "
                "If you are to score instead, please tell the staff.",
            )
        case State.ABSENT:
            chip, title = translate("Panel", "Absent"), translate("Panel", "You are marked absent or gone")
            text = translate(
                "Panel", "Nothing more to score in this round. If this is a mistake, please tell the staff."
            )
        case _:
            chip, title = translate("Panel", "Round over"), translate("Panel", "This round is over")
            text = translate("Panel", "The result is settled. Thank you for judging.")
    return chip, title, text


def _of_form(state: State, facts: Facts) -> tuple[str, str, str]:
    if state is State.RETURNED and facts.returned:
        title = translate("Panel", "Ballot returned: {reason}").format(reason=facts.returned.reason)
        text = translate(
            "Panel", "Returned at {time}. Please check and submit again; the earlier ballot no longer counts."
        )
        return translate("Panel", "Returned"), title, text.format(time=time_of_day(facts.returned.at))
    if state is State.EDITING:
        chip, title = translate("Panel", "Changing"), translate("Panel", "Changing the stored ballot")
        return chip, title, translate("Panel", "Until you submit, the stored ballot counts.")
    chip, title = translate("Panel", "Scoring"), translate("Panel", "Scoring is open")
    return chip, title, translate("Panel", "Please fill in every score and submit.")


def _of_ballot(now: Situation, facts: Facts) -> tuple[str, str, str]:
    if now.state is State.STORED and facts.ballot and facts.ballot.source == PAPER:
        return _of_paper(facts, facts.ballot)
    if now.state is State.STORED and facts.ballot:
        stored = translate("Panel", "Stored {time}").format(time=time_of_day(facts.ballot.stored_at))
        return stored, stored, translate("Panel", "The desk has received and saved your ballot.")
    if now.state is State.UNSENT:
        chip, title = translate("Panel", "Not delivered yet"), translate("Panel", "Submitting, not delivered yet")
        return chip, title, ""
    if now.state is State.CONFLICT:
        chip, title = translate("Panel", "Your decision"), translate("Panel", "The desk has another ballot of yours")
        text = translate(
            "Panel",
            "What you just sent differs from what is stored; nothing was overwritten. Choose which one counts.",
        )
        return chip, title, text
    chip, title = translate("Panel", "Not stored"), translate("Panel", "This ballot is not stored")
    text = translate("Panel", "It did not reach the desk while scoring was open. This panel still has it. {offer}")
    return chip, title, text.format(offer=offer_word(now.kept is not None and now.kept.offered))


def _of_paper(facts: Facts, ballot: Stored) -> tuple[str, str, str]:
    """What the staff entered is never shown as the judge's own."""
    if facts.had_before(ballot):
        chip = translate("Panel", "Corrected by staff {time}")
        title = translate("Panel", "Corrected by the staff from paper {time}")
        text = translate(
            "Panel",
            "The staff corrected your ballot; the earlier one no longer counts. "
            "If it is not what you scored, please tell them.",
        )
    else:
        chip = translate("Panel", "Entered by staff {time}")
        title = translate("Panel", "Entered by the staff from paper {time}")
        text = translate(
            "Panel",
            "The staff entered this ballot for you, and the desk has saved it. "
            "If it is not what you scored, please tell them.",
        )
    time = time_of_day(ballot.stored_at)
    return chip.format(time=time), title.format(time=time), text


def _about_sending(*, durable: bool) -> str:
    """What is true of a ballot that is on its way: it outlives this window only where it could be written down."""
    if durable:
        return translate(
            "Panel",
            "Your ballot is kept on this device and sent again until the desk confirms it. "
            "Please keep this window open.",
        )
    return translate(
        "Panel",
        "Your ballot is sent again until the desk confirms it. Until then it is in this window alone: do not close it.",
    )


def offer_word(made: bool) -> str:
    """Whether the organizer has been offered a ballot."""
    if made:
        return translate("Panel", "Passed to the staff, who decide whether it counts.")
    return translate("Panel", "Passing to the staff.")


def place_word(entry: Called) -> str:
    """Number and category of a contestant, as they stand above the name."""
    number = translate("Panel", "No. {number}").format(number=f"{entry.number:02}")
    return " · ".join(part for part in (number, entry.category) if part)


def contest_word(facts: Facts) -> str:
    """Contest and round."""
    return f"{facts.contest} · " + translate("Panel", "Round {round}").format(round=facts.round)


def range_word(criterion: Criterion, *, weighted: bool) -> str:
    """From where to where a criterion is scored; with its weight where points do not simply add up."""
    values = {key: plain_decimal(getattr(criterion, key)) for key in ("min", "max", "step")}
    said = "{min}–{max}" if values["step"] == "1" else translate("Panel", "{min}–{max}, by {step}")
    weight = translate("Panel", ", worth {weight}").format(weight=plain_decimal(criterion.weight)) if weighted else ""
    return said.format(**values) + weight


def fault_word(fault: Fault, criterion: Criterion) -> str:
    """Why a score cannot be sent."""
    said = {
        "blank": translate("Panel", "Please enter a score"),
        "number": translate("Panel", "Please enter a number, such as {max}"),
        "range": translate("Panel", "Must be between {min} and {max}"),
        "step": translate("Panel", "Must go in steps of {step} from {min}"),
    }[fault]
    return said.format(**{key: plain_decimal(getattr(criterion, key)) for key in ("min", "max", "step")})


def became_word(past: Past, facts: Facts) -> str:
    """What became of a ballot the desk has had."""
    if past.source != PAPER:
        said = translate("Panel", "Round {round}, stored {time}")
    elif facts.had_before(past):
        said = translate("Panel", "Round {round}, corrected by the staff from paper {time}")
    else:
        said = translate("Panel", "Round {round}, entered by the staff from paper {time}")
    ended = "" if past.current else translate("Panel", ", since returned or replaced")
    return said.format(round=past.round, time=time_of_day(past.stored_at)) + ended


def kept_word(kept: Kept) -> str:
    """What became of a ballot that only this device has."""
    if kept.fate == "unsent":
        return translate("Panel", "Not delivered yet")
    if kept.offered:
        return translate("Panel", "Not stored, passed to the staff")
    return translate("Panel", "Not stored, still on this panel")


def time_of_day(at: str) -> str:
    """A moment of the desk's clock as the time of day here."""
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S")
