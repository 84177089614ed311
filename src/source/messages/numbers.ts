/** Numbers inside of messages: as people of each language write them. */

import type { Words } from "./fields.ts";

/** @param value finite */
export function spokenNumber(value: number): Words {
  const text = String(Math.abs(value));
  const sign = value < 0 ? "−" : "";
  const match = /^(\d+)(?:\.(\d+))?$/u.exec(text);
  if (match === null) return { de: String(value), en: String(value) };
  const [, whole = "", fraction] = match;
  const grouped = (mark: string): string => whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, mark);
  const part = (mark: string): string => (fraction === undefined ? "" : mark + fraction);
  return { de: `${sign}${grouped(".")}${part(",")}`, en: `${sign}${grouped(",")}${part(".")}` };
}

/** A share as per cent with at most one decimal place: 0.123 is "12,3 %". */
export function spokenPercent(share: number): Words {
  const { de, en } = spokenNumber(Math.round(share * 1000) / 10);
  return { de: `${de} %`, en: `${en}%` };
}

/** "1 Wert", "3 Werte". */
export function counted(count: number, one: Words, many: Words): Words {
  const number = spokenNumber(count);
  const noun = count === 1 ? one : many;
  return { de: `${number.de} ${noun.de}`, en: `${number.en} ${noun.en}` };
}
