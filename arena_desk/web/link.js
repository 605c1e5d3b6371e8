// Calls to the desk: a time limit on each, JSON both ways, and one kind of error for "no honest answer came".

const LIMIT = 8000;
const SHORTEST = 500;
const LONGEST = 5000;

/**
 * No answer of the desk came: cut off, too late, or not the desk that answered. `cut`: we gave up ourselves; `unable`: the
 * desk did answer, but its disk takes nothing now.
 */
export class OutOfReach extends Error {
  constructor(message, cut, unable) {
    super(message);
    this.cut = Boolean(cut);
    this.unable = Boolean(unable);
  }
}

/** Milliseconds to wait before the next try: doubling from 0.5 s to 5 s, spread out so that panels do not come at once. */
export function backoff(attempt) {
  const ceiling = Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempt + 1, 10));
  return SHORTEST + Math.random() * (ceiling - SHORTEST);
}

/** The token in the page's address, after the #; empty where there is none. */
export function tokenInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch (error) {
    return "";
  }
}

export class Link {
  /** `token` may be empty (public pages); `language` gives the language of the desk's messages. */
  constructor(token, language) {
    this.token = token;
    this.language = language;
    this.running = null;
  }

  get(path) {
    return this.call("GET", path);
  }

  post(path, body) {
    return this.call("POST", path, body);
  }

  put(path, body) {
    return this.call("PUT", path, body);
  }

  /** Give up the call that is under way; with `method` only if it is of that kind. */
  cut(method) {
    if (this.running && (!method || this.running.method === method)) this.running.giveUp();
  }

  /** {status, body} of the desk's answer; OutOfReach when none came or it was none of the desk's. */
  async call(method, path, body) {
    const controller = new AbortController();
    let cut = false;
    const running = { method, giveUp: () => { cut = true; controller.abort(); } };
    const timer = setTimeout(() => controller.abort(), LIMIT);
    this.running = running;
    try {
      const answer = await fetch(path, this.request(method, body, controller.signal));
      return read(answer.status, await answer.text());
    } catch (error) {
      throw error instanceof OutOfReach ? error : new OutOfReach(String(error), cut);
    } finally {
      clearTimeout(timer);
      if (this.running === running) this.running = null;
    }
  }

  request(method, body, signal) {
    const headers = { Accept: "application/json", "Accept-Language": this.language.code };
    if (this.token) headers.Authorization = "Bearer " + this.token;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const text = body === undefined ? undefined : JSON.stringify(body);
    return { method, headers, body: text, signal, cache: "no-store", credentials: "omit", redirect: "error" };
  }
}

function read(status, text) {
  let body = null;
  try {
    body = JSON.parse(text);
  } catch (error) {
    // A captive portal or a proxy answers with a page: that is not the desk.
  }
  if (body === null || typeof body !== "object") throw new OutOfReach("status " + status + " without JSON");
  if (status === 503 && body.error === "storage") throw new OutOfReach("nothing can be stored", false, true);
  if (status >= 500 || status === 408 || status === 425) throw new OutOfReach("status " + status);
  return { status, body };
}
