/** What `--inspect` says of a file: how it was read, and in comments of the proposal what the file does not decide. */

import type { Words } from "./fields.ts";

/** @param mark whether there is a byte order mark; `undefined` where somebody said the encoding, "ascii" where nothing decides yet */
export function encodingWords(name: string, mark: boolean | "ascii" | undefined): Words {
  if (mark === "ascii") return { de: `${name} (bisher nur ASCII)`, en: `${name} (nothing but ASCII so far)` };
  if (mark === undefined) return { de: name, en: name };
  return mark ? { de: `${name} mit BOM`, en: `${name} with BOM` } : { de: `${name} ohne BOM`, en: `${name} without BOM` };
}

const separators: Readonly<Record<string, Words>> = {
  ";": { de: "Semikolon", en: "semicolon" },
  "\t": { de: "Tabulator", en: "tab" },
  ",": { de: "Komma", en: "comma" },
};

export function separatorWords(separator: string): Words {
  return separators[separator] ?? { de: separator, en: separator };
}

/** @param rows from 1 */
export function rowsWords(first: number | undefined, last: number | undefined): Words {
  return first === last
    ? { de: `Zeile ${first}`, en: `row ${first}` }
    : { de: `Zeilen ${first} bis ${last}`, en: `rows ${first} to ${last}` };
}

export const presentFfcsv: Words = { de: "ffcsv, heutige Form", en: "ffcsv, present form" };
export const olderFfcsv: Words = { de: "ffcsv, ältere Form", en: "ffcsv, older form" };
export const presentGenesis: Words = { de: "GENESIS-Tabelle, heutige Form", en: "GENESIS table, present form" };
export const olderGenesis: Words = { de: "GENESIS-Tabelle, ältere Form", en: "GENESIS table, older form" };

export const noValueAtAll: Words = { de: "In der Tabelle steht kein einziger Wert.", en: "There is not a single value in the table." };
export const providerToAdd: Words = { de: "zu ergänzen: wer die Zahlen herausgibt", en: "to add: who publishes the numbers" };

function decide(de: string, en: string): Words {
  return { de: `zu entscheiden: ${de}`, en: `to decide: ${en}` };
}

export function symbolsToDecide(unknown: readonly string[]): Words {
  return decide(`Kein Zeichensatz kennt ${unknown.join(" ")}`, `no set of symbols knows ${unknown.join(" ")}`);
}

/** @param names of the first categories, and how many more there are */
export function besidesTotal(names: readonly string[], more: number): Words {
  const list = names.join("; ");
  const [de, en] = more === 0 ? ["", ""] : [` und ${more} weitere`, ` and ${more} more`];
  return { de: `außer der Summe gibt es: ${list}${de}`, en: `besides the total there are: ${list}${en}` };
}

export function otherMeasures(codes: readonly string[]): Words {
  return { de: `es gibt auch: ${codes.join("; ")}`, en: `there are also: ${codes.join("; ")}` };
}

export function namelessToDecide(count: number, variable: string): Words {
  return decide(
    `${count} Werte haben unter »${variable}« keine Angabe; others: ignore lässt sie weg`,
    `${count} values have no entry under “${variable}”; others: ignore leaves them out`,
  );
}

export function decimalToDecide(example: string): Words {
  return decide(
    `${example} lässt sich zweifach lesen; "," heißt Dezimalkomma, "." Dezimalpunkt`,
    `${example} can be read in two ways; "," means a decimal comma, "." a decimal point`,
  );
}

export const dayToDecide: Words = decide(
  "Die Datei nennt den Stichtag nicht. Hier eintragen (2024-12-31) oder weglassen und --stichtag angeben",
  "the file does not name the Stichtag. Enter it here (2024-12-31), or leave it out and give --stichtag",
);

export function keysToDecide(keys: readonly string[]): Words {
  return decide(
    `Keine Variable hat die Schlüssel ${keys.map((key) => `»${key}«`).join(", ")}.`,
    `no variable has the keys ${keys.map((key) => `“${key}”`).join(", ")}.`,
  );
}

/** @param near "1234 (Barßel)" */
export function keyToDecide(key: string, near: string | undefined): Words {
  return near === undefined
    ? decide(`»${key}« hat die Datei nicht`, `the file does not have “${key}”`)
    : decide(`»${key}« ist vielleicht ${near}`, `“${key}” is perhaps ${near}`);
}

export function regionToDecide(variable: string, codes: readonly string[]): Words {
  return decide(
    `Welches Gebiet von »${variable}« gilt: ${codes.join(", ")}`,
    `which territory of “${variable}” holds: ${codes.join(", ")}`,
  );
}

export function categoryToDecide(variable: string, codes: readonly string[], isCut: boolean): Words {
  const list = `${codes.join(", ")}${isCut ? " …" : ""}`;
  return decide(`Welche Ausprägung von »${variable}« gilt: ${list}`, `which category of “${variable}” holds: ${list}`);
}
