/** A placeholder of a corporate template as the region of a slide: where it stands, and how its text compares to the house's. */

import type { Layout, Region } from "../../../../theme/layouts.ts";
import { text, type TextStyle } from "../../../../theme/tokens.ts";
import { fontSize } from "../units.ts";
import { lettersOf } from "./corporate-fonts.ts";
import type { Match } from "./corporate-regions.ts";
import type { TemplateRegion } from "./template.ts";

/** By how much the house's line heights differ, em, once they have been written as per cent of the font's own line. */
const roundedLine = 0.001;

export function toRegion({ region, kind, placeholder, ofHouse }: Match, house: Layout): TemplateRegion {
  const { box, insets, reference, size, bullets, type, face, line } = placeholder;
  const style = houseStyle(kind, house);
  // The house's own right inset keeps text to its measure, and charts and tables have the whole box.
  const measured = ofHouse && insets.right > 0;
  const same = Math.abs(line - style.line / style.size) < roundedLine;
  return {
    name: region,
    kind,
    box,
    insets: measured ? { ...insets, right: 0 } : insets,
    ...(measured && { textWidth: box.width - insets.right }),
    placeholder: reference,
    scale: size / fontSize(style.size),
    letters: lettersOf(face, style.weight),
    ...(!same && { lineHeight: line }),
    bullets,
    ...((type === "body" || type === "subTitle") && { textOnly: true }),
  };
}

/** What first-level text is set in, in the house's layout. */
function houseStyle(kind: Region["kind"] | "date", { ground }: Layout): TextStyle {
  switch (kind) {
    case "title":
      return ground === "blue" ? text.display : text.title;
    case "kicker":
      return text.kicker;
    case "content":
      return ground === "blue" ? text.lead : text.body;
    case "source":
    case "page":
    case "date":
    case "wordmark":
    case "logo":
    case "claim":
      return text.source;
  }
}
