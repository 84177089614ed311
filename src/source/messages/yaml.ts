/** What can be wrong in a YAML text as such. */

import type { Message } from "../diagnostic.ts";

export function emptyFile(): Message {
  return {
    code: "empty-file",
    de: "Hier steht nichts: erwartet werden Felder der Form »name: wert«.",
    en: "There is nothing here: fields of the form `name: value` are expected.",
  };
}
