"""What follows from the desk's answers for what this device keeps; the rules are those of the web panel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ui.panel.facts import Facts
from ui.panel.kept import Draft, Kept, new_draft
from ui.panel.shelf import Shelf


def reconcile(shelf: Shelf, facts: Facts, asked: float) -> None:
    """Bring what is kept in step with an answer of the desk that was asked for at `asked`."""
    known = {past.ballot_id: past.stored_at for past in facts.history}
    if facts.ballot:
        known[facts.ballot.ballot_id] = facts.ballot.stored_at
    for kept in shelf.ballots():
        _compare(shelf, kept, known.get(kept.ballot_id), asked)
    _resolve_conflicts(shelf, facts)
    _prune(shelf, facts)


def _compare(shelf: Shelf, kept: Kept, stored_at: str | None, asked: float) -> None:
    if stored_at is not None and (kept.fate != "stored" or kept.lost):
        shelf.save_ballot(replace(kept, fate="stored", stored_at=stored_at, received=asked, lost=False))
    elif stored_at is None and kept.fate == "stored" and not kept.lost and asked > kept.received:
        shelf.save_ballot(replace(kept, lost=True))


def _resolve_conflicts(shelf: Shelf, facts: Facts) -> None:
    """A conflict can be decided only while that entry is open; after that the organizer decides."""
    for kept in shelf.ballots():
        if kept.fate != "conflict":
            continue
        if not facts.is_open_for(kept.round, kept.entry):
            shelf.save_ballot(replace(kept, fate="refused", error="not_open"))
        elif facts.returned:
            back_to_draft(shelf, facts, kept)


def back_to_draft(shelf: Shelf, facts: Facts, kept: Kept) -> None:
    """Give the numbers of a ballot that was never stored back to the judge as a draft for the same contestant."""
    if facts.is_open_for(kept.round, kept.entry):
        shelf.save_draft(new_draft(facts, kept.scores, kept.replaces))
    shelf.drop_ballot(kept.ballot_id)


def _prune(shelf: Shelf, facts: Facts) -> None:
    """Acknowledged ballots are kept until their round is closed; others until the organizer has been offered them."""

    def over(round_: int) -> bool:
        return round_ < facts.round or (facts.round_closed and round_ == facts.round)

    for kept in shelf.ballots():
        safe = kept.fate == "stored" and not kept.lost
        told = kept.offered and (kept.seen or kept.round < facts.round)
        if over(kept.round) and (safe or told):
            shelf.drop_ballot(kept.ballot_id)
    for draft in shelf.drafts():
        if over(draft.round):
            shelf.drop_draft(draft.round, draft.entry, draft.version)


def adopt(shelf: Shelf, facts: Facts) -> None:
    """Take over what the same judge left unsent under an earlier link: the organizer decides about it, never a PUT."""
    for other in shelf.earlier(facts):
        for kept in other.ballots():
            if kept.fate != "stored":
                shelf.save_ballot(replace(kept, fate="refused", error="old_link", offered=False, seen=False))
                other.drop_ballot(kept.ballot_id)


def missing(shelf: Shelf) -> list[Kept]:
    """Ballots the desk lacks or refused as late, the newest of each appearance: what the organizer is offered."""
    ballots = shelf.ballots()
    return [kept for kept in ballots if kept.lacks and not any(_supersedes(other, kept) for other in ballots)]


def _supersedes(other: Kept, kept: Kept) -> bool:
    same = (other.round, other.entry) == (kept.round, kept.entry)
    return same and other.made_at > kept.made_at and other.fate != "refused"


def turned_down(shelf: Shelf) -> list[Kept]:
    """Refusals that are told to the judge but not offered to the organizer."""
    return [kept for kept in shelf.ballots() if kept.fate == "refused" and not kept.lacks and not kept.seen]


def beginning(shelf: Shelf, facts: Facts) -> Mapping[str, str]:
    """Scores to begin with: what this judge last typed or sent for the same appearance, else nothing.

    Scores of other criteria than those of today are nothing to begin with: the rules were changed since.
    """
    scores = _last_scores(shelf, facts)
    return scores if set(scores) == {criterion.key for criterion in facts.criteria} else {}


def _last_scores(shelf: Shelf, facts: Facts) -> Mapping[str, str]:
    assert facts.entry is not None
    here, version = (facts.round, facts.entry.code), facts.entry.version
    drafts = [each for each in shelf.drafts() if (each.round, each.entry) == here and each.version < version]
    if drafts:
        return max(drafts, key=lambda draft: draft.version).scores
    own = [each for each in shelf.ballots() if (each.round, each.entry) == here and each.fate != "conflict"]
    if own:
        return own[-1].scores
    sent = [past for past in facts.history if (past.round, past.entry) == here]
    return max(sent, key=lambda past: past.stored_at).scores if sent else {}


def forgotten(shelf: Shelf, facts: Facts) -> list[Draft]:
    """Drafts for other entries of this round that were typed but never handed in."""
    done = {(past.round, past.entry) for past in facts.history if past.current}
    done |= {(kept.round, kept.entry) for kept in shelf.ballots()}
    drafts = [each for each in shelf.drafts() if each.round == facts.round and any(each.scores.values())]
    return [each for each in drafts if (each.round, each.entry) not in done and not _is_here(each, facts)]


def _is_here(draft: Draft, facts: Facts) -> bool:
    entry = facts.entry
    return entry is not None and entry.code == draft.entry and (facts.open or draft.version == entry.version)
