/** What is told of the colours of a PowerPoint template of one's own. */

import type { Message } from "../diagnostic.ts";
import type { Words } from "./fields.ts";

/** A colour by its name in the theme ("dk1", "accent2"), as it is or a shade of it. */
export interface SchemeColourUse {
  readonly name: string;
  readonly change: "none" | "lighter" | "darker";
}

export interface FaintText {
  readonly text: SchemeColourUse;
  readonly on: SchemeColourUse | "background";
  /** WCAG 2 contrast ratio, and what it should be. */
  readonly ratio: number;
  readonly wanted: number;
}

/** @param faint text whose contrast is below what is wanted */
export function templateFaint(faint: readonly FaintText[]): Message {
  const say = (language: "de" | "en"): string =>
    faint
      .map(({ text, on, ratio, wanted }) => {
        const [front, back] = [colourWords(text), on === "background" ? background : colourWords(on)];
        const [is, needs] = [tenths(ratio, language), tenths(wanted, language)];
        return language === "de"
          ? `${front.de} auf ${back.de} ${is}:1 statt ${needs}:1`
          : `${front.en} on ${back.en} ${is}:1, not ${needs}:1`;
      })
      .join("; ");
  return {
    code: "template-faint",
    de: `Mit den Designfarben der Vorlage ist Text in Diagrammen oder Kennzahlen schlecht zu lesen: ${say("de")}. Bitte die Designfarben ändern, im Diagramm andere Farben wählen oder den Text in PowerPoint umfärben.`,
    en: `In the template's theme colours, text of charts or key figures is hard to read: ${say("en")}. Change the theme's colours, choose others in the chart, or recolour the text in PowerPoint.`,
  };
}

const background: Words = { de: "dem Hintergrund", en: "the background" };

/** As in PowerPoint under Design > Variants > Colours > Customise. */
function colourWords({ name, change }: SchemeColourUse): Words {
  const [, kind = "", number = ""] = /^(dk|lt|accent)(\d)$/.exec(name) ?? [];
  const base = schemeWords.get(kind);
  const shade = shades[change];
  if (base === undefined) return { de: name, en: name };
  return { de: `»${base.de} ${number}«${shade.de}`, en: `“${base.en} ${number}”${shade.en}` };
}

const schemeWords: ReadonlyMap<string, Words> = new Map([
  ["dk", { de: "Text/Hintergrund – dunkel", en: "Text/Background – Dark" }],
  ["lt", { de: "Text/Hintergrund – hell", en: "Text/Background – Light" }],
  ["accent", { de: "Akzent", en: "Accent" }],
]);
const shades: Readonly<Record<SchemeColourUse["change"], Words>> = {
  none: { de: "", en: "" },
  lighter: { de: ", aufgehellt,", en: ", lightened," },
  darker: { de: ", abgedunkelt,", en: ", darkened," },
};

/** Not rounded up to what is wanted. */
function tenths(value: number, language: "de" | "en"): string {
  const digits = (Math.floor(value * 10 + 1e-9) / 10).toFixed(1);
  return language === "de" ? digits.replace(".", ",") : digits;
}
