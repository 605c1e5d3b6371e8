// What the panel shows around the fields: state, receipt, summary, notices, history. Builders only, no state of their own.

import { el, icon, timeOfDay } from "./dom.js";
import { finished, stepPlaces, total, totalText } from "./scores.js";

// tone, icon, chip, title, text of each state; {time}, {name} and {reason} are filled in where they are known
const STATES = {
  connecting: ["quiet", "clock", "chip_connecting", "title_connecting", "text_connecting"],
  unreached: ["bad", "offline", "chip_unreached", "title_unreached", "text_unreached"],
  revoked: ["bad", "stop", "chip_revoked", "title_revoked", "text_revoked"],
  no_token: ["bad", "stop", "chip_revoked", "title_no_token", "text_no_token"],
  finished: ["quiet", "flag", "chip_finished", "title_finished", "text_finished"],
  absent: ["quiet", "stop", "chip_absent", "title_absent", "text_absent"],
  waiting: ["quiet", "clock", "chip_waiting", "title_waiting", "text_waiting"],
  called: ["quiet", "clock", "chip_called", "title_called", "text_called"],
  not_open: ["quiet", "clock", "chip_not_open", "title_not_open", "text_not_open"],
  closed: ["quiet", "stop", "chip_closed", "title_closed", "text_closed"],
  late: ["bad", "alert", "chip_late", "title_late", "text_late"],
  recused: ["quiet", "stop", "chip_recused", "title_recused", "text_recused"],
  seat_scored: ["quiet", "check", "chip_seat_scored", "title_seat_scored", "text_seat_scored"],
  unsent: ["busy", "clock", "chip_unsent", "title_unsent", "text_unsent"],
  conflict: ["bad", "alert", "chip_conflict", "title_conflict", "text_conflict"],
  stored: ["good", "check", "chip_stored", "title_stored", "text_stored"],
  stored_entered: ["good", "pencil", "chip_entered", "title_entered", "text_entered"],
  stored_corrected: ["good", "pencil", "chip_corrected", "title_corrected", "text_corrected"],
  open: ["live", "pencil", "chip_open", "title_open", "text_open"],
  editing: ["live", "pencil", "chip_editing", "title_editing", "text_editing"],
  returned: ["bad", "undo", "chip_returned", "title_returned", "text_returned"],
};

/** The words of a state: {tone, icon, chip, title, text}. */
export function wording(name, language, values) {
  const [tone, symbol, chip, title, text] = STATES[name];
  const say = (key) => language.say(key, values);
  return { tone, icon: symbol, chip: say(chip), title: say(title), text: say(text) };
}

export function chip(words) {
  return el("span", { class: "chip " + words.tone }, icon(words.icon), words.chip);
}

/** Number and category of an entry, as they stand above its name. */
export function placeOf(entry, language) {
  const number = String(entry.number).padStart(2, "0");
  return [language.say("number", { number }), entry.category].filter(Boolean).join(" · ");
}

/** A card that says what happened, what is safe and what to do. */
export function card(words, ...more) {
  return el("div", { class: "card state " + words.tone },
    el("span", { class: "badge" }, icon(words.icon)),
    words.title ? el("h2", {}, words.title) : null,
    words.text ? el("p", {}, words.text) : null,
    ...more);
}

/** A total as it is shown, and the same for screen readers. */
export function totalOf(criteria, scores) {
  return totalText(total(criteria, scores), stepPlaces(criteria));
}

/** The scores of a ballot, one line per criterion, with the total. */
export function scoreList(criteria, scores, language) {
  const line = (name, value, tone) => el("div", { class: tone }, el("dt", {}, name), el("dd", {}, value));
  const lines = criteria.map((criterion) => line(criterion.name, finished(scores[criterion.key] || "") || "—", "line"));
  return el("dl", { class: "scores" }, ...lines, line(language.say("total"), totalOf(criteria, scores), "line sum"));
}

/** A ballot that only this device has, under the name of its contestant. */
export function kept(ballot, criteria, language) {
  return el("section", { class: "kept" }, el("h2", {}, ballot.name), scoreList(criteria, ballot.scores, language));
}

/** Two ballots side by side: the one that is stored and the one on this device. */
export function comparison(criteria, stored, mine, language) {
  const cell = (text) => el("td", { role: "cell" }, text);
  const column = (key) => el("th", { scope: "col", role: "columnheader" }, language.say(key));
  const head = el("tr", { role: "row" }, cell(""), column("theirs"), column("mine"));
  const row = (name, a, b, sum) => el("tr", { role: "row", class: a === b ? sum : "differs " + sum },
    el("th", { scope: "row", role: "rowheader" }, name), cell(a), cell(b));
  const rows = criteria.map((criterion) => row(
    criterion.name, finished(stored[criterion.key] || "") || "—", finished(mine[criterion.key] || "") || "—", "",
  ));
  const sums = row(language.say("total"), totalOf(criteria, stored), totalOf(criteria, mine), "sum");
  return el("table", { class: "comparison", role: "table" },
    el("thead", { role: "rowgroup" }, head), el("tbody", { role: "rowgroup" }, ...rows, sums));
}

export function button(text, kind, onClick) {
  return el("button", { type: "button", class: "button " + kind, click: onClick }, text);
}

/** A notice above the fields; with `onSeen` it can be put away. */
export function notice(tone, symbol, text, language, onSeen) {
  const close = onSeen ? button(language.say("seen"), "small", onSeen) : null;
  return el("div", { class: "notice " + tone }, icon(symbol), el("p", {}, text), close);
}

/** All ballots of this judge, newest first: from the desk, and those that only this device has. */
export function historyList(panel, ballots, language) {
  const known = new Set(panel.history.map((ballot) => ballot.ballot_id));
  const own = ballots.filter((ballot) => !known.has(ballot.ballot_id));
  const at = (ballot) => ballot.stored_at || ballot.made_at;
  const all = [...panel.history, ...own].sort((a, b) => (at(a) < at(b) ? 1 : -1));
  return all.map((ballot) => el("li", {},
    el("span", { class: "who" }, ballot.name || ballot.entry),
    el("span", { class: "sum" }, totalOf(panel.criteria, ballot.scores)),
    el("span", { class: "what" }, whatBecame(ballot, known, panel, language))));
}

/** Whether the staff handed a ballot in from paper: "entered", "corrected" where another one was there before, or null. */
export function byStaff(ballot, panel) {
  if (ballot.source !== "paper") return null;
  const round = ballot.round || panel.round;
  const before = panel.history.some((past) => past.entry === ballot.entry && past.round === round
    && past.ballot_id !== ballot.ballot_id && past.stored_at < ballot.stored_at);
  return before ? "corrected" : "entered";
}

function whatBecame(ballot, known, panel, language) {
  if (!known.has(ballot.ballot_id)) {
    return language.say(ballot.state === "unsent" ? "kept_unsent" : ballot.offered ? "kept_offered" : "kept_here");
  }
  const values = { time: timeOfDay(ballot.stored_at), round: ballot.round };
  const said = language.say({ entered: "kept_entered", corrected: "kept_corrected" }[byStaff(ballot, panel)] || "kept_stored", values);
  return ballot.current ? said : said + language.say("kept_past");
}
