/** `quality:` of a release: one flag for all its values, or a mapping of the shape of `values` with flags where there are any. */

import { error, type Diagnostic } from "../source/diagnostic.ts";
import { qualityBelowValue, qualityWithoutValue, unknownQuality } from "../source/messages/data.ts";
import { nearest } from "../source/nearest.ts";
import type { Cell, Level } from "./dataset.ts";
import { fieldsOf, text } from "./fields.ts";
import type { Quality } from "./figure.ts";
import { flagIn, shownFlags, type SymbolSet } from "./symbols.ts";
import type { YamlNode } from "./yaml-node.ts";

/** The values with what is said of them. A flag at a level says it of all values below; faults go to `report`. */
export function withQuality(values: Level, written: YamlNode, set: SymbolSet, report: Diagnostic[]): Level {
  if (written.kind === "scalar") {
    const quality = readFlag(written, set, report);
    return quality === undefined ? values : everywhere(values, quality);
  }
  if (written.kind === "sequence") {
    fieldsOf(written, report); // says what was expected
    return values;
  }
  const cells = new Map<string, Cell>(values.cells);
  for (const { key, keySpan, value: flags } of written.entries) {
    const cell = cells.get(key);
    if (cell === undefined) report.push(error(keySpan, qualityWithoutValue(key, nearest(key, cells.keys()))));
    else if (cell.kind === "level") cells.set(key, withQuality(cell, flags, set, report));
    else if (flags.kind === "scalar") {
      const quality = readFlag(flags, set, report);
      if (quality !== undefined) cells.set(key, { ...cell, quality });
    } else report.push(error(flags.span, qualityBelowValue(key)));
  }
  return { ...values, cells };
}

function readFlag(written: YamlNode, set: SymbolSet, report: Diagnostic[]): Quality | undefined {
  const flag = text(written, report);
  const quality = flag === undefined ? undefined : flagIn(set, flag);
  if (flag !== undefined && quality === undefined) {
    report.push(error(written.span, unknownQuality(flag, legendOf(set), meant(flag, set))));
  }
  return quality;
}

function everywhere(values: Level, quality: Quality): Level {
  const cells = new Map<string, Cell>();
  for (const [key, cell] of values.cells) cells.set(key, cell.kind === "level" ? everywhere(cell, quality) : { ...cell, quality });
  return { ...values, cells };
}

/** "p = vorläufige Zahl" */
function legendOf(set: SymbolSet): readonly string[] {
  return shownFlags(set).map((flag) => `${flag} = ${set.flags.get(flag)?.meaning ?? ""}`);
}

/** The flag for a word that says what it means ("vorläufig", "preliminary"). One letter is near every other. */
function meant(written: string, set: SymbolSet): string | undefined {
  const byWord = new Map(
    [...set.flags.values()].flatMap(({ flag, kind, meaning }) => [kind, meaning.split(" ")[0] ?? ""].map((word) => [word, flag])),
  );
  return written.length < 3 ? undefined : byWord.get(nearest(written, byWord.keys()) ?? "");
}
