/** What keys do, under the question mark of any keyboard and F1. reveal's own help knows neither the deck's keys nor its look. */

import { closeDialog, openDialog } from "./dialog.ts";

/** As they are pressed in front of an audience: first what turns slides. */
const keys: readonly (readonly [names: readonly string[], effect: string])[] = [
  [["→", "Leertaste", "Bild ↓"], "Nächste Folie"],
  [["←", "Bild ↑"], "Vorige Folie"],
  [["Pos 1", "Ende"], "Erste oder letzte Folie"],
  [["G"], "Zu einer Folie springen"],
  [["O"], "Folienübersicht"],
  [["W"], "Zahlen befragen: Woher?"],
  [["Tab"], "Zu Diagrammen, ihren Daten und Links"],
  [["B"], "Bild dunkel schalten"],
  [["F"], "Vollbild"],
  [["S"], "Ansicht für Vortragende"],
  [["?", "F1"], "Diese Hilfe"],
  [["Esc"], "Schließen, Befragen beenden"],
];

/**
 * Listens for the keys that show the help. By what the key says, not by where it lies: reveal takes the place of "?" on one
 * keyboard for a dark screen on another.
 *
 * @param slide the one that is shown
 * @returns ends it
 */
export function showHelp(slide: () => HTMLElement | null): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "?" && event.key !== "F1") return;
    const { target } = event;
    if (target instanceof Element && target.closest("input, textarea, dialog:not(:has(.help))") !== null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (document.querySelector("dialog .help") === null) openDialog("help", "Tasten", [table()], slide());
    else closeDialog();
  };
  document.addEventListener("keydown", onKey, { capture: true });
  return () => document.removeEventListener("keydown", onKey, { capture: true });
}

function table(): HTMLTableElement {
  const element = document.createElement("table");
  for (const [names, effect] of keys) {
    const row = element.insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    for (const name of names) {
      const key = document.createElement("kbd");
      key.textContent = name;
      head.append(...(head.hasChildNodes() ? [" "] : []), key);
    }
    row.append(head);
    row.insertCell().textContent = effect;
  }
  return element;
}
