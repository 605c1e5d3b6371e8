// What this device keeps through reloads and sleep: the last answer of the desk, drafts, and ballots, each under a key of
// its own, so that two tabs never overwrite each other. The token itself is not kept; its tag tells seats apart.

const PREFIX = "arena/";

/** A short tag of a token; two seats on one device keep apart, and the token cannot be had back from it. */
export function tagOf(token) {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < token.length; i += 1) {
    const code = token.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}

/** A random id (UUID 4), also where the page came over plain HTTP. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** localStorage, or memory where the browser refuses it (`durable` is false then). */
class Shelf {
  constructor() {
    this.memory = new Map();
    this.durable = true;
  }

  set(key, value) {
    const text = JSON.stringify(value);
    this.memory.set(key, text);
    try {
      localStorage.setItem(key, text);
    } catch (error) {
      this.durable = false;
    }
  }

  get(key) {
    let text = null;
    try {
      text = localStorage.getItem(key);
    } catch (error) {
      this.durable = false;
    }
    if (text === null && !this.durable) text = this.memory.get(key) || null;
    return text === null ? null : parsed(text);
  }

  remove(key) {
    this.memory.delete(key);
    try {
      localStorage.removeItem(key);
    } catch (error) {
      this.durable = false;
    }
  }

  keys(start) {
    let kept = [];
    try {
      kept = Object.keys(localStorage);
    } catch (error) {
      this.durable = false;
    }
    const all = this.durable ? kept : Array.from(new Set([...kept, ...this.memory.keys()]));
    return all.filter((key) => key.startsWith(start));
  }
}

export class Store {
  constructor(token) {
    this.shelf = new Shelf();
    this.base = PREFIX + tagOf(token) + "/";
  }

  get durable() {
    return this.shelf.durable;
  }

  /** Call `onChange` when another tab of this seat wrote something. */
  watch(onChange) {
    window.addEventListener("storage", (event) => {
      if (event.key === null || event.key.startsWith(this.base)) onChange(event.key || "");
    });
  }

  /** A name that this device made for itself, so that two tabs are not taken for two devices. */
  device() {
    const key = PREFIX + "device";
    const known = this.shelf.get(key);
    if (typeof known === "string") return known;
    const made = newId();
    this.shelf.set(key, made);
    return made;
  }

  panel() {
    return this.shelf.get(this.base + "panel");
  }

  savePanel(panel) {
    this.shelf.set(this.base + "panel", panel);
  }

  draftKey(round, entry, version) {
    return [this.base + "draft", round, encodeURIComponent(entry), version].join("/");
  }

  draft(round, entry, version) {
    return this.shelf.get(this.draftKey(round, entry, version));
  }

  saveDraft(draft) {
    this.shelf.set(this.draftKey(draft.round, draft.entry, draft.version), draft);
  }

  dropDraft(draft) {
    this.shelf.remove(this.draftKey(draft.round, draft.entry, draft.version));
  }

  drafts() {
    return this.all(this.base + "draft/");
  }

  /** The ballots of this seat on this device, in the order they were made. */
  ballots() {
    return this.all(this.base + "ballot/").sort((a, b) => (a.made_at < b.made_at ? -1 : 1));
  }

  ballot(id) {
    return this.shelf.get(this.base + "ballot/" + id);
  }

  saveBallot(ballot) {
    this.shelf.set(this.base + "ballot/" + ballot.ballot_id, ballot);
  }

  dropBallot(id) {
    this.shelf.remove(this.base + "ballot/" + id);
  }

  all(start) {
    return this.shelf.keys(start).map((key) => this.shelf.get(key)).filter((value) => value !== null);
  }

  /** Take over what the same judge left unsent under an earlier link: the organizer decides about it, never a PUT. */
  adopt(panel) {
    for (const key of this.shelf.keys(PREFIX)) {
      if (key.endsWith("/panel") && !key.startsWith(this.base) && samePerson(this.shelf.get(key), panel)) {
        this.adoptFrom(key.slice(0, -"panel".length));
      }
    }
  }

  adoptFrom(base) {
    for (const key of this.shelf.keys(base + "ballot/")) {
      const ballot = this.shelf.get(key);
      if (ballot.state !== "stored") {
        this.saveBallot({ ...ballot, state: "refused", error: "old_link", offered: null, seen: false });
        this.shelf.remove(key);
      }
    }
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return null; // what another page wrote under our name is not ours
  }
}

function samePerson(a, b) {
  return a !== null && a.contest === b.contest && a.rehearsal === b.rehearsal
    && a.judge.code === b.judge.code && a.judge.name === b.judge.name;
}
