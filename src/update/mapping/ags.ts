/** Ways of writing the Amtlicher Gemeindeschlüssel. */

import type { KeyLevel } from "../mapping.ts";

/**
 * The AGS (2, 3, 5 or 8 digits) that a code means; `undefined` where it means none. A spreadsheet may have taken the
 * leading zero of a number away: a code of 4 or 7 digits can only be one such.
 */
export function agsOf(code: string, by: KeyLevel["by"]): string | undefined {
  const digits = code.replaceAll(/[\s\u00a0]/gu, "");
  if (!/^\d+$/u.test(digits)) return undefined;
  if (by === "lsn") return [1, 3, 6].includes(digits.length) ? `03${digits}` : undefined;
  switch (digits.length) {
    case 2:
    case 3:
    case 5:
    case 8:
      return digits;
    case 1:
    case 4:
    case 7:
      return `0${digits}`;
    // Land, region, district, association, municipality: the association is no part of the AGS.
    case 11:
      return agsOf(`0${digits}`, by);
    case 12:
      return `${digits.slice(0, 5)}${digits.slice(9)}`;
    default:
      return undefined;
  }
}
