/** Looks at the clock during one exchange and ends it when it takes too long or somebody wants no more of it. */

import type { Limits } from "./limits.ts";

export type Ended = "begin" | "idle" | "total" | "interrupted";

export class Watch {
  private readonly limits: Limits;
  private readonly controller = new AbortController();
  private readonly outer: AbortSignal | undefined;
  private readonly total: NodeJS.Timeout;
  private step: NodeJS.Timeout;
  private reason: Ended | undefined;

  constructor(limits: Limits, outer: AbortSignal | undefined) {
    this.limits = limits;
    this.outer = outer;
    this.total = setTimeout(() => this.end("total"), limits.total);
    this.step = setTimeout(() => this.end("begin"), limits.begin);
    outer?.addEventListener("abort", this.interrupt, { once: true });
    if (outer?.aborted === true) this.interrupt();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Why it was ended before its time. */
  get ended(): Ended | undefined {
    return this.reason;
  }

  /** Something came. */
  heard(): void {
    clearTimeout(this.step);
    if (this.reason === undefined) this.step = setTimeout(() => this.end("idle"), this.limits.idle);
  }

  /** To be called in any case: closes the connection if something is still to come. */
  close(): void {
    clearTimeout(this.step);
    clearTimeout(this.total);
    this.outer?.removeEventListener("abort", this.interrupt);
    this.controller.abort();
  }

  private readonly interrupt = (): void => this.end("interrupted");

  private end(reason: Ended): void {
    this.reason ??= reason;
    clearTimeout(this.step);
    this.controller.abort();
  }
}
