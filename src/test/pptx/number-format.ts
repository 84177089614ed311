/** What PowerPoint shows of a number by its format code, in German. */

/** @returns `undefined` for codes that say nothing of their own ("General") or that are for days */
export function shownBy(code: string, value: number): string | undefined {
  if (code === "General" || /[dmy]/.test(bare(code))) return undefined;
  const [positive = "", negative, zero] = sectionsOf(code);
  if (value === 0 && zero !== undefined) return section(zero, 0);
  if (value < 0) return negative === undefined ? `-${section(positive, -value)}` : section(negative, -value);
  return section(positive, value);
}

/** Without what stands in quotes or behind a backslash. */
function bare(code: string): string {
  return code.replaceAll(/"[^"]*"|\\./g, "");
}

function sectionsOf(code: string): readonly string[] {
  return [...code.matchAll(/(?:"[^"]*"|\\.|[^;"\\])+/g)].map(([part]) => part);
}

function section(code: string, value: number): string {
  const placed = /[#0][#0,.]*/.exec(blanked(code));
  if (placed === null) return literal(code);
  const [digits] = placed;
  const thousands = /,+$/.exec(digits)?.[0].length ?? 0;
  const decimals = /\.(0*)/.exec(digits)?.[1]?.length ?? 0;
  const percent = bare(code).includes("%") ? 2 : 0;
  // Moved as a text, since multiplying would round.
  const scaled = Number(`${value}e${percent - 3 * thousands}`);
  const grouped = digits.slice(0, digits.length - thousands).includes(",");
  const text = new Intl.NumberFormat("de-DE", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: grouped,
  }).format(scaled);
  return literal(code.slice(0, placed.index)) + text + literal(code.slice(placed.index + digits.length));
}

/** With what is literal made unseen, but as long as before. */
function blanked(code: string): string {
  return code.replaceAll(/"[^"]*"|\\./g, (part) => " ".repeat(part.length));
}

function literal(code: string): string {
  return code.replaceAll(/"([^"]*)"|\\(.)/g, (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? "");
}
