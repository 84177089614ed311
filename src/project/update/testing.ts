/** A small project that is updated, and the files that come in: for tests. */

/** What a row of the file says; defaults make a good one. */
export interface Row {
  readonly ags: string;
  readonly value: string | number;
  readonly stichtag?: string;
  readonly sex?: string;
  readonly quality?: string;
}

const header =
  "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label";

const places: Readonly<Record<string, string>> = {
  "03453": "Musterkreis",
  "03453001": "Ahausen",
  "03453002": "Bedorf",
  "03453003": "Celle",
};

/** An ffcsv of the present form, with quality flags where a row has one. */
export function flatFile(rows: readonly Row[], statistic: string = "12411"): string {
  const flagged = rows.some(({ quality }) => quality !== undefined);
  const lines = rows.map(({ ags, value, stichtag = "2025-12-31", sex = "", quality = "" }) => {
    const cells = [
      statistic,
      "Fortschreibung des Bevölkerungsstandes",
      "STAG",
      "Stichtag",
      stichtag,
      "GEMEIN",
      "Gemeinden",
      ags,
      places[ags] ?? ags,
    ];
    const rest = ["GES", "Geschlecht", sex, sex === "" ? "Insgesamt" : sex, value, "Anzahl", "BEVSTD", "Bevölkerungsstand"];
    return [...cells, ...rest, ...(flagged ? [quality] : [])].join(";");
  });
  return `\ufeff${[`${header}${flagged ? ";value_q" : ""}`, ...lines].join("\n")}\n`;
}

/** Values of the three places; others make another file. */
export function good(
  values: readonly [number | string, number | string, number | string] = [1010, 2010, 3010],
  stichtag?: string,
): readonly Row[] {
  return values.map((value, index) => ({ ags: `0345300${index + 1}`, value, ...(stichtag && { stichtag }) }));
}

/** Three places and their county, with one slide that shows them. */
export const smallProject: Readonly<Record<string, string>> = {
  "slides/fall/deck.yaml": "title: Fall\nas_of: latest\n",
  "slides/fall/10-a.md": "# In Ahausen leben {{ orte.Ahausen }} Menschen\n\nStand {{ stichtag(orte) | date }}\n",
  "data/orte/dataset.yaml": `title: Einwohnerinnen und Einwohner
unit: Personen
key: Gemeinde
keys:
  Ahausen: { ags: "03453001" }
  Bedorf: { ags: "03453002" }
  Celle: { ags: "03453003" }
definition: Bevölkerung am Ort der Hauptwohnung.
source: { provider: Amt, table: 12411-01-01-5 }
rhythm: yearly
checks: { range: [0, 100000], change: 0.1, sums: [{ total: kreis.kreis, parts: all }] }
update:
  filter: { GES: "", MERKMAL: BEVSTD }
  key: { variable: GEMEIN, by: ags, others: ignore }
  unit: Anzahl
`,
  "data/orte/2024-12-31.yaml": "stichtag: 2024-12-31\nstatus: final\nvalues:\n  Ahausen: 1000\n  Bedorf: 2000\n  Celle: 3000\n",
  "data/kreis/dataset.yaml": `title: Einwohnerinnen und Einwohner des Kreises
unit: Personen
key: Gebiet
keys: { kreis: { label: Musterkreis, ags: "03453" } }
coverage: partial
definition: Bevölkerung am Ort der Hauptwohnung.
source: { provider: Amt, table: 12411-01-01-5 }
rhythm: yearly
update:
  filter: { GES: "", MERKMAL: BEVSTD }
  key: { variable: GEMEIN, keys: { "03453": kreis }, others: ignore }
  unit: Anzahl
`,
  "data/kreis/2024-12-31.yaml": "stichtag: 2024-12-31\nstatus: final\nvalues:\n  kreis: 6000\n",
  "data/anderes/dataset.yaml": `title: Anderes
unit: Personen
key: Gebiet
definition: Von Hand gepflegt.
source: { provider: Amt }
`,
  "data/anderes/2024-12-31.yaml": "stichtag: 2024-12-31\nvalues: { x: 1 }\n",
};
