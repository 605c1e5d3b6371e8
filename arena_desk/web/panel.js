// The judge's panel: what the session knows, on the page. Each part is built anew only when what it shows has changed.

import { fill, focusOn, isGone, timeOfDay } from "./dom.js";
import { Form } from "./form.js";
import { Language, straight } from "./language.js";
import { beginning, makeDraft } from "./ledger.js";
import { tokenInAddress } from "./link.js";
import { buildNotices, noticesOf } from "./notices.js";
import { Session } from "./session.js";
import { isForm, stateOf } from "./state.js";
import { Store } from "./store.js";
import { button, byStaff, card, chip, comparison, historyList, kept, placeOf, scoreList, totalOf, wording } from "./views.js";

const at = (id) => document.getElementById(id);

class Panel {
  constructor(token) {
    this.language = new Language(() => this.changeLanguage());
    this.store = new Store(token);
    this.session = new Session({
      token, store: this.store, language: this.language,
      onChange: () => this.render(), onInvalid: (ballot) => this.refusedAsInvalid(ballot),
    });
    this.form = new Form({
      rows: at("rows"), pad: at("pad"), language: this.language,
      onInput: () => this.typed(), onDone: () => this.askToConfirm(), onSpeak: (text) => { at("spoken").textContent = text; },
    });
    this.token = token;
    this.shown = new Map();
    this.formKey = "";
    this.review = null;
    this.said = "";
    this.invalid = null;
  }

  start() {
    this.language.apply();
    at("ballot").addEventListener("submit", (event) => { event.preventDefault(); this.askToConfirm(); });
    at("cancel").addEventListener("click", () => this.cancelEdit());
    at("back").addEventListener("click", () => this.leaveReview());
    at("confirm").addEventListener("click", (event) => this.confirm(event));
    window.addEventListener("hashchange", () => location.reload());
    if (this.token) this.session.start();
    this.render();
    if (window.ResizeObserver) new ResizeObserver(() => this.fitDock()).observe(at("dock"));
    window.addEventListener("resize", () => this.fitDock());
  }

  /** A dock that would cover more than half of a small screen scrolls with the page; else fields stay clear of it. */
  fitDock() {
    const height = at("dock").offsetHeight;
    const loose = height > window.innerHeight * 0.58;
    at("dock").classList.toggle("loose", loose);
    const beside = window.matchMedia("(min-width: 56em)").matches;
    document.documentElement.style.scrollPaddingBottom = loose || beside ? "" : height + 8 + "px";
  }

  get panel() {
    return this.session.panel;
  }

  draft() {
    const { round, entry } = this.panel;
    return entry ? this.store.draft(round, entry.code, entry.version) : null;
  }

  /** The state by name with the ballot it is about. */
  situation() {
    if (!this.token) return { name: "no_token" };
    if (this.session.revoked) return { name: "revoked" };
    const waited = this.session.fresh || this.session.reachable === false;
    if (!this.panel || !waited) return { name: this.session.reachable === false ? "unreached" : "connecting" };
    return stateOf(this.panel, this.store.ballots(), this.draft());
  }

  render() {
    const held = document.activeElement;
    const now = this.situation();
    const known = this.panel && !["no_token", "revoked", "connecting", "unreached"].includes(now.name);
    const entry = known && !["waiting", "finished", "absent"].includes(now.name) ? this.panel.entry : null;
    const words = wording(this.wordsOf(now), this.language, { name: entry ? entry.name : "", ...this.facts(now) });
    this.renderBar();
    this.renderContestant(words, entry, now.name);
    this.renderNotices(now, known);
    this.renderForm(now.name);
    const cardWords = entry ? words : { ...words, title: "" };
    this.part("card", [now, cardWords, this.aboutCard()], () => this.cardOf(now, cardWords));
    this.renderHistory(known);
    this.announce(words, entry, now.name);
    if (held !== document.body && isGone(held)) focusOn(at("name"));
  }

  /** Which words a state has: a ballot that the staff entered from paper is never shown as the judge's own. */
  wordsOf(now) {
    if (now.name !== "stored") return now.name;
    return { entered: "stored_entered", corrected: "stored_corrected" }[byStaff(this.panel.ballot, this.panel)] || "stored";
  }

  facts(now) {
    if (now.name === "stored") return { time: timeOfDay(this.panel.ballot.stored_at) };
    if (now.name === "returned") return { reason: this.panel.returned.reason, time: timeOfDay(this.panel.returned.at) };
    if (now.name === "late") return { offer: this.language.say(now.ballot.offered ? "offer_made" : "offer_coming") };
    return {};
  }

  /** Build a part of the page again if what it shows has changed. */
  part(id, data, build) {
    const signature = JSON.stringify([this.language.code, data]);
    if (this.shown.get(id) === signature) return;
    this.shown.set(id, signature);
    fill(at(id), ...build());
  }

