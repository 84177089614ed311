/** The did-you-mean: the candidate closest to a misspelt name. */

/**
 * The candidate that the author most likely meant, or `undefined` where none is close enough to be worth naming.
 * Case, umlauts written out ("Loeningen") and neighbouring letters swapped count little.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(Math.max(wanted.length, 3) / 3)) + 0.5;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const edits = folded === wanted ? 0 : editDistance(wanted, folded, Math.ceil(bestDistance));
    const distance = startsAlike(wanted, folded) ? Math.min(edits, 1.25) : edits;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** One spelling for what people write differently: case, umlauts, ß, accents, `-`, `_` and blanks. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f\s_-]/gu, "");
}

/** "Essen" for "Essen (Oldenburg)": one is the beginning of the other, and long enough to mean something. */
function startsAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short);
}

/** Damerau-Levenshtein (adjacent swaps count one); gives `limit` as soon as the distance cannot be below it. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    before = previous;
    previous = row;
  }
  return Math.min(limit, previous[b.length] ?? limit);
}
