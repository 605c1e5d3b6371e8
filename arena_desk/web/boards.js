// Boards as tables: what has been revealed, ranked. The same on the host's page and on the public one.

import { el, icon } from "./dom.js";

/** One card per board; the no-shows that must come back stand below those who were revealed. */
export function boardCards(boards, language) {
  return boards.map((board) => boardCard(board, language));
}

function boardCard(board, language) {
  const lines = [...board.rows, ...board.away];
  const progress = board.final ? language.say("board_final") : language.say("board_so_far", board);
  return el("section", { class: "card board", "aria-labelledby": "board-" + board.key },
    el("div", { class: "board-head" },
      el("h2", { id: "board-" + board.key }, board.name || language.say("app_board")),
      el("p", { class: board.final ? "progress final" : "progress" }, progress)),
    lines.length ? table(board, lines, language) : el("p", { class: "empty" }, language.say("board_empty")));
}

/** The roles are named because a small screen lays the rows out as lines, and some browsers then forget the table. */
function table(board, lines, language) {
  const head = (key, tone) => el("th", { scope: "col", role: "columnheader", class: tone }, language.say(key));
  return el("table", { role: "table", "aria-labelledby": "board-" + board.key },
    el("thead", { role: "rowgroup", class: "spoken" }, el("tr", { role: "row" },
      head("board_rank", "rank"), head("board_name", "who"), head("board_note", "marks"), head("board_score", "score"))),
    el("tbody", { role: "rowgroup" }, ...lines.map((row) => tableRow(row, language))));
}

function tableRow(row, language) {
  const medal = row.rank !== null && row.rank <= 3 ? " top top-" + row.rank : "";
  return el("tr", { role: "row", class: row.returns ? "returns" : "" },
    el("td", { role: "cell", class: "rank" }, row.rank === null ? "—" : el("span", { class: "place" + medal }, String(row.rank))),
    el("th", { scope: "row", role: "rowheader", class: "who" }, row.name),
    el("td", { role: "cell", class: "marks" }, ...marks(row, language)),
    el("td", { role: "cell", class: "score" }, row.published === null ? "—" : row.published));
}

function marks(row, language) {
  const list = [];
  const add = (tone, text, symbol) => list.push(el("span", { class: "mark " + tone }, symbol ? icon(symbol) : null, text));
  if (row.status === "no_show") add("quiet", language.say("mark_no_show"));
  if (row.status === "withdrawn") add("quiet", language.say("mark_withdrawn"));
  if (row.grade) add("grade", row.grade);
  if (row.review) add("review", language.say("mark_review"), "alert");
  if (row.returns) add("return", language.say("mark_returns"), "flag");
  return list;
}
