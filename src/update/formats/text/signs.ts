/** Signs that no table has: they show that a file was damaged or saved in a wrong encoding, and would make labels strange. */

import type { Message } from "../../../source/diagnostic.ts";
import { controlSign, lostSign, readTwice } from "../../../source/messages/formats.ts";

/**
 * Control characters but tab and line feed; the sign that stands for lost ones; and what comes of UTF-8 read as
 * ISO-8859-1 or Windows-1252: "Ã¤" for "ä", "Â²" for "²", "â€“" for "–". No language has these.
 */
// oxlint-disable-next-line no-control-regex
const strange = /[\0-\u0008\u000b-\u001f\u007f-\u009f\ufffd]|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â€/;

export interface StrangeSign {
  readonly at: number;
  readonly length: number;
  readonly message: Message;
}

export function strangeSign(text: string): StrangeSign | undefined {
  const match = strange.exec(text);
  if (match === null) return undefined;
  const [sign] = match;
  const message = sign.length > 1 ? readTwice(sign) : sign === "\ufffd" ? lostSign() : controlSign(sign.charCodeAt(0));
  return { at: match.index, length: sign.length, message };
}
