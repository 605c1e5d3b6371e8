// The desk's "something changed": one socket that reconnects, answers pings, and carries what the desk may know of this
// device: how far a draft is, how many ballots wait to be sent, whether the page is out of sight.

import { backoff } from "./link.js";

const SILENCE = 15000; // the desk pings every few seconds; after this long the socket is dead without knowing it

export class Live {
  /** `onChange(revision)` after a change that concerns this page; `onState(up)` when the socket opens or closes, or when
   *  there are other devices in the seat. `device` names this device, without a meaning to anybody else. */
  constructor(token, onChange, onState, device) {
    this.token = token;
    this.device = device;
    this.onChange = onChange;
    this.onState = onState;
    this.socket = null;
    this.up = false;
    this.stopped = false;
    this.attempt = 0;
    this.timer = 0;
    this.silence = 0;
    this.facts = {};
    this.devices = 1;
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
    const who = this.token ? { token: this.token, device: this.device } : {};
    this.socket.send(JSON.stringify({ ...who, pings: true }));
    this.up = true;
    this.attempt = 0;
    this.devices = 1;
    this.onState(true);
    if (this.token) this.socket.send(JSON.stringify(this.facts));
  }

  hear(message) {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.renew(), SILENCE);
    if (message.ping !== undefined) this.socket.send(JSON.stringify({ pong: message.ping }));
    if (message.revision !== undefined) this.onChange(message.revision);
    if (message.devices !== undefined && message.devices !== this.devices) {
      this.devices = message.devices;
      this.onState(true);
    }
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

  /** Tell the desk {draft, unsent, asleep}: how many scores are filled in, never which. Only what is new is sent. */
  tell(facts) {
    const news = Object.keys(facts).filter((key) => facts[key] !== this.facts[key]);
    this.facts = { ...this.facts, ...facts };
    const open = this.up && this.socket.readyState === WebSocket.OPEN;
    if (news.length && open) this.socket.send(JSON.stringify(facts));
  }

  /** How many devices the seat has besides this one, as far as is known. */
  others() {
    return this.up ? Math.max(0, this.devices - 1) : 0;
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
