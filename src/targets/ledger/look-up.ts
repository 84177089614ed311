/** What is behind an entry of a ledger, by its keys. */

import type { DatumEntry, Ledger, Ref, ReleaseEntry, StepEntry } from "../../deck/ledger/entries.ts";

const lookUps = new WeakMap<Ledger, LookUp>();

/** One for all files that are written of it: what one has looked up the other need not. */
export function lookUpIn(ledger: Ledger): LookUp {
  const lookUp = lookUps.get(ledger) ?? new LookUp(ledger);
  lookUps.set(ledger, lookUp);
  return lookUp;
}

export class LookUp {
  private readonly steps: ReadonlyMap<string, StepEntry>;
  private readonly data: ReadonlyMap<string, DatumEntry>;
  private readonly releases: ReadonlyMap<string, ReleaseEntry>;
  private readonly slides: ReadonlyMap<string, number>;
  private readonly behind = new Map<string, readonly DatumEntry[]>();

  constructor({ steps, data, releases, slides }: Ledger) {
    this.steps = new Map(steps.map((step) => [step.key, step]));
    this.data = new Map(data.map((datum) => [datum.key, datum]));
    this.releases = new Map(releases.map((release) => [release.key, release]));
    this.slides = new Map(slides.map(({ id, number }) => [id, number]));
  }

  step(ref: Ref): StepEntry | undefined {
    return "step" in ref ? this.steps.get(ref.step) : undefined;
  }

  datum(ref: Ref): DatumEntry | undefined {
    return "datum" in ref ? this.data.get(ref.datum) : undefined;
  }

  releasesOf(keys: readonly string[]): readonly ReleaseEntry[] {
    return keys.flatMap((key) => this.releases.get(key) ?? []);
  }

  /** The slide's number in the deck. */
  slideNumber(id: string): number {
    return this.slides.get(id) ?? 0;
  }

  /** All data that it rests on, each once. */
  dataBehind(refs: readonly Ref[]): readonly DatumEntry[] {
    const [only] = refs;
    if (refs.length === 1 && only !== undefined) return this.behindOne(only);
    return [...new Set(refs.flatMap((ref) => this.behindOne(ref)))];
  }

  private behindOne(ref: Ref): readonly DatumEntry[] {
    const datum = this.datum(ref);
    if (datum !== undefined) return [datum];
    if (!("step" in ref)) return [];
    const known = this.behind.get(ref.step);
    if (known !== undefined) return known;
    const data = this.dataBehind(this.steps.get(ref.step)?.inputs ?? []);
    this.behind.set(ref.step, data);
    return data;
  }
}
