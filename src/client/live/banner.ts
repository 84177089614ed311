/** The word on what is wrong, over the last good deck. */

import type { Fault } from "./protocol.ts";

let banner: HTMLElement | undefined;

/** Shows a fault, or takes the banner away where nothing is wrong. */
export function showFault({ heading, severity, report }: Fault): void {
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
  const text = document.createElement("pre");
  // Holds what authors wrote: text, never markup.
  text.textContent = report;
  banner.firstElementChild?.replaceChildren(title, text);
}
