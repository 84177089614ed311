import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../data/dataset.ts";
import { readData } from "../../data/read.ts";
import { type Source, toSource } from "../../source/source.ts";
import { compileDeck } from "../compile.ts";
import { inputOf } from "../testing.ts";
import { deckLedger } from "./build.ts";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const slides = { "01-a": "# {{ share(a.x, sum(b)) | percent(1) }} [mehr]{claim: a.x + b.x > 1}\n" };

function head(id: string): Source {
  return toSource(`data/${id}/dataset.yaml`, `title: ${id}\nunit: Personen\nkey: Ort\ndefinition: D\nsource: { provider: Amt }\n`);
}

function release(id: string, value: number): Source {
  return toSource(`data/${id}/2020-12-31.yaml`, `stichtag: 2020-12-31\nvalues: { x: ${value}, y: 7 }\n`);
}

describe("what is told of numbers", () => {
  it("goes with the data that they came from, also where two datasets are edited in turn", async () => {
    const heads = [head("a"), head("b")];
    const states: WeakRef<Dataset>[] = [];
    let [a, b] = [release("a", 10), release("b", 20)];
    for (let edit = 0; edit < 20; edit++) {
      if (edit % 2 === 0) a = release("a", 100 + edit);
      else b = release("b", 200 + edit);
      const { value } = readData([...heads, a, b]);
      const input = inputOf(slides);
      const deck = compileDeck({ ...input, data: value ?? input.data }).value;
      const ledger = deck && deckLedger(deck);
      expect(ledger?.figures[0]?.derivation).toContain(edit % 2 === 0 ? `${100 + edit} ÷` : `÷ ${207 + edit}`);
      for (const dataset of value?.values() ?? []) states.push(new WeakRef(dataset));
    }
    // What a job has looked at stays until it ends.
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
    const left = new Set(states.flatMap((state) => state.deref() ?? []));
    expect(left.size).toBeLessThanOrEqual(4);
  });
});
