/** What the file says of itself: title, author, what it is about. Nothing of the day or machine of its making. */

import type { Dataset } from "../../../data/dataset.ts";
import { germanDate } from "../../../data/calendar.ts";
import { type Quantity, dataOf } from "../../../data/figure.ts";
import { visitSlide } from "../../../deck/figures.ts";
import { isDraft, titleWithState } from "../../../deck/draft.ts";
import type { Deck } from "../../../deck/model.ts";
import { stateNote } from "../../../deck/release-note.ts";
import { namespaces, unprefixed } from "../xml/namespaces.ts";
import { type XmlElement, element } from "../xml/tree.ts";

/** `docProps/core.xml`. Its days are the deck's. */
export function coreProperties(deck: Deck): XmlElement {
  const { title, subtitle, event, author, contact, asOf, knownOn, state } = deck;
  const of = state?.kind === "released" ? `. ${stateNote(state)}` : "";
  const day = `${deck.date ?? asOf}T00:00:00Z`;
  const creator = author ?? contact?.name ?? contact?.organisation;
  return element(
    "cp:coreProperties",
    {
      "xmlns:cp": namespaces.cp,
      "xmlns:dc": namespaces.dc,
      "xmlns:dcterms": namespaces.dcterms,
      "xmlns:dcmitype": namespaces.dcmitype,
      "xmlns:xsi": namespaces.xsi,
    },
    said("dc:title", titleWithState(deck)),
    said("dc:subject", [subtitle, event].filter((part) => part !== undefined).join(" · ") || title),
    said("dc:creator", creator),
    said("cp:keywords", keywordsOf(deck).join(", ")),
    said("dc:description", `Datenstand: ${germanDate(asOf)}${knownOn === undefined ? "" : `, Kenntnisstand: ${germanDate(knownOn)}`}${of}`),
    said("cp:lastModifiedBy", creator),
    element("dcterms:created", { "xsi:type": "dcterms:W3CDTF" }, day),
    element("dcterms:modified", { "xsi:type": "dcterms:W3CDTF" }, day),
    said("cp:category", event),
    // PowerPoint shows it as "Status".
    said("cp:contentStatus", isDraft(deck) ? "Entwurf" : state === undefined ? undefined : "Freigegeben"),
    said("dc:language", "de-DE"),
  );
}

/** `docProps/app.xml`. */
export function applicationProperties({ slides, contact }: Deck): XmlElement {
  return element(
    "Properties",
    { xmlns: unprefixed.properties },
    said("Application", "Stichtag"),
    said("Slides", `${slides.length}`),
    said("HiddenSlides", "0"),
    said("Company", contact?.organisation),
  );
}

function said(name: string, text: string | undefined): XmlElement | undefined {
  return text === undefined || text === "" ? undefined : element(name, {}, text);
}

/** The titles of the statistics that the deck shows, in order of appearance; of a deck without data its organisation. */
function keywordsOf({ slides, contact, title }: Deck): readonly string[] {
  const datasets = new Map<string, Dataset>();
  for (const slide of slides) {
    // One figure of a dataset is enough, and large decks have many.
    if (slide.releases.every(({ dataset }) => datasets.has(dataset))) continue;
    const note = (quantity: Quantity): void => {
      for (const { dataset } of dataOf(quantity)) if (!datasets.has(dataset.id)) datasets.set(dataset.id, dataset);
    };
    visitSlide(slide, { figure: note, origin: (origin) => note({ value: 0, unit: "", origin }) });
  }
  const titles = [...datasets.values()].map((dataset) => dataset.title.replaceAll(",", ""));
  return titles.length > 0 ? titles : [contact?.organisation ?? title];
}
