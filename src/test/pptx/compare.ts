/** What a written slide says against what it must say. */

/** @returns what is missing, what is too much, and whether the order is another; empty where both are equal */
export function differences(expected: readonly string[], said: readonly string[]): readonly string[] {
  const wanted = expected.filter(isOrdered);
  // A row without value that a chart needs to break a line says nothing.
  const ordered = inOrder(
    wanted,
    said.filter((line) => isOrdered(line) && (!/^value: \d+ = gap$/.test(line) || wanted.includes(line))),
  );
  return [
    ...ordered,
    ...inAnyOrder(
      expected.filter((line) => !isOrdered(line)),
      said.filter((line) => !isOrdered(line)),
    ),
  ];
}

/** Words of drawings stand in any order. */
function isOrdered(line: string): boolean {
  return !/^(?:may shows|shows|may written|written|named|joined): /.test(line);
}

function inOrder(expected: readonly string[], said: readonly string[]): readonly string[] {
  if (expected.length === said.length && expected.every((line, i) => line === said[i])) return [];
  const [missing, extra] = [less(expected, said), less(said, expected)];
  if (missing.length + extra.length > 0) return [...missing.map((line) => `− ${line}`), ...extra.map((line) => `+ ${line}`)];
  const at = expected.findIndex((line, i) => line !== said[i]);
  return [`another order from „${expected[at]}“ on, where the file has „${said[at]}“`];
}

/** Lines of one list that the other does not have as often. */
function less(lines: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}

function inAnyOrder(expected: readonly string[], said: readonly string[]): readonly string[] {
  const written = new Set(expected.filter((line) => line.startsWith("may written: ")).map((line) => withPoints(line.slice("may ".length))));
  const names = new Set(said.filter((line) => line.startsWith("named: ")));
  const joints = said.filter((line) => line.startsWith("joined: "));
  const shown = wordsOf(said, "shows: ");
  const [must, may] = [wordsOf(expected, "shows: "), wordsOf(expected, "may shows: ")];
  const all = shown.join("\n");
  return [
    ...expected
      .filter(
        (line) =>
          (line.startsWith("named: ") && !names.has(line)) || (line.startsWith("joined: ") && !joints.some((joint) => joins(joint, line))),
      )
      .map((line) => `− ${line}`),
    ...said.filter((line) => line.startsWith("written: ") && !written.has(withPoints(line))).map((line) => `+ ${line}`),
    ...must.filter((words) => !all.includes(words)).map((words) => `− shows: ${words}`),
    ...shown.filter((words) => !isMadeOf(words, [...must, ...may])).map((words) => `+ shows: ${words}`),
  ];
}

/** Whether two shapes are those that shall be joined: a point bears the name of what it stands for. */
function joins(joint: string, wanted: string): boolean {
  const [a = "", b = ""] = joint.slice("joined: ".length).split(" – ");
  const [c = "", d = ""] = wanted.slice("joined: ".length).split(" – ");
  return (a.includes(c) && b.includes(d)) || (a.includes(d) && b.includes(c));
}

/** PowerPoint parts thousands as the viewer's computer does. */
function withPoints(text: string): string {
  return text.replaceAll("\u202f", ".");
}

function wordsOf(lines: readonly string[], prefix: string): readonly string[] {
  return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}

/** Whether a text is a row of these: one shape may hold a name and its number. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at += 1) {
    if (!reached.has(at)) continue;
    for (const part of parts) if (text.startsWith(part, at)) reached.add(at + part.length);
  }
  return reached.has(text.length);
}
