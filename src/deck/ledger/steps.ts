/** Steps of a calculation, written out in numbers: "17.135 ÷ 171.843". */

import type { LedgerStep } from "./ledger.ts";
import { type Thousands, exactNumber, operand } from "./exact.ts";

/** More numbers than this are counted and not written out: they stand below, with their names. */
const most = 12;

/** The left side of "… = result". */
export function stepWords({ operation, expression, inputs, veiled }: LedgerStep, thousands: Thousands): string {
  if (veiled !== undefined) {
    const noun = operation === "sum" ? "Summe von" : "berechnet aus";
    return `${noun} ${exactNumber(veiled, thousands)} ${veiled === 1 ? "vertraulichen Wert" : "Werten, einzeln vertraulich"}`;
  }
  const [first = "", ...others] = inputs.map(({ value }) => operand(value, thousands));
  const second = inBrackets(others[0] ?? "");
  const count = exactNumber(inputs.length, thousands);
  switch (operation) {
    case "+":
      return `${first} + ${second}`;
    case "-":
      return others.length === 0 ? `0 \u2212 ${inBrackets(first)}` : `${first} \u2212 ${second}`;
    case "*":
      return `${first} × ${second}`;
    case "/":
    case "share":
      return `${first} ÷ ${second}`;
    case "change":
      return `${first} \u2212 ${second}`;
    case "change_rate":
      return `(${first} \u2212 ${second}) ÷ ${second}`;
    case "sum":
      return inputs.length === 1 ? `Summe aus ${first}` : (joined(" + ", first, others) ?? `Summe von ${count} Werten`);
    case "mean": {
      const sum = joined(" + ", first, others);
      return sum === undefined ? `Mittel von ${count} Werten` : `${others.length === 0 ? sum : `(${sum})`} ÷ ${count}`;
    }
    case "min":
      return `kleinster ${among(first, others, count)}`;
    case "max":
      return `größter ${among(first, others, count)}`;
    case "count":
      return "Anzahl der Werte";
    case "rank":
      return `Rang von ${first} (${largerThan(others, thousands)})`;
    case "rest":
      return joined(" \u2212 ", first, others) ?? `${first} \u2212 Summe der ${exactNumber(others.length, thousands)} größten Werte`;
    default:
      return inputs.length === 0 ? expression : `${expression} mit ${joined("; ", first, others) ?? `${count} Werten`}`;
  }
}

/** `undefined` where there are too many to be written out. */
function joined(sign: string, first: string, others: readonly string[]): string | undefined {
  return others.length < most ? [first, ...others.map(inBrackets)].join(sign) : undefined;
}

function among(first: string, others: readonly string[], count: string): string {
  return others.length < most ? `Wert von ${[first, ...others].join("; ")}` : `von ${count} Werten`;
}

function largerThan(larger: readonly string[], thousands: Thousands): string {
  if (larger.length === 0) return "kein Wert ist größer";
  if (larger.length === 1) return `größer ist ${larger[0]}`;
  return larger.length < most ? `größer sind ${larger.join("; ")}` : `größer sind ${exactNumber(larger.length, thousands)} Werte`;
}

function inBrackets(number: string): string {
  return number.startsWith("\u2212") ? `(${number})` : number;
}
