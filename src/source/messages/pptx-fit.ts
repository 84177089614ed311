/** Words for what does not fit its place in the PowerPoint file, though it does in the browser: on a template of one's own. */

import type { Message } from "../diagnostic.ts";

export function pptxTitleTooLong(lines: number, most: number): Message {
  return {
    code: "pptx-title-too-long",
    de: `Der Titel braucht in der PowerPoint-Vorlage ${lines} Zeilen, Platz ist für ${most}. Bitte kürzen, oder in der Vorlage den Platz des Titels vergrößern.`,
    en: `In the PowerPoint template the title takes ${lines} lines, there is room for ${most}. Shorten it, or give the title more room in the template.`,
  };
}

export function pptxKickerTooLong(lines: number, most: number): Message {
  return {
    code: "pptx-kicker-too-long",
    de: `Die Zeile über dem Titel braucht in der PowerPoint-Vorlage ${lines} Zeilen, Platz ist für ${most}.`,
    en: `In the PowerPoint template the line above the title takes ${lines} lines, there is room for ${most}.`,
  };
}

export function pptxRegionOverflows(region: string, by: number): Message {
  return {
    code: "pptx-region-overflows",
    de: `Der Inhalt des Bereichs »${region}« ist in der PowerPoint-Vorlage um ${by} px zu hoch. Bitte kürzen, die Folie teilen oder in der Vorlage den Bereich vergrößern.`,
    en: `In the PowerPoint template the content of the region \`${region}\` is ${by} px too high. Shorten it, split the slide, or enlarge the region in the template.`,
  };
}

export function pptxWordTooLong(word: string, by: number): Message {
  return {
    code: "pptx-word-too-long",
    de: `»${word}« ist in der PowerPoint-Vorlage um ${by} px breiter als sein Platz.`,
    en: `In the PowerPoint template “${word}” is ${by} px wider than its place.`,
  };
}

export function pptxWordBroken(word: string, by: number): Message {
  return {
    code: "pptx-word-broken",
    de: `PowerPoint kennt keine weichen Trennzeichen: »${word}« ist um ${by} px breiter als sein Platz und wird dort ohne Trennstrich umbrochen.`,
    en: `PowerPoint knows no soft hyphens: “${word}” is ${by} px wider than its place and will be broken there without a hyphen.`,
  };
}

export function pptxChartTooLow(region: string, least: number, has: number): Message {
  return {
    code: "pptx-chart-too-low",
    de: `Dieses Diagramm braucht in der PowerPoint-Vorlage im Bereich »${region}« ${least} px Höhe und hat ${has} px.`,
    en: `In the PowerPoint template this chart needs ${least} px of height in the region \`${region}\` and has ${has} px.`,
  };
}

export function pptxFootOverflows(by: number): Message {
  return {
    code: "pptx-foot-overflows",
    de: `Fußnoten und Quellen der Folie sind in der PowerPoint-Vorlage um ${by} px zu hoch. Weniger oder kürzere Fußnoten, oder in der Vorlage den Platz der Fußzeile vergrößern.`,
    en: `In the PowerPoint template the slide's footnotes and sources are ${by} px too high. Fewer or shorter footnotes, or more room for the footer in the template.`,
  };
}

export function pptxPictureAsWords(file: string, words: string): Message {
  return {
    code: "pptx-picture-as-words",
    de: `In PowerPoint stehen Bilder nur allein in einem Absatz: an der Stelle von \`${file}\` stehen dort die Wörter »${words}«. Bitte das Bild in einen eigenen Absatz setzen, außerhalb von Tabellen, Listen und Zitaten, oder weglassen.`,
    en: `In PowerPoint pictures stand only in a paragraph of their own: in place of \`${file}\` it shows the words “${words}”. Put the picture into a paragraph of its own, outside tables, lists and quotes, or leave it out.`,
  };
}

export function pptxLinkLeftOut(address: string): Message {
  return {
    code: "pptx-link-left-out",
    de: `\`${address}\` ist keine Adresse, die PowerPoint öffnen kann: dort stehen die Wörter ohne den Verweis. Bitte die Adresse prüfen.`,
    en: `\`${address}\` is no address that PowerPoint can open: there the words stand without the link. Check the address.`,
  };
}

export function pptxTitleTwice(title: string, other: string): Message {
  return {
    code: "pptx-title-twice",
    de: `Den Titel »${title}« hat schon die Folie ${other}: wer sich Folien vorlesen lässt, findet sie in PowerPoint an ihrem Titel. Bitte einen der Titel ändern.`,
    en: `The slide ${other} has the title “${title}” already: whoever has slides read aloud finds them in PowerPoint by their title. Change one of the titles.`,
  };
}
