// The ballots this device made and what became of each. A ballot is `unsent` until the desk has said what it did with it,
// then `stored` (a receipt), `conflict` (another one is stored, the judge decides) or `refused`.

import { newId } from "./store.js";

const LATE = ["not_open", "stale", "closed", "late", "old_link", "not_found", "unknown"];

/** A ballot for what is on the panel now; `replaces` is the stored ballot the judge saw, or null. */
export function makeBallot(panel, scores, replaces) {
  return {
    ballot_id: newId(), entry: panel.entry.code, name: panel.entry.name, number: panel.entry.number,
    round: panel.round, version: panel.entry.version, scores, replaces, made_at: new Date().toISOString(),
    state: "unsent", stored_at: null, received: 0, error: "", message: "", stored: null, offered: null, seen: false,
  };
}

/** The body of the PUT of a ballot. */
export function bodyOf(ballot) {
  const body = { ballot_id: ballot.ballot_id, version: ballot.version, scores: ballot.scores };
  if (ballot.replaces) body.replaces = ballot.replaces;
  return body;
}

/** The ballot after the desk's answer to it, or null where the answer settles nothing and it must be sent again. */
export function settled(ballot, status, body, now) {
  if (status === 200 || status === 201) {
    if (body.ballot_id !== ballot.ballot_id || !body.stored_at) return null;
    return { ...ballot, state: "stored", stored_at: body.stored_at, received: now, current: body.current !== false };
  }
  if (status < 400 || status >= 500 || status === 429 || typeof body.error !== "string") return null;
  if (body.error === "changed" && body.fields && body.fields.stored) {
    return { ...ballot, state: "conflict", stored: body.fields.stored };
  }
  const error = status === 404 ? "not_found" : body.error;
  return { ...ballot, state: "refused", error, message: String(body.message || ""), fields: body.fields || {} };
}

function inHistory(panel) {
  const known = new Map((panel.history || []).map((ballot) => [ballot.ballot_id, ballot]));
  if (panel.ballot) known.set(panel.ballot.ballot_id, panel.ballot);
  return known;
}

function sameAppearance(a, b) {
  return a.round === b.round && a.entry === b.entry;
}

/** Bring the kept ballots in step with an answer of the desk that was asked for at `asked` (milliseconds). */
export function reconcile(store, panel, asked) {
  const known = inHistory(panel);
  for (const ballot of store.ballots()) {
    const desk = known.get(ballot.ballot_id);
    if (desk && (ballot.state !== "stored" || ballot.lost)) {
      store.saveBallot({ ...ballot, state: "stored", stored_at: desk.stored_at, received: asked, lost: false });
    } else if (!desk && ballot.state === "stored" && !ballot.lost && asked > ballot.received) {
      store.saveBallot({ ...ballot, lost: true });
    }
  }
  resolveConflicts(store, panel);
  prune(store, panel);
}

/** A conflict can be decided only while that entry is open; after that the organizer decides. */
function resolveConflicts(store, panel) {
  for (const ballot of store.ballots().filter((each) => each.state === "conflict")) {
    if (!isOpenFor(panel, ballot)) store.saveBallot({ ...ballot, state: "refused", error: "not_open" });
    else if (panel.returned) backToDraft(store, panel, ballot);
  }
}

/** Whether what this ballot is for can be scored right now. */
export function isOpenFor(panel, ballot) {
  return Boolean(panel.open && panel.entry) && panel.round === ballot.round && panel.entry.code === ballot.entry;
}

/** Give the numbers of a ballot that was never stored back to the judge as a draft for the same contestant. */
export function backToDraft(store, panel, ballot) {
  store.dropBallot(ballot.ballot_id);
  if (isOpenFor(panel, ballot)) store.saveDraft(makeDraft(panel, ballot.scores, ballot.replaces));
}

/** What is typed so far for the entry on the panel; `replaces` as in a ballot. */
export function makeDraft(panel, scores, replaces) {
  const { code, name, version } = panel.entry;
  return { round: panel.round, entry: code, name, version, scores, replaces: replaces || null };
}

/** Acknowledged ballots are kept until their round is closed; others until the organizer has been offered them. */
function prune(store, panel) {
  const over = (round) => round < panel.round || (panel.round_closed && round === panel.round);
  for (const ballot of store.ballots().filter((each) => over(each.round))) {
    const safe = ballot.state === "stored" && !ballot.lost;
    if (safe || (ballot.offered && (ballot.seen || ballot.round < panel.round))) store.dropBallot(ballot.ballot_id);
  }
  for (const draft of store.drafts()) if (over(draft.round)) store.dropDraft(draft);
}

/** Ballots the desk lacks or refused as late, the newest of each appearance: what the organizer is offered. */
export function missing(store) {
  const ballots = store.ballots();
  const newest = (ballot) => !ballots.some(
    (other) => sameAppearance(other, ballot) && other.made_at > ballot.made_at && other.state !== "refused",
  );
  return ballots.filter((ballot) => lacks(ballot) && newest(ballot));
}

/** Whether the desk does not have this ballot although the judge handed it in. */
export function lacks(ballot) {
  return ballot.state === "stored" ? Boolean(ballot.lost) : ballot.state === "refused" && isLate(ballot);
}

function isLate(ballot) {
  return LATE.includes(ballot.error);
}

/** Refusals that are told to the judge but not offered to the organizer. */
export function turnedDown(store) {
  return store.ballots().filter((ballot) => ballot.state === "refused" && !isLate(ballot) && !ballot.seen);
}

export function offerOf(ballot) {
  const { ballot_id, entry, round, version, scores, made_at } = ballot;
  return { ballot_id, entry, round, version, scores, made_at };
}

/** Scores to begin with for the open entry: what this judge last typed or sent for the same appearance, else nothing. */
export function beginning(store, panel) {
  const scores = lastScores(store, panel);
  const asked = panel.criteria.map((criterion) => criterion.key);
  // Scores of other criteria are nothing to begin with: the rules were changed since.
  return Object.keys(scores).length === asked.length && asked.every((key) => key in scores) ? scores : {};
}

function lastScores(store, panel) {
  const here = { round: panel.round, entry: panel.entry.code };
  const drafts = store.drafts().filter((draft) => sameAppearance(draft, here) && draft.version < panel.entry.version);
  if (drafts.length) return drafts.sort((a, b) => b.version - a.version)[0].scores;
  const own = store.ballots().filter((ballot) => sameAppearance(ballot, here) && ballot.state !== "conflict");
  if (own.length) return own[own.length - 1].scores;
  const sent = (panel.history || []).filter((ballot) => sameAppearance(ballot, here));
  return sent.length ? sent.sort((a, b) => (a.stored_at < b.stored_at ? 1 : -1))[0].scores : {};
}

/** Drafts for other entries of this round that were typed but never handed in. */
export function forgotten(store, panel) {
  const done = (draft) => (panel.history || []).some((ballot) => sameAppearance(ballot, draft) && ballot.current)
    || store.ballots().some((ballot) => sameAppearance(ballot, draft));
  const here = (draft) => panel.entry && panel.entry.code === draft.entry
    && (panel.open || draft.version === panel.entry.version);
  const filled = (draft) => Object.values(draft.scores).some((text) => text !== "");
  return store.drafts().filter((draft) => draft.round === panel.round && filled(draft) && !here(draft) && !done(draft));
}
