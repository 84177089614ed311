/** Exact numbers, and how a German text says them: nothing of the program that is tested. */

/** `n / d`, `d` positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export function rational(n: bigint, d: bigint = 1n): Rational {
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** "17135", "-0.5". */
export function parsed(text: string): Rational {
  const [whole = "", fraction = ""] = text.split(".");
  return rational(BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

export const plus = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
/** `undefined` for nothing to divide by. */
export const over = (a: Rational, b: Rational): Rational | undefined => (b.n === 0n ? undefined : rational(a.n * b.d, a.d * b.n));
export const isMore = (a: Rational, b: Rational): boolean => minus(a, b).n > 0n;
export const total = (all: readonly Rational[]): Rational => all.reduce(plus, rational(0n));

export const isSame = (a: Rational, b: Rational): boolean => minus(a, b).n === 0n;

const numerals = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];

/** Formats with decimal places: what they multiply by, and what they write behind. */
const scales: Readonly<Record<string, readonly [Rational, string]>> = {
  number: [rational(1n), ""],
  signed: [rational(1n), ""],
  percent: [rational(100n), "\u00a0%"],
  permille: [rational(1000n), "\u00a0‰"],
  million: [rational(1n, 1_000_000n), "\u00a0Mio."],
  points: [rational(100n), "\u00a0Prozentpunkte"],
};

/**
 * The texts that a number may have: one, but two where it stands in the middle between them, on which the last digit of a
 * binary number decides.
 *
 * @param format "percent(1)", "words"
 */
export function textsOf(value: Rational, format: string): readonly string[] {
  const [, name = "", places = "0"] = /^(\w+)(?:\((\d)\))?$/u.exec(format) ?? [];
  if (name === "ordinal") return [`${grouped(value.n / value.d)}.`];
  if (name === "words") return [numerals[Number(value.n / value.d)] ?? grouped(value.n / value.d)];
  const [scale, suffix] = scales[name] ?? [rational(1n), ""];
  const digits = Number(places);
  const shifted = times(times(value, scale), rational(10n ** BigInt(digits)));
  const size = shifted.n < 0n ? -shifted.n : shifted.n;
  const [below, rest] = [size / shifted.d, size % shifted.d];
  const twice = 2n * rest - shifted.d;
  // Nearer to the middle than a binary number can tell.
  const isTie = rest !== 0n && (twice < 0n ? -twice : twice) * 1_000_000_000_000n < (size + shifted.d) * 4n;
  const rounded = isTie ? [below, below + 1n] : [twice >= 0n && rest !== 0n ? below + 1n : below];
  return rounded.map((number) => {
    const sign = number === 0n ? "" : shifted.n < 0n ? "\u2212" : "+";
    const written = decimal(number, digits);
    const isSigned = name === "signed" || name === "points";
    const lead = isSigned ? (number === 0n ? "±" : sign) : sign === "+" ? "" : sign;
    return `${lead}${written}${written === "1" && name === "points" && sign !== "" ? "\u00a0Prozentpunkt" : suffix}`;
  });
}

function decimal(number: bigint, digits: number): string {
  const text = `${number}`.padStart(digits + 1, "0");
  const fraction = text.slice(text.length - digits);
  return `${grouped(BigInt(text.slice(0, text.length - digits)))}${digits === 0 ? "" : `,${fraction}`}`;
}

const german = new Intl.NumberFormat("de-DE");

function grouped(number: bigint): string {
  return german.format(number);
}
