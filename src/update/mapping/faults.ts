/** Faults of a table, which may have as many as it has rows: the first few of each kind, and how many more there are. */

import { error, type Diagnostic, type Message } from "../../source/diagnostic.ts";
import { moreOfTheSame } from "../../source/messages/reading.ts";
import type { Span } from "../../source/source.ts";

const shownOfAKind = 4;

export class Faults {
  private readonly shown: Diagnostic[] = [];
  private readonly kinds = new Map<string, { count: number; next?: Span }>();

  /** @param message made only where it is shown */
  add(kind: string, span: Span, message: () => Message): void {
    const seen = this.kinds.get(kind) ?? { count: 0 };
    this.kinds.set(kind, seen);
    seen.count++;
    if (seen.count <= shownOfAKind) this.shown.push(error(span, message()));
    else seen.next ??= span;
  }

  get any(): boolean {
    return this.shown.length > 0;
  }

  has(kind: string): boolean {
    return this.kinds.has(kind);
  }

  diagnostics(): readonly Diagnostic[] {
    const more: Diagnostic[] = [];
    for (const { count, next } of this.kinds.values()) {
      if (next !== undefined) more.push(error(next, moreOfTheSame(count - shownOfAKind)));
    }
    return [...this.shown, ...more];
  }
}
