/** Rounding in decimal notation: what a person would round, not what the binary number behind it happens to be. */

/** A number rounded to a fixed count of decimal places. */
export interface Rounded {
  /** Less than zero after rounding: never a negative zero. */
  readonly negative: boolean;
  readonly zero: boolean;
  /** Digits before the point, at least one, without leading zeros. */
  readonly whole: string;
  /** Exactly as many digits as asked for. */
  readonly fraction: string;
}

/**
 * `value · 10^shift`, rounded half away from zero to `digits` places. Works on the shortest decimal that means the
 * same double (1.005 is 1.005, not 1.00499…), so 1.005 becomes 1.01.
 *
 * @param value finite
 * @param digits 0 or more
 * @param shift e.g. 2 for per cent, -6 for millions
 */
export function round(value: number, digits: number, shift: number = 0): Rounded {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const significant = mantissa.replace(".", "");
  /** How many of the significant digits are kept; may be negative or more than there are. */
  const keep = Number(exponent) + 1 + shift + digits;
  const kept = keep > 0 ? BigInt(significant.slice(0, keep).padEnd(keep, "0")) : 0n;
  const up = keep >= 0 && (significant[keep] ?? "0") >= "5" ? 1n : 0n;
  const text = `${kept + up}`.padStart(digits + 1, "0");
  const zero = kept + up === 0n;
  return {
    negative: value < 0 && !zero,
    zero,
    whole: text.slice(0, text.length - digits),
    fraction: text.slice(text.length - digits),
  };
}

/** The sum, exact in decimal notation where that is possible: 0.1 + 0.2 is 0.3, and counts are counted. */
export function exactSum(values: readonly number[]): number {
  const places = values.reduce((most, value) => Math.max(most, decimalPlaces(value)), 0);
  if (places <= 9) {
    const factor = 10 ** places;
    let sum = 0;
    for (const value of values) sum += Math.round(value * factor);
    if (Number.isSafeInteger(sum)) return sum / factor;
  }
  return values.reduce((sum, value) => sum + value, 0);
}

/**
 * A product or quotient without the last binary digits' error, where that hides a short decimal: 0.145 · 100 is 14.5,
 * not 14.499999999999998. What is no short decimal (1/3) stays as it is.
 */
export function settled(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  const [mantissa = ""] = value.toExponential(14).split("e");
  return mantissa.replace(/0+$/u, "").length <= shortest ? Number(value.toPrecision(15)) : value;
}
/** A sign, a digit, the point and eleven digits more. */
const shortest = 14;

/** Digits after the point of the shortest decimal that means the number. */
export function decimalPlaces(value: number): number {
  if (Number.isInteger(value)) return 0;
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}
