/** Asks again where an answer is late or broken for a moment, with growing waits, and as long as a service asks to wait. */

import type { Message } from "../../../../source/diagnostic.ts";
import { askedToWait, httpStatus, interrupted, receiving, tryingAgain } from "../../../../source/messages/network.ts";
import type { ServiceContext } from "../service.ts";
import { exchange, type Call, type Reply } from "./exchange.ts";
import { usualLimits } from "./limits.ts";
import type { Terms } from "./terms.ts";
import type { Hide } from "./words.ts";

export type Settled = Exclude<Reply, { readonly kind: "fault" }> | { readonly kind: "fault"; readonly message: Message };

/** ms between the tries: four in all. */
const waits: readonly number[] = [2_000, 8_000, 30_000];
/** ms. Nobody sits in front of a terminal for longer; and to come back sooner than asked would be rude. */
const longestWait = 600_000;
const overload = 429;
const passing: ReadonlySet<number> = new Set([overload, 500, 502, 503, 504]);

/** @throws Error of the file system */
export async function askPatiently(call: Call, context: ServiceContext, hide: Hide): Promise<Settled> {
  const terms = termsOf(call, context, hide);
  for (let attempt = 0; ; attempt++) {
    const reply = await exchange(call, terms);
    const why = reasonToAskAgain(reply, call.who);
    if (why === undefined) return reply;
    const usual = waits[attempt];
    const asked = reply.kind === "text" ? waitAskedFor(reply.retryAfter, context.clock.now()) : undefined;
    if (asked !== undefined && asked > longestWait) return { kind: "fault", message: askedToWait(call.who, asked) };
    if (usual === undefined) return reply;
    const wait = asked ?? usual;
    context.progress(tryingAgain(why, wait, attempt + 2, waits.length + 1));
    await context.clock.sleep(wait, context.signal);
    if (context.signal?.aborted === true) return { kind: "fault", message: interrupted(call.who) };
  }
}

function reasonToAskAgain(reply: Reply, who: string): Message | undefined {
  if (reply.kind === "fault") return reply.passing ? reply.message : undefined;
  return passing.has(reply.status) ? httpStatus(who, reply.status, "") : undefined;
}

/**
 * How long a service asks to wait, in ms and at least one second: `Retry-After` in seconds or as a date.
 *
 * @param now ms since 1970
 */
export function waitAskedFor(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const until = /^\s*\d+\s*$/u.test(header) ? now + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(1000, until - now);
}

function termsOf(call: Call, context: ServiceContext, hide: Hide): Terms {
  const { environment, signal, clock } = context;
  let told = clock.now();
  return {
    limits: { ...usualLimits, ...context.limits },
    hide,
    environment,
    ...(signal === undefined ? {} : { signal }),
    received: (bytes) => {
      if (clock.now() - told < 500) return;
      told = clock.now();
      context.progress(receiving(call.who, bytes));
    },
  };
}
