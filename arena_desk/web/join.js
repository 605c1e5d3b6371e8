// The join page: a six-digit code for those without a QR code.

import { Language } from "./language.js";
import { Link } from "./link.js";
import { cleaned } from "./scores.js";

const LENGTH = 6;
const at = (id) => document.getElementById(id);

class Join {
  constructor() {
    this.language = new Language(() => this.retell());
    this.link = new Link("", this.language);
    this.fault = "";
    this.busy = false;
  }

  start() {
    this.language.apply();
    document.title = this.language.say("app_join");
    at("code").addEventListener("input", () => this.typed());
    at("join").addEventListener("submit", (event) => {
      event.preventDefault();
      this.enter();
    });
    at("code").focus();
  }

  retell() {
    document.title = this.language.say("app_join");
    this.tell(this.fault);
    this.wait(this.busy);
  }

  /** Only digits, whatever was typed or pasted; a full code is tried at once. */
  typed() {
    const digits = cleaned(at("code").value).replace(/\./g, "").slice(0, LENGTH);
    if (digits !== at("code").value) at("code").value = digits;
    if (this.fault) this.tell("");
    if (digits.length === LENGTH) this.enter();
  }

  async enter() {
    const code = at("code").value;
    if (this.busy) return;
    if (code.length !== LENGTH) {
      this.tell("join_short");
      return;
    }
    this.wait(true);
    try {
      const { status, body } = await this.link.post("/api/join", { code });
      if (status === 200 && body.token) location.assign("/j#" + encodeURIComponent(body.token));
      else this.tell({ 403: "join_wrong", 422: "join_wrong", 429: "join_locked" }[status] || "join_offline");
    } catch (error) {
      this.tell("join_offline");
    } finally {
      this.wait(false);
    }
  }

  tell(fault) {
    this.fault = fault;
    at("join-fault").textContent = fault ? this.language.say(fault) : "";
    if (!fault) at("code").removeAttribute("aria-invalid");
    else {
      at("code").setAttribute("aria-invalid", "true");
      at("code").focus();
      at("code").select();
    }
  }

  wait(busy) {
    this.busy = busy;
    at("enter").textContent = this.language.say(busy ? "join_busy" : "join_button");
  }
}

new Join().start();
