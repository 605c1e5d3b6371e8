// Which of its states the panel is in; one pure function, so that the page never has to guess.

import { lacks } from "./ledger.js";

/** The state by name, and the ballot of this device it is about, if any. */
export function stateOf(panel, ballots, draft) {
  const about = (name, ballot) => ({ name, ballot: ballot || null });
  if (panel.round_closed) return about("finished");
  if (panel.absent) return about("absent");
  if (!panel.entry) return about("waiting");
  const mine = ballots.filter((each) => each.round === panel.round && each.entry === panel.entry.code);
  const unsent = mine.find((each) => each.state === "unsent" && each.version === panel.entry.version);
  if (unsent) return about("unsent", unsent);
  if (panel.recused) return about("recused");
  if (panel.seat_scored) return about("seat_scored");
  const conflict = mine.find((each) => each.state === "conflict");
  if (conflict && panel.open) return about("conflict", conflict);
  if (panel.ballot) return about(isEditing(panel, draft) ? "editing" : "stored");
  if (panel.open) return about(panel.returned ? "returned" : "open");
  const late = mine.filter(lacks).pop();
  if (late) return about("late", late);
  return about({ called: "called", closed: "closed" }[panel.phase] || "not_open");
}

function isEditing(panel, draft) {
  return panel.open && panel.resend && Boolean(draft) && draft.replaces === panel.ballot.ballot_id;
}

/** States in which the judge fills in scores. */
export function isForm(name) {
  return name === "open" || name === "returned" || name === "editing";
}
