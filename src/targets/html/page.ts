/** The whole deck as one HTML document, readable without JavaScript: the client turns it into a presentation. */

import { createHash } from "node:crypto";
import { isDraft, titleWithState } from "../../deck/draft.ts";
import type { Deck } from "../../deck/model.ts";
import { stateNote } from "../../deck/release-note.ts";
import { renderSources } from "./ask.ts";
import { type Assets, noAssets } from "./assets.ts";
import { escapeHtml } from "./escape.ts";
import { renderSlide } from "./slide.ts";

/** The bundled client, put into the page (one file, CSP by hashes) … */
export interface InlineClient {
  readonly script: string;
  readonly style: string;
  /** Further inline scripts and styles whose hashes the policy must hold: those of the speaker view's window. */
  readonly allowed?: { readonly scripts: readonly string[]; readonly styles: readonly string[] };
}

/** … or loaded from a dev server, without a policy, which would forbid the server's own scripts and styles. */
export interface LinkedClient {
  readonly scriptSrc: string;
  readonly styleSrc?: string;
}

/**
 * A complete HTML document. Where there is room, a script of its own sets `reveal-ready` on `html` (a presentation) and
 * the client keeps to it; without that class, the slides are an ordinary document. `starting` hides the page until the
 * client has taken it off.
 */
export function renderPage(deck: Deck, client: InlineClient | LinkedClient, assets: Assets = noAssets): string {
  const slides = deck.slides.map((slide) => renderSlide(slide, deck, assets)).join("\n");
  const parts = "script" in client ? inline(client) : linked(client);
  const released = deck.state?.kind === "released" ? stateNote(deck.state) : undefined;
  const description = [deck.subtitle, deck.event, released].filter((text) => text !== undefined).join(" · ");
  return `<!doctype html>
<html lang="${deck.language}">
<head>
<meta charset="utf-8">
${parts.policy}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Stichtag">
<meta name="color-scheme" content="light">
${description === "" ? "" : `<meta name="description" content="${escapeHtml(description)}">\n`}${deck.author === undefined ? "" : `<meta name="author" content="${escapeHtml(deck.author)}">\n`}<title>${escapeHtml(titleWithState(deck))}</title>
<script>${starting}</script>
${parts.style}</head>
<body>
<a class="skip" href="#${mainId}">Zum Inhalt springen</a>
<main id="${mainId}" tabindex="-1">
${isDraft(deck) ? draftNote : ""}<div class="reveal">
<div class="slides">
${slides}
</div>
</div>
</main>
${renderSources(deck)}
${parts.script}</body>
</html>
`;
}

/** In a presentation read out only, once: each slide shows the word itself. */
const draftNote = '<p class="draft-note" role="note"><strong>ENTWURF</strong> – noch nicht freigegeben</p>\n';

/** No slide can have it: a slide's id is a file's name, without a colon. */
const mainId = "stichtag:inhalt";

/**
 * Decides before anything is laid out: a page that was a document first would be laid out twice. If the client does not
 * come to take `starting` off, the page is a document after all.
 */
const starting = [
  "const c=document.documentElement.classList;c.add('starting')",
  "if(matchMedia('(min-width:600px) and (min-height:480px)').matches||/[?&](receiver|print-pdf|view=print)\\b/.test(location.search))c.add('reveal-ready')",
  "setTimeout(()=>c.contains('starting')&&c.remove('starting','reveal-ready'),8000)",
].join(";");

interface Parts {
  readonly policy: string;
  readonly style: string;
  readonly script: string;
}

function inline(client: InlineClient): Parts {
  // Neither can end its element: in scripts `<\/` is the same as `</` in strings and patterns, in styles, too.
  const script = client.script.replace(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "\\x3c!--");
  const style = client.style.replace(/<\/(?=style)/gi, "<\\/");
  const scripts = [starting, script, ...(client.allowed?.scripts ?? [])].map(hash);
  const styles = [style, ...(client.allowed?.styles ?? [])].map(hash);
  const rules = [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${styles.join(" ")}`,
    "img-src data:",
    "font-src data:",
    // The speaker view shows the deck itself, from a server or from the disk.
    "frame-src 'self' file:",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return {
    policy: `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}">\n`,
    style: `<style>${style}</style>\n`,
    script: `<script type="module">${script}</script>\n`,
  };
}

function linked(client: LinkedClient): Parts {
  return {
    policy: "",
    style: client.styleSrc === undefined ? "" : `<link rel="stylesheet" href="${escapeHtml(client.styleSrc)}">\n`,
    script: `<script type="module" src="${escapeHtml(client.scriptSrc)}"></script>\n`,
  };
}

function hash(content: string): string {
  return `'sha256-${createHash("sha256").update(content, "utf8").digest("base64")}'`;
}