  renderBar() {
    const { panel, session, language } = this;
    const judge = panel && this.token ? panel.judge : null;
    at("judge").textContent = judge ? judge.name : language.say("app_panel");
    at("judge-title").textContent = judge ? judge.title : "";
    const state = session.revoked || !this.token ? "revoked"
      : { true: "up", false: "down", null: "connecting" }[String(session.unable || session.reachable)];
    at("signal").dataset.state = state;
    const key = { up: "signal_up", down: "signal_down", connecting: "signal_connecting", revoked: "signal_revoked" }[state];
    at("signal-text").textContent = language.say(key);
    at("rehearsal").hidden = !(panel && panel.rehearsal);
    at("contest").textContent = judge ? straight(panel.contest) + " · " + language.say("round", { round: panel.round }) : "";
  }

  renderContestant(words, entry, name) {
    this.part("kicker", [words, entry], () => [chip(words), entry ? placeOf(entry, this.language) : ""]);
    const title = entry ? entry.name : words.title;
    if (at("name").textContent !== title) at("name").textContent = title;
    at("name").classList.toggle("long", title.length > 14);
    document.title = straight(title) + " · " + this.language.say("app_panel");
    document.body.dataset.state = name;
  }

  renderNotices(now, known) {
    const { store, panel, session, language } = this;
    const onSeen = (act) => { act(); this.render(); };
    const unsent = session.unsent().length;
    const draft = known ? this.draft() : null;
    const list = known ? noticesOf({ store, panel, session, language, now, draft, onSeen })
      : now.name === "revoked" && unsent ? [{ tone: "bad", icon: "alert", text: language.say("revoked_unsent"), seen: null }] : [];
    this.part("notices", list.map((each) => [each.text, Boolean(each.seen)]), () => buildNotices(list, language));
    this.noticeText = list.map((each) => each.text).join(" ");
  }

  /** The cards of the states without fields; `returned` has one above its fields. */
  cardOf(now, words) {
    const { panel, language } = this;
    if (this.review || now.name === "open" || now.name === "editing") return [];
    if (now.name === "stored") {
      const change = panel.open && panel.resend ? button(language.say("edit"), "plain", () => this.edit()) : null;
      return [card(words, scoreList(panel.criteria, panel.ballot.scores, language), change)];
    }
    if (now.name === "unsent" || now.name === "late") return [card(words, scoreList(panel.criteria, now.ballot.scores, language))];
    if (now.name === "conflict") return [this.conflictCard(now.ballot, words)];
    if (now.name === "revoked" || now.name === "no_token") return [card(words, ...this.keptBallots(), this.joinLink())];
    return [card(words)];
  }

  /** What a card shows besides its words. */
  aboutCard() {
    const { ballot, criteria, open, resend } = this.panel || {};
    return [this.review !== null, ballot, criteria, open, resend, this.session.revoked && this.session.unsent()];
  }

  /** What could not be sent over a link that has ended, so that the staff can enter it from paper. */
  keptBallots() {
    if (!this.panel || !this.session.revoked) return [];
    return this.session.unsent().map((ballot) => kept(ballot, this.panel.criteria, this.language));
  }

  joinLink() {
    const link = document.createElement("a");
    link.href = "/";
    link.className = "button plain";
    link.textContent = this.language.say("join_again");
    return link;
  }

  conflictCard(ballot, words) {
    const { panel, session, language } = this;
    const stored = panel.ballot || ballot.stored;
    return card(words, comparison(panel.criteria, stored.scores, ballot.scores, language),
      button(language.say("keep_theirs"), "plain", () => session.keepStored(ballot)),
      button(language.say("use_mine"), "primary", () => session.replaceStored(ballot, stored)));
  }

  renderForm(name) {
    const filling = isForm(name);
    const key = filling ? this.keyOfForm() : "";
    if (this.review && this.review.key !== key) this.review = null;
    if (filling && key !== this.formKey) this.openForm(key);
    else if (filling && !document.hasFocus()) this.followOtherTab();
    this.formKey = key;
    at("ballot").hidden = !filling || this.review !== null;
    at("review").hidden = this.review === null;
    at("cancel").hidden = name !== "editing";
    if (filling) this.renderTotal();
    this.tellDesk(filling);
  }

  /** What the fields belong to. When any of it changes, what was typed stays behind with its own contestant. */
  keyOfForm() {
    const { round, entry, ballot, criteria } = this.panel;
    return JSON.stringify([round, entry.code, entry.version, ballot ? ballot.ballot_id : null, criteria]);
  }

