// The number pad under the fields. It types into the field that is marked, and never takes the focus away from it.

import { el, icon } from "./dom.js";
import { finished, stepPlaces } from "./scores.js";

const HALF = "0.5";

/** Which key stands beside the digits: half a point, the decimal point, or, where scores are whole, the next field. */
function pointKey(criteria) {
  if (criteria.every((criterion) => finished(criterion.step) === HALF)) return ".5";
  return stepPlaces(criteria) > 0 ? "." : "next";
}

/** The text of a field after a key was pressed; `fresh`: the first digit starts a new number. */
export function pressed(text, key, fresh) {
  if (key === "back") return text.slice(0, -1);
  if (key === ".5") return (text || "0").split(".")[0] + ".5";
  if (key === ".") return (text || "0").split(".")[0] + ".";
  return fresh || text === "0" ? key : text + key;
}

/** Fill `root` with the keys; `onKey(key)` gets "0"…"9", ".5", ".", "back" or "next". */
export function buildPad(root, criteria, language, onKey) {
  const point = pointKey(criteria);
  const keys = ["7", "8", "9", "back", "4", "5", "6", point, "1", "2", "3", "0"];
  root.textContent = "";
  for (const key of keys) root.append(button(key, language, onKey));
}

function button(key, language, onKey) {
  const label = { back: language.say("pad_back"), next: language.say("pad_next"), ".": language.say("pad_point") }[key];
  const node = el("button", {
    type: "button", class: "key", tabindex: "-1", "data-key": key, "aria-label": label || null,
    mousedown: (event) => event.preventDefault(),
    click: () => onKey(key),
  });
  node.append(key === "back" || key === "next" ? icon(key) : key);
  return node;
}
