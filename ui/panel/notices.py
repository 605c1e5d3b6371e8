"""What the judge has to be told besides the state: ballots that did not arrive as they should, numbers never sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ui.panel.facts import Facts
from ui.panel.kept import Draft, Kept
from ui.panel.ledger import forgotten, missing, turned_down
from ui.panel.session import Session
from ui.panel.shelf import Shelf
from ui.panel.state import Situation, State
from ui.panel.words import Tone, offer_word, translate


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell; `seen` puts it away, where it may be."""

    tone: Tone
    text: str
    seen: Callable[[], None] | None = None


def notices(session: Session, now: Situation) -> list[Notice]:
    """All there is to tell now."""
    if now.state is State.REVOKED:
        return list(_revoked(session))
    facts = session.facts
    if facts is None or now.state in {State.CONNECTING, State.UNREACHED}:
        return []
    return [*_of_link(session, now), *_of_ballots(session.shelf, facts, now), *_of_drafts(session, facts, now)]


def _revoked(session: Session) -> Iterator[Notice]:
    if session.unsent() and session.shelf.durable:
        text = translate(
            "Panel",
            "A ballot is not delivered yet and is kept on this device. "
            "Open your new link on this same device, and it will be passed to the staff.",
        )
        yield Notice("bad", text)
    elif session.unsent():
        text = translate(
            "Panel",
            "A ballot is not delivered yet, and this device cannot keep it. Please give the staff its scores on paper.",
        )
        yield Notice("bad", text)


def _of_link(session: Session, now: Situation) -> Iterator[Notice]:
    if session.unable:
        yield Notice("bad", _unable(durable=session.shelf.durable))
    elif session.reachable is False:
        yield Notice("bad", _offline(now.state is State.UNSENT, durable=session.shelf.durable))
    if session.facts and session.facts.devices > 1:
        many = session.facts.devices
        text = translate(
            "Panel", "This seat is open on %n devices. If you know of one only, please tell the staff.", "", many
        )
        yield Notice("bad", text)
    if not session.shelf.durable:
        text = translate(
            "Panel",
            "Nothing can be kept on this device: its folder cannot be written. "
            "Do not close this window before it says 'Stored'.",
        )
        yield Notice("bad", text)
    for kept in session.unsent():
        if kept != now.kept:
            text = translate(
                "Panel", "The ballot for {name} is not delivered yet. This panel still has it and is sending it."
            )
            yield Notice("busy", text.format(name=kept.name))


def _unable(*, durable: bool) -> str:
    if durable:
        return translate(
            "Panel",
            "The desk answers but cannot store anything now; please tell the staff. Your ballot is kept on this device "
            "and sent until the desk has stored it, once and only once.",
        )
    return translate(
        "Panel",
        "The desk answers but cannot store anything now; please tell the staff. "
        "Your ballot is sent until the desk has stored it, as long as this window stays open.",
    )


def _offline(unsent: bool, *, durable: bool) -> str:
    if not durable:
        return translate(
            "Panel",
            "The desk is out of reach. "
            "What you submit is sent when the desk is back, as long as this window stays open.",
        )
    if unsent:
        return translate(
            "Panel",
            "The desk is out of reach. Your ballot is kept on this device and sent when the desk is back, "
            "once and only once.",
        )
    return translate(
        "Panel",
        "The desk is out of reach. Your scores are kept on this device; go on and submit as usual, "
        "they are sent when the desk is back.",
    )


def _of_ballots(shelf: Shelf, facts: Facts, now: Situation) -> Iterator[Notice]:
    waiting = [kept for kept in missing(shelf) if kept != now.kept]
    again = [kept for kept in waiting if facts.is_open_for(kept.round, kept.entry) and not facts.ballot]
    for kept in again:
        text = translate(
            "Panel",
            "Your ballot for {name} is not stored at the desk, and scoring is open. "
            "Please check the scores below and submit once more.",
        )
        yield Notice("bad", text.format(name=kept.name))
    rest = [kept for kept in waiting if kept not in again and not kept.seen]
    yield from _lost(shelf, [kept for kept in rest if kept.fate == "stored"])
    for kept in (kept for kept in rest if kept.fate == "refused"):
        yield _offer_notice(shelf, [kept], _late(kept).format(name=kept.name))
    for kept in turned_down(shelf):
        yield Notice("bad", _down(kept), partial(_mark_seen, shelf, [kept]))


def _lost(shelf: Shelf, lost: Sequence[Kept]) -> Iterator[Notice]:
    if lost:
        text = translate(
            "Panel",
            "The desk lacks {count} of your stored ballots ({names}); a backup may have been restored. "
            "This device has copies.",
        )
        names = translate("Panel", ", ").join(kept.name for kept in lost)
        yield _offer_notice(shelf, lost, text.format(count=len(lost), names=names))


def _offer_notice(shelf: Shelf, ballots: Sequence[Kept], text: str) -> Notice:
    made = all(kept.offered for kept in ballots)
    return Notice("bad", f"{text} {offer_word(made)}", partial(_mark_seen, shelf, ballots) if made else None)


def _mark_seen(shelf: Shelf, ballots: Sequence[Kept]) -> None:
    for kept in ballots:
        shelf.save_ballot(replace(kept, seen=True))


def _late(kept: Kept) -> str:
    match kept.error:
        case "stale":
            return translate(
                "Panel",
                "The ballot for {name} was not accepted: the desk had moved on to another contestant. "
                "This panel still has it.",
            )
        case "not_found" | "unknown":
            return translate(
                "Panel",
                "The ballot for {name} was not accepted: this contestant is no longer in the round. "
                "This panel still has it.",
            )
        case "old_link":
            return translate(
                "Panel", "The ballot for {name} was not delivered over the old link. This panel still has it."
            )
        case _:
            return translate(
                "Panel",
                "The ballot for {name} was not accepted: scoring had closed when it arrived. This panel still has it.",
            )


def _down(kept: Kept) -> str:
    match kept.error:
        case "recused":
            text = translate("Panel", "The ballot for {name} was not accepted: you are recused.")
        case "final":
            text = translate(
                "Panel",
                "The ballot for {name} was not accepted: the desk has one of yours, and none may be sent again.",
            )
        case _:
            text = translate("Panel", "The ballot for {name} was not accepted. {message}")
    return text.format(name=kept.name, message=kept.message)


def _of_drafts(session: Session, facts: Facts, now: Situation) -> Iterator[Notice]:
    draft = session.draft()
    if now.state is State.STORED and draft and facts.ballot and draft.replaces == facts.ballot.ballot_id:
        text = translate("Panel", "Your changes were not submitted before scoring closed. The stored ballot counts.")
        yield Notice("bad", text, partial(_drop, session.shelf, draft))
    for each in forgotten(session.shelf, facts):
        text = translate(
            "Panel",
            "The scores you typed for {name} were not submitted. If they still should be, please tell the staff.",
        )
        yield Notice("bad", text.format(name=each.name), partial(_drop, session.shelf, each))


def _drop(shelf: Shelf, draft: Draft) -> None:
    shelf.drop_draft(draft.round, draft.entry, draft.version)
