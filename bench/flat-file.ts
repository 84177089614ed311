/** A ffcsv table of any length, always the same: people by district, sex, citizenship and day, as the registers give them. */

import { closeSync, openSync, writeSync } from "node:fs";

const header =
  "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label\n";

/** What is asked of the table: one district. */
export const wantedDistrict = "03453";

const districts = 400;
const sexes = [
  [";Insgesamt", ""],
  ["GESM;männlich", "m"],
  ["GESW;weiblich", "w"],
] as const;

/** Writes the table and says how many of its rows are of the {@link wantedDistrict}. */
export function writeFlatFile(path: string, rows: number): number {
  const file = openSync(path, "w");
  let wanted = 0;
  try {
    writeSync(file, `\uFEFF${header}`);
    let text = "";
    for (let row = 0; row < rows; row++) {
      const chance = scattered(row);
      // The rows stand in no order, so those that are wanted are everywhere.
      const district = chance % districts;
      const code = district === 0 ? wantedDistrict : `${1_000 + district * 13}`.padStart(5, "0");
      if (district === 0) wanted++;
      const [sex] = sexes[row % sexes.length] ?? sexes[0];
      const year = 1990 + (row % 35);
      text += `12521;Ausländerstatistik;STAG;Stichtag;${year}-12-31;KREISE;Kreise und kreisfreie Städte;${code};Musterkreis ${district};GES;Geschlecht;${sex};${chance % 100_000};Anzahl;BEV028;Ausländerinnen und Ausländer\n`;
      if (text.length > 1 << 20) {
        writeSync(file, text);
        text = "";
      }
    }
    writeSync(file, text);
    return wanted;
  } finally {
    closeSync(file);
  }
}

/** A whole number that looks like chance and is always the same. */
function scattered(seed: number): number {
  return Math.imul(seed + 1, 2654435761) >>> 8;
}
