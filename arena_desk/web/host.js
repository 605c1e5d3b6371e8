// The host's page: who is on, who is next, and the sentences that may be read aloud now.

import { boardCards } from "./boards.js";
import { el, fill } from "./dom.js";
import { Language } from "./language.js";
import { tokenInAddress } from "./link.js";
import { showContest, showNotices, showReach } from "./page.js";
import { placeOf } from "./views.js";
import { Watch } from "./watch.js";

const at = (id) => document.getElementById(id);

class HostPage {
  constructor(token) {
    this.language = new Language(() => { this.render(); this.watch.read(); }); // the sentences are the desk's
    this.watch = new Watch({
      path: "/api/host", token, language: this.language,
      onBody: (body) => { this.body = body; this.denied = false; },
      onDenied: () => { this.body = null; this.denied = true; },
      onReach: (reachable) => { this.reachable = reachable; this.render(); },
    });
    this.body = null;
    this.denied = false;
    this.reachable = null;
    this.shown = new Map();
  }

  start() {
    window.addEventListener("hashchange", () => location.reload());
    this.language.apply();
    this.render();
    this.watch.start();
  }

  render() {
    const { body, language } = this;
    const notices = this.reachable === false ? [["offline", language.say("offline_page")]] : [];
    if (this.denied) notices.push(["stop", language.say("host_denied")]);
    showReach(this.reachable, language);
    showNotices(notices, language);
    showContest(body, language, "app_host");
    at("script").hidden = body === null;
    if (body) this.renderScript(body);
    this.part("boards", body ? body.boards : [], () => boardCards(body ? body.boards : [], language));
  }

  renderScript(body) {
    const { language } = this;
    this.renderEntry("now", body.entry, language.say("host_nobody"));
    this.renderEntry("next", body.next, language.say("host_no_next"));
    this.part("lines", body.lines, () => body.lines.map((line) => el("li", {}, line)));
    at("quiet").hidden = body.lines.length > 0;
  }

  renderEntry(name, entry, nobody) {
    at(name + "-place").textContent = entry && entry.number ? placeOf(entry, this.language) : "";
    at(name + "-name").textContent = entry ? entry.name : nobody;
    at(name + "-name").classList.toggle("nobody", !entry);
    at(name + "-lead").textContent = entry && entry.lead ? entry.lead : "";
  }

  part(id, data, build) {
    const signature = JSON.stringify([this.language.code, data]);
    if (this.shown.get(id) === signature) return;
    this.shown.set(id, signature);
    fill(at(id), ...build());
  }
}

new HostPage(tokenInAddress()).start();
