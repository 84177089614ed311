/** One request and its answer: a file streamed to the disk, a text, or the words for what went wrong. Never throws for the network. */

import type { Message } from "../../../../source/diagnostic.ts";
import { redirected } from "../../../../source/messages/network.ts";
import { keepFile, Beginning, type Keeping } from "./body.ts";
import { faultOf, type Fault } from "./faults.ts";
import type { Terms } from "./terms.ts";
import { urlOf } from "./url.ts";
import { Watch } from "./watch.ts";
import { excerpt, type Hide } from "./words.ts";

export interface Call {
  /** The service as people call it. */
  readonly who: string;
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams;
  /** Whether a good answer (200) that begins so is a file to be kept; all else is read as text. */
  isFile(head: Head): boolean;
  /** Where a file goes, asked for when one comes; nothing stands there yet. */
  place(): string;
}

export interface Head {
  readonly status: number;
  /** Content type in small letters, without parameters; "" where none is named. */
  readonly type: string;
  /** Some first bytes. */
  readonly beginning: Uint8Array;
}

export type Reply =
  | ({ readonly kind: "file"; readonly path: string } & Head)
  /** Cut where it is longer than a text may be. */
  | ({ readonly kind: "text"; readonly text: string; readonly retryAfter: string | null } & Head)
  | ({ readonly kind: "fault" } & Fault);

/** Of moves within one origin; a circle of them must end. */
const mostMoves = 5;

/** @throws Error of the file system */
export async function exchange(call: Call, terms: Terms): Promise<Reply> {
  const watch = new Watch(terms.limits, terms.signal);
  try {
    const response = await follow(call, terms, watch.signal);
    if (!(response instanceof Response)) return { kind: "fault", message: response, passing: false };
    watch.heard();
    return await read(response, call, terms, watch);
  } catch (reason) {
    const fault = faultOf(reason, call.who, watch.ended, terms);
    if (fault === undefined) throw reason;
    return { kind: "fault", ...fault };
  } finally {
    watch.close();
  }
}

/** Moves are followed only on the same origin and with the same method: anywhere else, credentials would go along. */
async function follow(call: Call, terms: Terms, signal: AbortSignal): Promise<Response | Message> {
  const { who, method, headers, body } = call;
  let { url } = call;
  for (let moves = 0; ; moves++) {
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }), redirect: "manual", signal });
    const to = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || to === null) return response;
    const next = urlOf(to, url);
    const sameMethod = method === "GET" || response.status === 307 || response.status === 308;
    if (next?.origin !== url.origin || next.username !== "" || !sameMethod || moves === mostMoves)
      return redirected(who, shown(next, to, terms.hide));
    await response.body?.cancel();
    url = next;
  }
}

/** An address without its query, which may hold anything; what is no address at all likewise, and without an account. */
function shown(url: URL | undefined, written: string, hide: Hide): string {
  return excerpt(url === undefined ? written.replace(/[?#][^]*$/u, "").replace(/\/\/[^/]*@/u, "//") : `${url.origin}${url.pathname}`, hide);
}

async function read(response: Response, call: Call, terms: Terms, watch: Watch): Promise<Reply> {
  const { status } = response;
  const type = (response.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const beginning = new Beginning(response.body, () => watch.heard());
  const head: Head = { status, type, beginning: await beginning.bytes() };
  // Nothing but 200: a piece (206) or a promise (202) is no file.
  if (status === 200 && call.isFile(head)) {
    const path = call.place();
    const keeping: Keeping = { path, limit: terms.limits.file, who: call.who, received: terms.received };
    const fault = await keepFile(beginning, keeping);
    return fault === undefined ? { kind: "file", path, ...head } : { kind: "fault", message: fault, passing: false };
  }
  const text = await beginning.text(terms.limits.text);
  return { kind: "text", text, retryAfter: response.headers.get("retry-after"), ...head };
}
