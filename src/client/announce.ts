/** Tells a screen reader where it is: reveal would read out the whole slide. */

let region: HTMLElement | undefined;

/** Says a short text politely. */
export function announce(text: string): void {
  if (region === undefined) {
    region = document.createElement("div");
    region.className = "visually-hidden";
    region.setAttribute("aria-live", "polite");
    document.body.append(region);
  }
  region.textContent = text;
}
