/** The word on what is wrong, over the last good deck. */

import type { Fault } from "./protocol.ts";

let banner: HTMLElement | undefined;

/** Shows a fault, or takes the banner away where nothing is wrong. */
export function showFault({ heading, report }: Fault): void {
  if (report === "") {
    banner?.remove();
    banner = undefined;
    return;
  }
  if (banner === undefined) {
    banner = document.createElement("aside");
    banner.className = "fault-banner";
    banner.setAttribute("role", "alert");
    document.body.append(banner);
  }
  const title = document.createElement("strong");
  title.textContent = heading;
  const text = document.createElement("pre");
  // Holds what authors wrote: text, never markup.
  text.textContent = report;
  banner.replaceChildren(title, text);
}
