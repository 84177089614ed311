/** Numbers in texts that run from one value to the next, written in between as they are written at the end. */

/** A number as German decks write it: thousands by dot or narrow blank, decimals by comma. */
const number = /[−-]?\d{1,3}(?:[.\u202f\u00a0]\d{3})+(?:,\d+)?|[−-]?\d+(?:,\d+)?/;

/**
 * The texts between two: `undefined` where the texts are the same, or differ in more than their first number.
 *
 * @returns the text at a time from 0 to 1; at 1 exactly `end`
 */
export function interpolateWords(start: string, end: string): ((time: number) => string) | undefined {
  const from = number.exec(start);
  const to = number.exec(end);
  if (start === end || from === null || to === null) return undefined;
  const tail = end.slice(to.index + to[0].length);
  if (start.slice(0, from.index) !== end.slice(0, to.index) || start.slice(from.index + from[0].length) !== tail) return undefined;
  const head = end.slice(0, to.index);
  const [a, b] = [valueOf(from[0]), valueOf(to[0])];
  const digits = /,(\d+)$/.exec(to[0])?.[1]?.length ?? 0;
  const separator = /[.\u202f\u00a0]/.exec(to[0])?.[0] ?? /[.\u202f\u00a0]/.exec(from[0])?.[0] ?? ".";
  return (time) => (time >= 1 ? end : head + written(a + (b - a) * time, digits, separator) + tail);
}

function valueOf(text: string): number {
  return Number(
    text
      .replaceAll(/[.\u202f\u00a0]/g, "")
      .replace(",", ".")
      .replace("−", "-"),
  );
}

function written(value: number, digits: number, separator: string): string {
  const [whole = "", decimals] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, separator);
  return `${value < 0 ? "−" : ""}${grouped}${decimals === undefined ? "" : `,${decimals}`}`;
}
