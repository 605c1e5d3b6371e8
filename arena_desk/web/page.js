// What the host's page and the public board share: header, title, and the news that the desk is out of reach.

import { fill } from "./dom.js";
import { straight } from "./language.js";
import { notice } from "./views.js";

const at = (id) => document.getElementById(id);

/** The lamp in the header: "up", "down" or "connecting". */
export function showReach(reachable, language) {
  const state = { true: "up", false: "down", null: "connecting" }[String(reachable)];
  const key = { up: "signal_up", down: "signal_down", connecting: "signal_connecting" }[state];
  at("signal").dataset.state = state;
  at("signal-text").textContent = language.say(key);
}

/** Notices above the page; built again only when one changes. */
export function showNotices(list, language) {
  if (at("notices").dataset.shown === JSON.stringify(list)) return;
  at("notices").dataset.shown = JSON.stringify(list);
  fill(at("notices"), ...list.map(([symbol, text]) => notice("bad", symbol, text, language, null)));
}

export function showContest(body, language, app) {
  at("rehearsal").hidden = !(body && body.rehearsal);
  at("contest").textContent = body ? straight(body.contest) + " · " + language.say("round", { round: body.round }) : "";
  document.title = (body ? straight(body.contest) + " · " : "") + language.say(app);
}
