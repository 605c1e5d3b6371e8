// The desk's "something changed": one socket that reconnects, answers pings, and carries how far a draft is.

import { backoff } from "./link.js";

const SILENCE = 15000; // the desk pings every few seconds; after this long the socket is dead without knowing it

export class Live {
  /** `onChange(revision)` after a change that concerns this page; `onState(up)` when the socket opens or closes. */
  constructor(token, onChange, onState) {
    this.token = token;
    this.onChange = onChange;
    this.onState = onState;
    this.socket = null;
    this.up = false;
    this.stopped = false;
    this.attempt = 0;
    this.timer = 0;
    this.silence = 0;
    this.draft = null;
  }

  start() {
    if (this.stopped || this.socket) return;
    clearTimeout(this.timer);
    const scheme = location.protocol === "https:" ? "wss://" : "ws://";
    try {
      this.socket = new WebSocket(scheme + location.host + "/api/live");
    } catch (error) {
      this.later();
      return;
    }
    this.listen(this.socket);
  }

  listen(socket) {
    socket.onopen = () => {
      if (socket === this.socket) this.opened();
    };
    socket.onmessage = (event) => {
      if (socket === this.socket) this.hear(JSON.parse(event.data));
    };
    socket.onclose = () => {
      if (socket === this.socket) this.lost();
    };
  }

  opened() {
    this.socket.send(JSON.stringify(this.token ? { token: this.token, pings: true } : { pings: true }));
    this.up = true;
    this.attempt = 0;
    this.onState(true);
    if (this.draft !== null) this.tell(this.draft);
  }

  hear(message) {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.renew(), SILENCE);
    if (message.ping !== undefined) this.socket.send(JSON.stringify({ pong: message.ping }));
    if (message.revision !== undefined) this.onChange(message.revision);
  }

  lost() {
    clearTimeout(this.silence);
    this.socket = null;
    const was = this.up;
    this.up = false;
    if (was) this.onState(false);
    this.later();
  }

  later() {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.start(), backoff(this.attempt));
    this.attempt += 1;
  }

  /** Try again at once, on a fresh socket: the old one may be dead without knowing after a sleep. */
  renew() {
    clearTimeout(this.silence);
    const old = this.socket;
    this.socket = null;
    this.up = false;
    this.attempt = 0;
    if (old) old.close();
    this.start();
  }

  /** Tell the desk how many scores are filled in, never which. */
  tell(filled) {
    this.draft = filled;
    if (this.up && this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ draft: filled }));
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    if (this.socket) this.socket.close();
  }

  resume() {
    this.stopped = false;
    this.renew();
  }
}
