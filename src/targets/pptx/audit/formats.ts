/** Codes by which spreadsheets and charts write numbers: `#,##0;"−"#,##0`. */

/** Whether a number that is written by this code reads as another one than by those that were written. */
export function inventsDigits(code: string, written: readonly string[]): boolean {
  const own = effectOf(code);
  return own !== "" && !written.some((each) => effectOf(each) === own);
}

/** What a code does to a number's size: digits it adds, hundreds it makes, thousands it leaves out; "" for none. */
function effectOf(code: string): string {
  // The same sign stands in quotes or behind a stroke.
  const literals = [...code.matchAll(/"([^"]*)"|\\(.)/gu)].map(([, quoted, single]) => quoted ?? single ?? "").join("");
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/gu, "");
  const digits = (literals + bare.replaceAll("0", "")).replaceAll(/\D/g, "");
  const scale = `${bare.includes("%") ? "%" : ""}${/[0#](,+)(?![0#,])/.exec(bare)?.[1] ?? ""}`;
  return digits + scale;
}
