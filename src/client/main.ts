/** What a page does when it opens: a presentation where there is room, a document on a phone, and charts that answer. */

import type { RevealApi } from "reveal.js";
import { askNumbers, followPage, leave } from "./ask/ask.ts";
import { exploreCharts } from "./chart/explore.ts";
import { showTables } from "./chart/tables.ts";
import { switchViews } from "./chart/views.ts";
import { startDocument } from "./document.ts";
import { type Presentation, startPresentation } from "./presentation.ts";
import { preparePrint } from "./print.ts";

/** A page narrower or lower than this is read, not presented: slides would be too small. As `page.ts` decides before. */
const narrow = "(max-width: 599.98px), (max-height: 479.98px)";

export interface Page {
  /** The running presentation; `undefined` while the page is a document. */
  reveal(): RevealApi | undefined;
  /** To be called when slides have come or changed: charts are fitted, places counted. */
  refresh(): void;
}

/** Brings the page to life. */
export function startDeck(): Page {
  const room = matchMedia(narrow);
  let presentation: Presentation | undefined;
  let endDocument: (() => void) | undefined;
  // One change of mode at a time: reveal starts in several steps.
  let settled: Promise<void> = Promise.resolve();
  const change = (): void => {
    leave();
    settled = settled.then(async () => {
      const presents = mustPresent() || !room.matches;
      if (presents && presentation === undefined) {
        endDocument?.();
        endDocument = undefined;
        presentation = await startPresentation();
      } else if (!presents && endDocument === undefined) {
        presentation?.end();
        presentation = undefined;
        endDocument = startDocument();
      }
      document.documentElement.classList.remove("starting");
    });
  };
  const refresh = (): void => {
    if (presentation !== undefined) presentation.reveal.sync();
    else if (endDocument !== undefined) {
      endDocument();
      endDocument = startDocument();
    }
    followPage();
  };
  // First, since a key that asks means nothing else.
  askNumbers();
  exploreCharts();
  switchViews();
  showTables();
  preparePrint(refresh);
  room.addEventListener("change", change);
  change();
  return { reveal: () => presentation?.reveal, refresh };
}

/** The small previews of the speaker view are slides at any width, and so is reveal's own print view. */
function mustPresent(): boolean {
  return /[?&](?:receiver|print-pdf|view=print)\b/i.test(location.search);
}
