// The panel's conversation with the desk, one call at a time: send what is unsent, read what is current, offer what the
// desk lacks. Nothing is called stored here before the desk's receipt for that very ballot is in hand.

import { backToDraft, bodyOf, isOpenFor, makeBallot, missing, offerOf, reconcile, settled } from "./ledger.js";
import { Link, OutOfReach, backoff } from "./link.js";
import { Live } from "./live.js";

const POLL = 5000;
const POLL_BESIDE_SOCKET = 10000;
const POLL_REVOKED = 15000;
const LONG = 2000;

export class Session {
  /** `onChange()` after anything that may look different; `onInvalid(fields)` when the desk finds faults in a ballot. */
  constructor({ token, store, language, onChange, onInvalid }) {
    this.store = store;
    this.link = new Link(token, language);
    this.live = new Live(token, (revision) => this.heard(revision), () => this.stirred(), store.device());
    this.onChange = onChange;
    this.onInvalid = onInvalid;
    this.panel = store.panel();
    this.fresh = false;
    this.reachable = null;
    this.unable = false;
    this.revoked = false;
    this.offered = new Set();
    this.attempt = 0;
    this.busy = false;
    this.again = false;
    this.timer = 0;
  }

  start() {
    window.addEventListener("online", () => this.wake());
    window.addEventListener("offline", () => this.wake());
    window.addEventListener("pageshow", (event) => { if (event.persisted) this.wake(); });
    document.addEventListener("visibilitychange", () => this.seen(!document.hidden));
    this.live.tell({ asleep: document.hidden });
    this.store.watch(() => this.sibling());
    this.live.start();
    this.work();
  }

  /** After sleep or a change of network: give up what may hang, and try everything again at once. */
  wake() {
    this.attempt = 0;
    this.link.cut();
    if (!this.revoked) this.live.renew();
    this.work();
  }

  /** The page came into sight, or went out of it: the screen was locked, or shows something else. */
  seen(visible) {
    this.live.tell({ asleep: !visible });
    if (visible) this.wake();
  }

  stirred() {
    this.onChange();
    this.work();
  }

  heard(revision) {
    if (!this.panel || !this.fresh || revision !== this.panel.revision) this.work();
  }

  /** Another tab of this seat wrote something. */
  sibling() {
    this.onChange();
    if (this.unsent().length) this.work();
  }

  unsent() {
    return this.store.ballots().filter((ballot) => ballot.state === "unsent");
  }

  /** Ballots that have been on their way for longer than a tap takes. */
  stuck() {
    return this.unsent().filter((ballot) => Date.now() - Date.parse(ballot.made_at) > LONG);
  }

  /** Keep a ballot on this device, then send it until the desk has answered for it. */
  submit(scores, replaces) {
    const ballot = makeBallot(this.panel, scores, replaces);
    this.store.saveBallot(ballot);
    this.store.dropDraft(ballot);
    this.hurry();
  }

  /** Of two different ballots take the one that is stored. */
  keepStored(ballot) {
    this.store.dropBallot(ballot.ballot_id);
    this.hurry();
  }

  /** Of two different ballots take the one on this device. */
  replaceStored(ballot, stored) {
    const version = this.panel.entry.version;
    this.store.saveBallot({ ...ballot, version, state: "unsent", replaces: stored.ballot_id, stored: null });
    this.hurry();
  }

  hurry() {
    this.link.cut("GET");
    this.attempt = 0;
    this.onChange();
    this.work();
  }

  /** One round of the conversation; a call for it while it runs makes it run once more. */
  async work() {
    this.again = true;
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      while (this.again) {
        this.again = false;
        await this.once();
      }
    } finally {
      this.busy = false;
      this.timer = setTimeout(() => this.work(), this.pause());
    }
  }

  async once() {
    try {
      await this.sendAll();
      await this.read();
      await this.offerAll();
      this.attempt = 0;
    } catch (error) {
      if (error.cut) this.again = true;
      else this.missed(Boolean(error.unable));
      if (!(error instanceof OutOfReach)) throw error;
    }
  }

  missed(unable) {
    this.attempt += 1;
    this.reached(false, unable);
  }

  /** `unable`: the desk answers, but cannot store anything now. */
  reached(reachable, unable = false) {
    this.unable = unable;
    if (this.reachable !== true && reachable) this.offered.clear();
    this.reachable = reachable;
    this.onChange();
  }

  pause() {
    if (this.revoked) return POLL_REVOKED;
    if (this.attempt) return backoff(this.attempt - 1);
    return this.live.up ? POLL_BESIDE_SOCKET : POLL;
  }

  async sendAll() {
    for (const ballot of this.unsent()) {
      if (!(await this.send(ballot))) return;
    }
  }

  /** Send one ballot and keep what the desk said; false when our token is no longer taken. */
  async send(ballot) {
    const { status, body } = await this.link.put("/api/ballots/" + encodeURIComponent(ballot.entry), bodyOf(ballot));
    if (status === 401 || status === 403) {
      this.deny();
      return false;
    }
    const next = settled(ballot, status, body, Date.now());
    if (!next) throw new OutOfReach("status " + status);
    this.keep(next);
    return true;
  }

  keep(ballot) {
    if (ballot.error === "invalid" && this.panel && isOpenFor(this.panel, ballot)) {
      backToDraft(this.store, this.panel, ballot);
      this.onInvalid(ballot);
    } else {
      this.store.saveBallot(ballot);
    }
    if (ballot.state === "stored" && ballot.current) this.show(ballot);
    this.reached(true);
  }

  /** Put a receipt on the panel before the desk was read again. */
  show(ballot) {
    const { entry, round, version, scores, ballot_id, stored_at } = ballot;
    const panel = this.panel;
    if (!panel || !panel.entry || panel.entry.code !== entry || panel.round !== round) return;
    this.panel = { ...panel, returned: null, ballot: { ballot_id, entry, version, scores, stored_at } };
  }

  async read() {
    const asked = Date.now();
    const { status, body } = await this.link.get("/api/panel");
    if (status === 401 || status === 403) {
      this.deny();
    } else if (status === 200 && Array.isArray(body.criteria)) {
      this.take(body, asked);
    } else {
      throw new OutOfReach("status " + status);
    }
  }

  take(panel, asked) {
    if (this.revoked) this.allow();
    if (!this.fresh) this.store.adopt(panel);
    this.fresh = true;
    this.panel = panel;
    this.store.savePanel(panel);
    reconcile(this.store, panel, asked);
    this.reached(true);
  }

  async offerAll() {
    if (this.revoked || !this.panel) return;
    for (const ballot of missing(this.store)) {
      if (!this.offered.has(ballot.ballot_id)) await this.offer(ballot);
    }
  }

  async offer(ballot) {
    const { status } = await this.link.post("/api/panel/offer", { ballots: [offerOf(ballot)] });
    if (status !== 429) this.offered.add(ballot.ballot_id);
    if (status === 200) this.store.saveBallot({ ...ballot, offered: new Date().toISOString() });
    this.onChange();
  }

  /** The desk does not take our token (any more): say so, keep everything, look again now and then. */
  deny() {
    this.revoked = true;
    this.live.stop();
    this.reached(true);
  }

  allow() {
    this.revoked = false;
    this.live.resume();
  }
}
