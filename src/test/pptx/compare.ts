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
  return !/^(?:(?:may )?(?:shows|mentions|written)|named|joined): /.test(line);
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
  const written = new Set(linesOf(expected, "may written: ").map(withPoints));
  const names = new Set(linesOf(said, "named: "));
  const joints = linesOf(said, "joined: ");
  return [
    ...linesOf(expected, "named: ").flatMap((name) => (names.has(name) ? [] : [`− named: ${name}`])),
    ...linesOf(expected, "joined: ").flatMap((pair) => (joints.some((joint) => joins(joint, pair)) ? [] : [`− joined: ${pair}`])),
    ...linesOf(said, "written: ").flatMap((text) => (written.has(withPoints(text)) ? [] : [`+ written: ${text}`])),
    ...wordsFaults("shows", expected, said, true),
    ...wordsFaults("mentions", expected, said, false),
  ];
}

/** @param once whether each number may stand there only as often as it is expected */
function wordsFaults(kind: string, expected: readonly string[], said: readonly string[], once: boolean): readonly string[] {
  const shown = linesOf(said, `${kind}: `);
  const must = linesOf(expected, `${kind}: `);
  const parts = [...must, ...linesOf(expected, `may ${kind}: `)];
  const all = shown.join("\n");
  const used = shown.map((words) => partsOf(words, parts));
  const numbers = used.flatMap((found) => found ?? []).filter((part) => /\d/.test(part));
  return [
    ...must.filter((words) => !all.includes(words)).map((words) => `− ${kind}: ${words}`),
    ...shown.filter((_, i) => used[i] === undefined).map((words) => `+ ${kind}: ${words}`),
    ...(once ? less(numbers, parts).map((part) => `+ ${kind}: ${part}, once more`) : []),
  ];
}

function linesOf(lines: readonly string[], prefix: string): readonly string[] {
  return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}

/** Whether two shapes are those that shall be joined: a point bears the name of what it stands for. */
function joins(joint: string, wanted: string): boolean {
  const [a = "", b = ""] = joint.split(" – ");
  const [c = "", d = ""] = wanted.split(" – ");
  return (a.includes(c) && b.includes(d)) || (a.includes(d) && b.includes(c));
}

/** PowerPoint parts thousands as the viewer's computer does. */
function withPoints(text: string): string {
  return text.replaceAll("\u202f", ".");
}

/** The parts that a text is a row of, as few as can be: one shape may hold a name and its number. */
function partsOf(text: string, parts: readonly string[]): readonly string[] | undefined {
  const rows: (readonly string[] | undefined)[] = [[]];
  for (let at = 0; at < text.length; at += 1) {
    const before = rows[at];
    if (before === undefined) continue;
    for (const part of parts) {
      const known = rows[at + part.length];
      if (part !== "" && text.startsWith(part, at) && (known === undefined || known.length > before.length + 1))
        rows[at + part.length] = [...before, part];
    }
  }
  return rows[text.length];
}
