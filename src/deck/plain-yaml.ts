/**
 * A quick way through the YAML that slides are full of: `name: a text`, line by line. Whatever is not surely that goes to
 * {@link parseYaml}, and the two never differ (a property test holds them to it).
 */

import { parseYaml, type YamlEntry, type YamlNode } from "../data/yaml.ts";
import type { Outcome } from "../source/diagnostic.ts";
import { spanOf, type Source } from "../source/source.ts";

/** As `parseYaml` of a range. */
export function parseSlideYaml(source: Source, start: number, end: number): Outcome<YamlNode> {
  const value = plainMapping(source, start, end);
  return value === undefined ? parseYaml(source, start, end) : { value, diagnostics: [] };
}

/** A name, and a text that begins with a letter: no indicator of YAML, no number. */
const line = /([a-z][a-z0-9_]*): +([a-zäöüß][^\n]*)(?:\n|$)/iy;
/** What has a meaning inside a plain text, or is none; and the words that are no text. */
const special = /:(?:[ \t]|$)|[ \t]#|[^ -~\u00a1-\u024f\u2010-\u2027\u202f-\u205e\u20a0-\u20cf\u2200-\u22ff]/;
const notText = /^(?:true|false|null)$/i;

function plainMapping(source: Source, start: number, end: number): YamlNode | undefined {
  const { text } = source;
  const entries: YamlEntry[] = [];
  let last = start;
  for (let at = start; at < end; at = line.lastIndex) {
    line.lastIndex = at;
    const match = line.exec(text);
    if (match === null || line.lastIndex > end) return undefined;
    const [whole, key = "", rest = ""] = match;
    const value = rest.replace(/ +$/, "");
    if (special.test(value) || notText.test(value) || entries.some((entry) => entry.key === key)) return undefined;
    const from = at + whole.indexOf(rest, key.length + 2);
    last = from + value.length;
    const span = spanOf(source, from, last);
    entries.push({
      key,
      keySpan: spanOf(source, at, at + key.length),
      value: { kind: "scalar", value, raw: value, quoted: false, span, content: span },
    });
  }
  return entries.length === 0 ? undefined : { kind: "mapping", entries, span: spanOf(source, start, last) };
}
