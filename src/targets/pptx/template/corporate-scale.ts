/** A placeholder of a corporate template as the region of a slide: where it stands, and how its text compares to the house's. */

import type { Layout, Region } from "../../../../theme/layouts.ts";
import { text, type TextStyle } from "../../../../theme/tokens.ts";
import { fontSize } from "../units.ts";
import { lettersOf } from "./corporate-fonts.ts";
import type { Match } from "./corporate-regions.ts";
import type { TemplateRegion } from "./template.ts";

export function toRegion({ region, kind, placeholder }: Match, house: Layout): TemplateRegion {
  const { box, insets, reference, size, bullets, type, face, line } = placeholder;
  const style = houseStyle(kind, house);
  return {
    name: region,
    kind,
    box,
    insets,
    placeholder: reference,
    scale: size / fontSize(style.size),
    letters: lettersOf(face, style.weight),
    lineHeight: line,
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
