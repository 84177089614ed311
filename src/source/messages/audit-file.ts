/** Words for files that are no PowerPoint files one can read. */

import type { Message } from "../diagnostic.ts";

const again = {
  de: "Bitte noch einmal in PowerPoint öffnen und als .pptx speichern.",
  en: "Please open it in PowerPoint once more and save it as .pptx.",
} as const;

export function auditNoPresentation(name: string): Message {
  return {
    code: "audit-no-presentation",
    de: `»${name}« ist keine PowerPoint-Datei (.pptx).`,
    en: `"${name}" is not a PowerPoint file (.pptx).`,
  };
}

export function auditOldOrLocked(name: string): Message {
  return {
    code: "audit-old-or-locked",
    de: `»${name}« ist mit einem Kennwort geschützt oder in einem alten Format (.ppt). Bitte ohne Kennwort als .pptx speichern.`,
    en: `"${name}" is protected by a password or in an old format (.ppt). Please save it as .pptx without a password.`,
  };
}

export function auditMacros(name: string): Message {
  return {
    code: "audit-macros",
    de: `»${name}« enthält Makros und wird nicht gelesen. Bitte als .pptx speichern, dann bleiben sie zurück.`,
    en: `"${name}" contains macros and is not read. Please save it as .pptx, which leaves them behind.`,
  };
}

export function auditStrict(name: string): Message {
  return {
    code: "audit-strict",
    de: `»${name}« ist als »Strict Open XML« gespeichert. Bitte als »PowerPoint-Präsentation (.pptx)« speichern.`,
    en: `"${name}" is saved as "Strict Open XML". Please save it as "PowerPoint Presentation (.pptx)".`,
  };
}

/** @param part of the package, "" for the package itself */
export function auditDamaged(name: string, part: string): Message {
  const at = part === "" ? { de: "", en: "" } : { de: ` (${part})`, en: ` (${part})` };
  return {
    code: "audit-damaged",
    de: `»${name}« ist beschädigt oder unvollständig${at.de}. ${again.de}`,
    en: `"${name}" is damaged or incomplete${at.en}. ${again.en}`,
  };
}

/** @param most MB, unpacked */
export function auditTooLarge(name: string, most: number): Message {
  return {
    code: "audit-too-large",
    de: `»${name}« ist ausgepackt größer als ${most} MB und wird nicht gelesen.`,
    en: `"${name}" has more than ${most} MB when unpacked and is not read.`,
  };
}
