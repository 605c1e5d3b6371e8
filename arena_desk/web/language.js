// The language of the page: Chinese first, switched without a reload, remembered on this device.

import { WORDS } from "./words.js";

const KEY = "arena.language";
const TAGS = { zh: "zh-CN", en: "en" };

function remembered() {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "zh";
  } catch (error) {
    return "zh";
  }
}

/** Without the invisible signs that turn the direction of what follows: in a name they would turn the whole sentence. */
export function straight(words) {
  return words.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

export class Language {
  /** `onChange` is called after the language was switched, here or in another tab. */
  constructor(onChange) {
    this.code = remembered();
    this.onChange = onChange;
    window.addEventListener("storage", (event) => {
      if (event.key === KEY) this.use(event.newValue === "en" ? "en" : "zh");
    });
  }

  /** A sentence in the present language, its {places} filled in. */
  say(key, values) {
    return WORDS[this.code][key].replace(/\{(\w+)\}/g, (_, name) => straight(String(values[name])));
  }

  toggle() {
    const code = this.code === "zh" ? "en" : "zh";
    try {
      localStorage.setItem(KEY, code);
    } catch (error) {
      // Without storage the choice lasts as long as the page.
    }
    this.use(code);
  }

  use(code) {
    this.code = code;
    this.apply();
    this.onChange();
  }

  /** Fill the words of the static page and wire its language button. */
  apply() {
    document.documentElement.lang = TAGS[this.code];
    for (const node of document.querySelectorAll("[data-word]")) node.textContent = this.say(node.dataset.word);
    for (const node of document.querySelectorAll("[data-word-label]")) {
      node.setAttribute("aria-label", this.say(node.dataset.wordLabel));
    }
    const button = document.getElementById("language");
    button.textContent = this.say("other_language");
    button.lang = this.code === "zh" ? "en" : "zh-CN";
    button.onclick = () => this.toggle();
  }
}
