/** The pages of the dev server: a deck, the list of decks, and a page that waits for the first good state. */

import { standingName } from "../client/live/protocol.ts";
import { escapeHtml } from "../targets/html/escape.ts";
import { renderPage } from "../targets/html/page.ts";
import type { LiveDecks } from "./live.ts";
import type { DeckState } from "./state.ts";

/** A deck as it stands, with the script that follows its edits. */
export function deckPage(live: LiveDecks, { deck, assets, version }: DeckState, scriptSrc: string): string {
  const html = renderPage(deck, { scriptSrc }, assets);
  return html.replace("</head>", () => `${standing(deck.id, live.run, version)}${hidden}</head>`);
}

/** Stands until a deck can be shown; what is wrong comes to it as to any page. */
export function waitingPage(live: LiveDecks, id: string, scriptSrc: string): string {
  const head = `<title>${escapeHtml(id)}</title>${standing(id, live.run, 0)}<script type="module" src="${escapeHtml(scriptSrc)}"></script>`;
  return page(head, `<main><h1>${escapeHtml(id)}</h1><p>Der Foliensatz ist noch nicht lesbar.</p></main>`);
}

/** The decks of a project, in German. */
export function indexPage(live: LiveDecks): string {
  const items = live.ids.map((id) => {
    const { title = "noch nicht lesbar", subtitle } = live.state(id)?.deck ?? {};
    const name = subtitle === undefined ? title : `${title} – ${subtitle}`;
    return `<li><a href="/${encodeURIComponent(id)}.html">${escapeHtml(id)}</a>: ${escapeHtml(name)}</li>`;
  });
  const list = items.length === 0 ? "<p>Im Ordner slides/ liegt noch kein Foliensatz.</p>" : `<ul>${items.join("")}</ul>`;
  return page("<title>Foliensätze</title>", `<main><h1>Foliensätze</h1>${list}</main>`);
}

function standing(deck: string, run: string, version: number): string {
  return `<meta name="${standingName}" content="${escapeHtml(JSON.stringify({ deck, run, version }))}">`;
}

/** The style sheet comes by script here: before it has, a deck must not be seen, nor laid out for nothing. */
const hidden = "<style>html.starting body{visibility:hidden}html.starting .slides>section{display:none}</style>";

function page(head: string, body: string): string {
  const style = "<style>body{font:18px/1.5 Carlito,Calibri,sans-serif;margin:48px}</style>";
  return `<!doctype html><html lang="de"><head><meta charset="utf-8">${style}${head}</head><body>${body}</body></html>`;
}