  openForm() {
    const draft = this.draft();
    this.form.show(this.panel.criteria, draft ? draft.scores : beginning(this.store, this.panel));
    at("form-fault").hidden = true;
    this.showInvalid();
  }

  followOtherTab() {
    const draft = this.draft();
    if (draft && JSON.stringify(draft.scores) !== JSON.stringify(this.form.values())) this.form.setValues(draft.scores);
  }

  renderTotal() {
    const { criteria } = this.panel;
    const scores = this.form.values();
    const filled = criteria.filter((criterion) => scores[criterion.key]).length;
    at("total").textContent = filled && !this.form.hopeless() ? totalOf(criteria, scores) : "—";
    at("total-note").textContent = filled < criteria.length
      ? this.language.say("filled", { filled, all: criteria.length }) : this.language.say("full_marks");
  }

  tellDesk(filling) {
    const filled = filling ? Object.values(this.form.values()).filter(Boolean).length : 0;
    this.session.live.tell({ draft: filled, unsent: this.session.stuck().length });
  }

  typed() {
    const replaces = this.panel.ballot ? this.panel.ballot.ballot_id : null;
    this.store.saveDraft(makeDraft(this.panel, this.form.values(), replaces));
    at("form-fault").hidden = true;
    this.renderTotal();
    this.tellDesk(true);
  }

  edit() {
    const { panel } = this;
    const draft = this.draft();
    const scores = draft ? draft.scores : panel.ballot.scores;
    this.store.saveDraft(makeDraft(panel, scores, panel.ballot.ballot_id));
    this.render();
    this.form.begin();
  }

  cancelEdit() {
    this.store.dropDraft(this.draft());
    this.render();
    focusOn(at("name"));
  }

  askToConfirm() {
    const wrong = this.form.check();
    at("form-fault").hidden = wrong === 0;
    at("form-fault").textContent = wrong ? this.language.say("faults", { count: wrong }) : "";
    this.alarm(at("form-fault").textContent);
    if (wrong) return;
    const { ballot } = this.panel;
    this.review = { key: this.formKey, scores: this.form.values(), replaces: ballot ? ballot.ballot_id : null };
    fill(at("review-scores"), scoreList(this.panel.criteria, this.review.scores, this.language));
    at("review-note").textContent = this.language.say(this.review.replaces ? "review_replaces" : "review_note");
    this.render();
    focusOn(at("review-title"));
    window.scrollTo(0, 0);
  }

  leaveReview() {
    this.review = null;
    this.render();
    at("submit").focus();
  }

  confirm(event) {
    // The second half of a double tap on 提交 must not confirm what nobody has looked at.
    if (!this.review || event.detail > 1) return;
    const { scores, replaces } = this.review;
    this.review = null;
    this.session.submit(scores, replaces);
    focusOn(at("name"));
    window.scrollTo(0, 0);
  }

  /** The desk found faults that we had not: the numbers are back in the fields, its messages beside them. */
  refusedAsInvalid(ballot) {
    this.invalid = ballot;
  }

  showInvalid() {
    if (!this.invalid) return;
    for (const [field, message] of Object.entries(this.invalid.fields)) {
      const key = field.replace(/^scores\./, "");
      if (this.form.fields.has(key)) this.form.tell(key, message);
    }
    at("form-fault").hidden = false;
    at("form-fault").textContent = this.invalid.message || this.language.say("invalid");
    this.alarm(at("form-fault").textContent);
    this.invalid = null;
  }

  renderHistory(known) {
    const ballots = known ? this.store.ballots() : [];
    const list = known ? historyList(this.panel, ballots, this.language) : [];
    at("history").hidden = list.length === 0;
    at("history-title").textContent = this.language.say("history", { count: list.length });
    this.part("history-list", known ? [this.panel.history, ballots] : [], () => list);
  }

  /** Say a change of state once, for those who cannot see it. */
  announce(words, entry, name) {
    const said = JSON.stringify([name, entry, words.text, this.noticeText, this.session.reachable, this.session.unable]);
    if (said === this.said) return;
    this.said = said;
    const parts = [entry ? placeOf(entry, this.language) + " " + entry.name : "", words.title, words.text, this.noticeText];
    at("spoken").textContent = parts.filter(Boolean).join(" ");
  }

  alarm(text) {
    at("alarm").textContent = text;
  }

  changeLanguage() {
    at("form-fault").hidden = true;
    this.alarm("");
    if (this.formKey) {
      const scores = this.form.values();
      this.form.show(this.panel.criteria, scores);
    }
    if (this.review) {
      fill(at("review-scores"), scoreList(this.panel.criteria, this.review.scores, this.language));
      at("review-note").textContent = this.language.say(this.review.replaces ? "review_replaces" : "review_note");
    }
    this.render();
  }
}

new Panel(tokenInAddress()).start();
