// What the judge has to be told besides the state: ballots that did not arrive as they should, numbers never handed in.

import { forgotten, isOpenFor, missing, turnedDown } from "./ledger.js";
import { notice } from "./views.js";

const REFUSALS = {
  stale: "refused_stale", not_open: "refused_not_open", closed: "refused_not_open", late: "refused_not_open",
  not_found: "refused_not_found", unknown: "refused_not_found", old_link: "refused_old_link",
};

const DOWN = { recused: "down_recused", final: "down_final" };

/** What to tell now, as plain data: [{tone, icon, text, seen}], `seen` a function or null. */
export function noticesOf({ store, panel, session, language, now, draft, onSeen }) {
  const say = (key, values) => language.say(key, values);
  const list = [];
  const add = (tone, symbol, text, seen) => list.push({ tone, icon: symbol, text, seen: seen || null });
  const shown = (ballot) => Boolean(now.ballot) && now.ballot.ballot_id === ballot.ballot_id;
  if (session.unable) add("bad", "alert", say("unable"));
  else if (session.reachable === false) add("bad", "offline", say(now.name === "unsent" ? "offline_unsent" : "offline"));
  if (session.live.others()) add("busy", "alert", say("other_devices", { count: session.live.others() + 1 }));
  if (!store.durable) add("bad", "alert", say("not_durable"));
  for (const ballot of session.unsent().filter((each) => !shown(each))) add("busy", "clock", say("still_unsent", ballot));
  const waiting = missing(store).filter((ballot) => !shown(ballot));
  const again = waiting.filter((ballot) => isOpenFor(panel, ballot) && !panel.ballot);
  for (const ballot of again) add("bad", "alert", say("send_again", ballot));
  offers(store, waiting.filter((ballot) => !again.includes(ballot) && !ballot.seen), say, add, onSeen);
  for (const ballot of turnedDown(store)) {
    const seen = () => onSeen(() => store.saveBallot({ ...ballot, seen: true }));
    add("bad", "alert", say(DOWN[ballot.error] || "down_other", ballot), seen);
  }
  if (now.name === "stored" && draft && draft.replaces === panel.ballot.ballot_id) {
    add("bad", "alert", say("change_lost"), () => onSeen(() => store.dropDraft(draft)));
  }
  for (const each of forgotten(store, panel)) {
    add("bad", "alert", say("forgotten", each), () => onSeen(() => store.dropDraft(each)));
  }
  return list;
}

function offers(store, waiting, say, add, onSeen) {
  const ending = (ballots) => say(ballots.every((each) => each.offered) ? "offer_made" : "offer_coming");
  const seen = (ballots) => (ballots.every((each) => each.offered)
    ? () => onSeen(() => ballots.forEach((each) => store.saveBallot({ ...each, seen: true }))) : null);
  const lost = waiting.filter((ballot) => ballot.state === "stored");
  if (lost.length) {
    const names = lost.map((ballot) => ballot.name).join(say("list_comma"));
    add("bad", "alert", say("lost", { count: lost.length, names }) + ending(lost), seen(lost));
  }
  for (const ballot of waiting.filter((each) => each.state === "refused")) {
    add("bad", "alert", say(REFUSALS[ballot.error], ballot) + ending([ballot]), seen([ballot]));
  }
}

export function buildNotices(list, language) {
  return list.map((each) => notice(each.tone, each.icon, each.text, language, each.seen));
}
