/** The codes that a filter lets through, with a memory of what it was asked: of a filter that fits nothing it can be told what there is. */

import { isBareTotal } from "../total.ts";

const remembered = 2000;

export class WantedCodes extends Set<string> {
  /** How often it was asked, and how often it agreed. */
  asked = 0;
  agreed = 0;
  /** Codes it refused, the first ones. */
  readonly refused: Set<string> = new Set<string>();

  override has(code: string): boolean {
    this.asked++;
    if (super.has(code)) {
      this.agreed++;
      return true;
    }
    if (this.refused.size < remembered) this.refused.add(code);
    return false;
  }
}

/** The total by whatever word, which as a code is "". */
export function wantedCodes(code: string): WantedCodes {
  return new WantedCodes(isBareTotal(code) ? [code, ""] : [code]);
}
