// Old browsers cannot run the page's modules; this plain script tells them so.
if (!("noModule" in document.createElement("script")) || typeof BigInt === "undefined" || typeof AbortController === "undefined") {
  document.getElementById("old").hidden = false;
}
