/** What a server of tests does wrong, one request after another. */

import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "./answers.ts";

export type Fault = {
  /** Only where this is asked for, e.g. "data/tablefile"; absent: anywhere. */
  readonly at?: string;
  /** How many requests it befalls; default one. */
  readonly times?: number;
} /** The right answer, later. */ & (
  | { readonly kind: "latency"; readonly ms: number }
  /** No answer ever. */
  | { readonly kind: "hang" }
  /** Half of the answer, then nothing more. */
  | { readonly kind: "stall" }
  /** Half of the answer, then the connection is cut. */
  | { readonly kind: "cut" }
  /** The connection is cut at once. */
  | { readonly kind: "reset" }
  | { readonly kind: "http"; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  /** A ZIP of zeros, of so many bytes when unpacked. */
  | { readonly kind: "bomb"; readonly bytes: number }
  | { readonly kind: "redirect"; readonly to: string; readonly status?: number }
  /** A web page with HTTP 200. */
  | { readonly kind: "page"; readonly body?: string }
  /** Other bytes under another content type. */
  | { readonly kind: "type"; readonly type: string; readonly body?: string }
  /** A status of the protocol; {username} and {password} in it become what was sent. */
  | { readonly kind: "says"; readonly code: number; readonly content: string; readonly http?: number }
);

/** Faults in the order in which they come. */
export class Script {
  private faults: readonly Fault[] = [];

  add(faults: readonly Fault[]): void {
    this.faults = [...this.faults, ...faults.flatMap((fault) => Array.from({ length: fault.times ?? 1 }, () => fault))];
  }

  /** The next one that befalls this request. */
  next(method: string): Fault | undefined {
    const at = this.faults.findIndex((fault) => fault.at === undefined || fault.at === method);
    const fault = this.faults[at];
    if (fault !== undefined) this.faults = this.faults.toSpliced(at, 1);
    return fault;
  }
}

/** Sends an answer, well or as the fault has it. */
export async function deliver(response: ServerResponse, { status, headers, body }: Answer, fault?: Fault["kind"]): Promise<void> {
  response.writeHead(status, { ...headers, "content-length": body.length });
  if (fault !== "cut" && fault !== "stall") {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.ceil(body.length / 2)));
  if (fault === "stall") return;
  // Else the half would be cut, too, before it is sent.
  await wait(20);
  response.destroy();
}
