// The fields of a ballot: one row per criterion, typed on the pad, on a keyboard, or by steps.

import { el, fill, icon } from "./dom.js";
import { buildPad, pressed } from "./pad.js";
import { cleaned, fault, finished, hopeless, plainWeight, stepped } from "./scores.js";

export class Form {
  /** `onInput()` after a change of a score, `onDone()` when Enter is pressed in the last field, or Ctrl+Enter in any. */
  constructor({ rows, pad, language, onInput, onDone, onSpeak }) {
    this.root = rows;
    this.padRoot = pad;
    this.language = language;
    this.onInput = onInput;
    this.onDone = onDone;
    this.onSpeak = onSpeak;
    this.criteria = [];
    this.fields = new Map();
    this.active = null;
    this.fresh = true;
    this.touched = false;
  }

  /** Build the rows for these criteria with these scores in them. */
  show(criteria, scores) {
    this.criteria = criteria;
    this.fields = new Map();
    fill(this.root, ...criteria.map((criterion) => this.row(criterion, scores[criterion.key] || "")));
    buildPad(this.padRoot, criteria, this.language, (key) => this.press(key));
    this.mark((criteria.find((criterion) => !scores[criterion.key]) || criteria[0]).key);
  }

  row(criterion, text) {
    const id = "score-" + criterion.key;
    const input = el("input", {
      id, class: "score", type: "text", inputmode: "none", autocomplete: "off", enterkeyhint: "next",
      "aria-describedby": "range-" + criterion.key + " fault-" + criterion.key,
      input: () => this.typed(criterion), keydown: (event) => this.keyed(event, criterion),
      focus: () => this.focused(criterion), blur: () => this.left(criterion), click: () => this.clicked(input),
      pointerdown: (event) => { this.touched = event.pointerType === "touch"; },
    });
    input.value = text;
    const message = el("p", { class: "fault", id: "fault-" + criterion.key, hidden: true });
    const node = el("div", { class: "row", "data-key": criterion.key },
      el("div", { class: "row-name" },
        el("label", { for: id }, criterion.name),
        el("span", { class: "range", id: "range-" + criterion.key }, this.range(criterion))),
      el("div", { class: "row-entry" }, this.stepper(criterion, -1), input, this.stepper(criterion, 1)),
      message);
    this.fields.set(criterion.key, { input, node, message, criterion });
    return node;
  }

  range(criterion) {
    const values = { min: finished(criterion.min), max: finished(criterion.max), step: finished(criterion.step) };
    const range = this.language.say(values.step === "1" ? "range" : "range_step", values);
    const plain = this.criteria.every(plainWeight);
    return plain ? range : range + this.language.say("weight", { weight: finished(criterion.weight) });
  }

  stepper(criterion, direction) {
    const values = { name: criterion.name, step: finished(criterion.step) };
    return el("button", {
      type: "button", class: "step", tabindex: "-1",
      "aria-label": this.language.say(direction > 0 ? "step_up" : "step_down", values),
      mousedown: (event) => event.preventDefault(),
      click: () => this.step(criterion, direction),
    }, icon(direction > 0 ? "plus" : "minus"));
  }

  step(criterion, direction) {
    const { input } = this.fields.get(criterion.key);
    this.mark(criterion.key);
    this.put(criterion.key, stepped(input.value, criterion, direction));
    this.fresh = true;
  }

  press(key) {
    if (key === "next") {
      this.advance(this.fields.get(this.active).criterion);
      return;
    }
    const { input } = this.fields.get(this.active);
    this.put(this.active, cleaned(pressed(input.value, key, this.fresh)));
    this.fresh = false;
  }

  /** Set a score as if it had been typed. */
  put(key, text) {
    const { input, criterion } = this.fields.get(key);
    input.value = text;
    this.changed(criterion);
    if (document.activeElement !== input) this.onSpeak(criterion.name + " " + (text || this.language.say("blank")));
  }

  typed(criterion) {
    const { input } = this.fields.get(criterion.key);
    const plain = cleaned(input.value);
    if (plain !== input.value) input.value = plain;
    this.fresh = false;
    this.changed(criterion);
  }

  /** A number that can only be wrong is said at once; anything else waits until the field is left. */
  changed(criterion) {
    const { input } = this.fields.get(criterion.key);
    const text = finished(input.value);
    this.tell(criterion.key, hopeless(text, criterion) ? this.reason(fault(text, criterion), criterion) : "");
    this.onInput();
  }

  keyed(event, criterion) {
    if (event.isComposing) return;
    this.touched = false;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.onDone();
    else if (event.key === "Enter") this.advance(criterion);
    else if (event.key === "ArrowUp") this.step(criterion, 1);
    else if (event.key === "ArrowDown") this.step(criterion, -1);
    else return;
    event.preventDefault();
  }

  /** On to the next field, filled or not; from the last one to what still needs a score, or done. */
  advance(criterion) {
    const wants = (each) => fault(finished(this.fields.get(each.key).input.value), each) !== null;
    const next = this.criteria[this.criteria.indexOf(criterion) + 1] || this.criteria.find(wants);
    if (!next) this.onDone();
    else this.enter(this.fields.get(next.key).input);
  }

  /** The keyboard into a field, so that typing replaces what is there. */
  enter(input) {
    input.focus();
    if (!this.touched) input.select();
  }

  begin() {
    this.enter(this.fields.get(this.criteria[0].key).input);
  }

  focused(criterion) {
    this.mark(criterion.key);
    this.arrived = true;
  }

  clicked(input) {
    if (this.arrived && !this.touched) input.select();
    this.arrived = false;
  }

  left(criterion) {
    const { input } = this.fields.get(criterion.key);
    const text = finished(input.value);
    if (text !== input.value) {
      input.value = text;
      this.onInput();
    }
    const why = fault(text, criterion);
    this.tell(criterion.key, why && why !== "blank" ? this.reason(why, criterion) : "");
  }

  mark(key) {
    this.active = key;
    this.fresh = true;
    for (const [each, field] of this.fields) field.node.classList.toggle("active", each === key);
  }

  reason(why, criterion) {
    const range = { min: finished(criterion.min), max: finished(criterion.max), step: finished(criterion.step) };
    if (why === "blank") return this.language.say("fault_blank");
    if (why === "step") return this.language.say("fault_step", range);
    return this.language.say(why === "number" ? "fault_number" : "fault_range", range);
  }

  /** Show a message under a row, or take it away. */
  tell(key, text) {
    const { input, message } = this.fields.get(key);
    message.textContent = text;
    message.hidden = !text;
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  /** The scores as they stand, blanks included. */
  values() {
    const scores = {};
    for (const [key, field] of this.fields) scores[key] = finished(field.input.value);
    return scores;
  }

  /** Whether a score is wrong already, so that a total would mean nothing. */
  hopeless() {
    return this.criteria.some((criterion) => hopeless(finished(this.fields.get(criterion.key).input.value), criterion));
  }

  /** Show scores that were typed in another tab. */
  setValues(scores) {
    for (const [key, field] of this.fields) field.input.value = scores[key] || "";
  }

  /** Mark every field that is no score yet; how many there are, the focus on the first. */
  check() {
    const wrong = [];
    for (const [key, { input, criterion }] of this.fields) {
      input.value = finished(input.value);
      const why = fault(input.value, criterion);
      this.tell(key, why ? this.reason(why, criterion) : "");
      if (why) wrong.push(input);
    }
    if (wrong.length) this.enter(wrong[0]);
    return wrong.length;
  }
}
