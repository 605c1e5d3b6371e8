// Small helpers to build elements; text is always set as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 7v5l3.5 2 M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0",
  alert: "M12 8v5 M12 16.6v.1 M12 3.5L2.8 19.5h18.4z",
  offline: "M4 4l16 16 M8.5 15.5a5 5 0 0 1 6-.8 M5 12a10 10 0 0 1 4-2.4 M13.5 9.2A10 10 0 0 1 19 12 M12 19v.1",
  back: "M9 5h11a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H9l-6.5-7z M12 9.5l5 5 M17 9.5l-5 5",
  undo: "M4 9h10.5a5.5 5.5 0 0 1 0 11H9 M8.5 4.5L4 9l4.5 4.5",
  minus: "M6 12h12",
  plus: "M6 12h12 M12 6v12",
  next: "M12 5v13 M6.5 13l5.5 5.5l5.5-5.5",
  pencil: "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z",
  stop: "M5.6 5.6l12.8 12.8 M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0",
  flag: "M6 21V4h11l-2.5 4L17 12H6",
};

/** An element: `el("p", {class: "hint"}, "text", child)`; a function as attribute is an event handler. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  for (const child of children) if (child !== null && child !== undefined) node.append(child);
  return node;
}

/** A decorative icon; what it means stands beside it in words. */
export function icon(name) {
  const node = document.createElementNS(SVG, "svg");
  node.setAttribute("viewBox", "0 0 24 24");
  node.setAttribute("class", "icon icon-" + name);
  node.setAttribute("aria-hidden", "true");
  node.setAttribute("focusable", "false");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  node.append(path);
  return node;
}

/** Put these children in place of what a node held. */
export function fill(node, ...children) {
  while (node.firstChild) node.removeChild(node.firstChild);
  for (const child of children) if (child !== null && child !== undefined) node.append(child);
}

/** Whether an element that had the focus can no longer hold it. */
export function isGone(node) {
  return !node.isConnected || node.closest("[hidden]") !== null;
}

/** Move the focus to something that is no control, such as a heading. */
export function focusOn(node) {
  if (!node.hasAttribute("tabindex") && !/^(BUTTON|INPUT|A|SUMMARY)$/.test(node.tagName)) {
    node.setAttribute("tabindex", "-1");
  }
  node.focus();
}

/** The time of day on this device, 24 hours, with seconds. */
export function timeOfDay(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}
