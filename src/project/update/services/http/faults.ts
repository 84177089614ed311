/** What can go wrong on the way to a service, from the codes of Node; their texts are not told, as they may quote what was sent. */

import type { Message } from "../../../../source/diagnostic.ts";
import { badCertificate, interrupted, silent, tooSlow, unreachable } from "../../../../source/messages/network.ts";
import type { Terms } from "./terms.ts";
import type { Ended } from "./watch.ts";

export interface Fault {
  readonly message: Message;
  /** Whether it may be gone in a moment. */
  readonly passing: boolean;
}

const passing: ReadonlySet<string> = new Set([
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "UND_ERR_SOCKET",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const lasting: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "EACCES", "EPERM"]);
/** Of the parser of HTTP and of compression: bytes are missing or wrong. */
const damaged = /^(?:HPE_|Z_)/u;
const certificate = /CERT|SIGNATURE|SELF_SIGNED|ERR_TLS|^EPROTO$|ERR_SSL/u;
const proxies = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"] as const;

/** `undefined` for what is no fault of the network. */
export function faultOf(reason: unknown, who: string, ended: Ended | undefined, terms: Terms): Fault | undefined {
  switch (ended) {
    case "interrupted":
      return { message: interrupted(who), passing: false };
    case "begin":
    case "idle":
      return { message: silent(who, terms.limits[ended]), passing: false };
    case "total":
      return { message: tooSlow(who, terms.limits.total), passing: false };
    case undefined:
      break;
  }
  // All that fetch and its streams throw for the network are TypeErrors that carry the reason with them.
  if (!(reason instanceof TypeError) || !(reason.cause instanceof Error)) return undefined;
  const code = codeOf(reason.cause);
  if (certificate.test(code)) return { message: badCertificate(who, code), passing: false };
  const proxy = lasting.has(code) || code === "UND_ERR_CONNECT_TIMEOUT" ? proxies.find((name) => terms.environment[name]) : undefined;
  return { message: unreachable(who, code, proxy), passing: passing.has(code) || damaged.test(code) };
}

function codeOf(cause: Error): string {
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
}
