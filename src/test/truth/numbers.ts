/** Numbers as they stand in texts, and which of them are there too often. */

/** "17.135", "−85", "9,97%", "01.07.2017", "½": with sign and what makes a share or millions of them, without the blank between. */
export function numbersIn(text: string): readonly string[] {
  const found = text.match(/(?:[+±\u2212](?=\d))?\d+(?:[.,\u202f]\d+)*(?:[ \u00a0]?(?:%|‰|Mio\.))?|[½¼¾⅓⅔]/gu) ?? [];
  return found.map((number) => number.replace(/[ \u00a0]/u, ""));
}

/** Those of `shown` that `allowed` does not have, or not as often. */
export function surplus(shown: readonly string[], allowed: readonly string[]): readonly string[] {
  const left = [...allowed];
  return shown.filter((number) => {
    const at = left.indexOf(number);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
