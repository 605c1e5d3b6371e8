// The public board: what has been revealed, and nothing else.

import { boardCards } from "./boards.js";
import { fill } from "./dom.js";
import { Language } from "./language.js";
import { showContest, showNotices, showReach } from "./page.js";
import { Watch } from "./watch.js";

const at = (id) => document.getElementById(id);

class BoardPage {
  constructor() {
    this.language = new Language(() => this.render());
    this.watch = new Watch({
      path: "/api/board", token: "", language: this.language,
      onBody: (body) => { this.body = body; this.off = false; },
      onDenied: () => { this.body = null; this.off = true; },
      onReach: (reachable) => { this.reachable = reachable; this.render(); },
    });
    this.body = null;
    this.off = false;
    this.reachable = null;
    this.shown = "";
  }

  start() {
    this.language.apply();
    this.render();
    this.watch.start();
  }

  render() {
    const { body, language } = this;
    showReach(this.reachable, language);
    showNotices(this.reachable === false ? [["offline", language.say("offline_page")]] : [], language);
    showContest(body, language, "app_board");
    at("off").hidden = !this.off;
    const shown = JSON.stringify([language.code, body && body.boards]);
    if (shown !== this.shown) fill(at("boards"), ...(body ? boardCards(body.boards, language) : []));
    this.shown = shown;
  }
}

new BoardPage().start();
