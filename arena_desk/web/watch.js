// Keeps a page that only reads in step with the desk: a read after every change, and now and then in case one was missed.

import { Link, OutOfReach, backoff } from "./link.js";
import { Live } from "./live.js";

const POLL = 5000;
const POLL_BESIDE_SOCKET = 10000;

export class Watch {
  /** `onBody(body)` with each answer, `onDenied()` when there is nothing for us, `onReach(reachable)` as it changes. */
  constructor({ path, token, language, onBody, onDenied, onReach }) {
    this.path = path;
    this.link = new Link(token, language);
    this.live = new Live(token, () => this.read(), () => this.read());
    this.onBody = onBody;
    this.onDenied = onDenied;
    this.onReach = onReach;
    this.attempt = 0;
    this.busy = false;
    this.again = false;
    this.timer = 0;
  }

  start() {
    window.addEventListener("online", () => this.wake());
    window.addEventListener("offline", () => this.wake());
    window.addEventListener("pageshow", (event) => { if (event.persisted) this.wake(); });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.wake(); });
    this.live.start();
    this.read();
  }

  wake() {
    this.attempt = 0;
    this.link.cut();
    this.live.renew();
    this.read();
  }

  async read() {
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
      const rest = this.live.up ? POLL_BESIDE_SOCKET : POLL;
      this.timer = setTimeout(() => this.read(), this.attempt ? backoff(this.attempt - 1) : rest);
    }
  }

  async once() {
    try {
      const { status, body } = await this.link.get(this.path);
      if (status === 200) this.onBody(body);
      else if ([401, 403, 404].includes(status)) this.onDenied();
      else throw new OutOfReach("status " + status);
      this.attempt = 0;
      this.onReach(true);
    } catch (error) {
      if (!(error instanceof OutOfReach)) throw error;
      if (error.cut) this.again = true;
      else this.missed();
    }
  }

  missed() {
    this.attempt += 1;
    this.onReach(false);
  }
}
