/** One line of a CSV file cut into its fields. */

/**
 * The fields, without quotation marks around them; doubled ones within are one.
 *
 * @returns `undefined` where a quotation mark is never closed or is followed by text: then none was meant, or the field
 *   goes on in the next line
 */
export function splitFields(line: string, separator: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (line[at] !== '"') {
      const end = line.indexOf(separator, at);
      fields.push(line.slice(at, end < 0 ? line.length : end));
      if (end < 0) return fields;
      at = end + separator.length;
      continue;
    }
    let end = line.indexOf('"', at + 1);
    while (end >= 0 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
    if (end < 0) return undefined;
    fields.push(line.slice(at + 1, end).replaceAll('""', '"'));
    if (end + 1 === line.length) return fields;
    if (!line.startsWith(separator, end + 1)) return undefined;
    at = end + 1 + separator.length;
  }
}

/** Where each field of a line stands, its quotation marks with it. For words about a fault: the line is read once more. */
export function fieldSpans(line: string, separator: string): readonly (readonly [start: number, end: number])[] {
  const spans: (readonly [number, number])[] = [];
  for (let at = 0; ; ) {
    let from = at;
    if (line[at] === '"') {
      let close = line.indexOf('"', at + 1);
      while (close >= 0 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
      if (close >= 0) from = close + 1;
    }
    const end = line.indexOf(separator, from);
    spans.push([at, end < 0 ? line.length : end]);
    if (end < 0) return spans;
    at = end + separator.length;
  }
}
