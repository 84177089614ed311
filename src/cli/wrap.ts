/** Text for a terminal of a certain width, broken between words. */

/** Lines of a code frame stay as they are: their carets stand under letters. */
const frame = /^ +\d* \| /u;
/** What is broken goes on below its own beginning. */
const indent = 4;
/** In a terminal as narrow as this, lines that break by themselves read better. */
const narrowest = 40;

/** @param width in columns */
export function wrapped(text: string, width: number): string {
  if (width < narrowest) return text;
  return text
    .split("\n")
    .map((line) => (line.length <= width || frame.test(line) ? line : broken(line, width)))
    .join("\n");
}

function broken(line: string, width: number): string {
  const start = /^ */u.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = start;
  for (const word of line.slice(start.length).split(" ")) {
    const isFirst = current.trim() === "";
    if (!isFirst && current.length + 1 + word.length > width) {
      lines.push(current);
      current = `${start}${" ".repeat(indent)}${word}`;
    } else current += isFirst ? word : ` ${word}`;
  }
  return [...lines, current].join("\n");
}
