/** The word on what is wrong, over the last good deck. */

import type { Fault, Note } from "./protocol.ts";

let banner: HTMLElement | undefined;

/** Shows a fault, or takes the banner away where nothing is wrong. */
export function showFault({ heading, severity, report, notes }: Fault): void {
  if (report === "" || severity !== banner?.dataset["severity"]) {
    banner?.remove();
    banner = undefined;
  }
  if (report === "") return;
  const warns = severity === "warning";
  if (banner === undefined) {
    banner = document.createElement("aside");
    banner.dataset["severity"] = severity;
    banner.className = "fault-banner";
    banner.setAttribute("role", warns ? "status" : "alert");
    // Warnings must not stand over the deck: they are a line that opens.
    banner.append(document.createElement(warns ? "details" : "div"));
    document.body.append(banner);
  }
  const title = document.createElement(warns ? "summary" : "strong");
  title.textContent = heading;
  banner.firstElementChild?.replaceChildren(title, ...notes.map(noteElement));
}

/** Holds what authors wrote: text, never markup. */
function noteElement({ place, code, words, frame }: Note): HTMLElement {
  const note = document.createElement("section");
  const head = document.createElement("p");
  head.className = "place";
  head.textContent = `${place} · ${code}`;
  const text = document.createElement("p");
  text.textContent = words;
  note.append(head, text);
  if (frame !== "") {
    const line = document.createElement("pre");
    line.textContent = frame;
    note.append(line);
  }
  return note;
}
