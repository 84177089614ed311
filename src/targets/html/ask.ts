/** The ledger in the form in which a page carries it, so that its numbers can be asked: short, and each thing once. */

import { figureMarks } from "../../chart/marks.ts";
import type { Chart } from "../../chart/model.ts";
import {
  type Answer,
  answersClass,
  type AskedDatum,
  type AskedRelease,
  type DeckSources,
  type DatumMore,
  type SlideAnswers,
  sourcesClass,
  type WrittenDatum,
} from "../../data/answer.ts";
import type { Figure } from "../../data/figure.ts";
import { statusToTell } from "../../data/status.ts";
import { appearancesOf } from "../../deck/ledger/appearances.ts";
import { slideLedger } from "../../deck/ledger/build.ts";
import { derivedFigures } from "../../deck/ledger/derived.ts";
import type {
  ClaimEntry,
  DatumEntry,
  EarlierValue,
  FigureEntry,
  LedgerPart,
  Place,
  Ref,
  ReleaseEntry,
  StepEntry,
} from "../../deck/ledger/entries.ts";
import type { Block, Deck, Slide } from "../../deck/model.ts";
import { asksForDays, nameOfTwo, operationNoun, type Sides, textNoun } from "./ask-words.ts";
import { escapeJson } from "./escape.ts";

/** The slide's answers as a script that is not run; "" where it has none. */
export function renderAnswers(slide: Slide, part: LedgerPart): string {
  if (slide.ledger === true) return "";
  const answers = answersOf(slide, part);
  return answers.answers.length === 0 ? "" : jsonScript(answersClass, answers);
}

/** What the answers of all slides lead to, once a deck. */
export function renderSources(deck: Deck): string {
  return jsonScript(sourcesClass, sourcesOf(deck));
}

export function sourcesOf(deck: Deck): DeckSources {
  const sources: Record<string, AskedRelease> = {};
  for (const slide of deck.slides) {
    if (slide.ledger === true) continue;
    for (const release of slideLedger(slide, deck).releases) sources[release.key] ??= askedRelease(release);
  }
  return sources;
}

function jsonScript(name: string, value: unknown): string {
  return `<script type="application/json" class="${name}">${escapeJson(JSON.stringify(value))}</script>`;
}

/** What has no place of its own in the page cannot be asked there. */
const placeless: ReadonlySet<string> = new Set(["alt-text", "footnote"]);

export function answersOf(slide: Slide, part: LedgerPart): SlideAnswers {
  const teller = new Teller(part);
  const at: number[] = Array.from({ length: appearancesOf(slide).all.length }, () => -1);
  const answers: Answer[] = [];
  const add = (places: readonly Place[], answer: () => Answer): void => {
    let isSeen = false;
    for (const { id, role } of places) {
      if (placeless.has(role)) continue;
      isSeen = true;
      at[numberOf(id) - 1] = answers.length;
    }
    if (isSeen) answers.push(answer());
  };
  for (const figure of part.figures) add(figure.places, () => teller.figure(figure));
  for (const claim of part.claims) add(claim.places, () => teller.claim(claim));
  for (const { places, text, expression, releases } of part.texts) {
    add(places, () => ({ kind: "text", text, name: textNoun(expression), ...(releases.length > 0 && { from: releases }) }));
  }
  const charts = chartNumbers(slide);
  return { at, answers, releases: teller.releases, data: teller.asked, ...(charts !== undefined && { charts }) };
}

/** "03-einwohner:2" → 2. */
function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf(":") + 1));
}

/** What a number rests on: indices of `asked`, and steps, outermost first. */
interface Behind {
  readonly data: readonly number[];
  readonly steps: readonly StepEntry[];
}

const nothingBehind: Behind = { data: [], steps: [] };

class Teller {
  readonly asked: WrittenDatum[] = [];
  readonly releases: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly known = new Map<StepEntry, Behind>();
  private readonly data: ReadonlyMap<string, DatumEntry>;
  private readonly steps: ReadonlyMap<string, StepEntry>;
  /** Of datasets, by the release. */
  private readonly titles: ReadonlyMap<string, string>;

  constructor({ data, steps, releases }: LedgerPart) {
    this.data = new Map(data.map((entry) => [entry.key, entry]));
    this.steps = new Map(steps.map((entry) => [entry.key, entry]));
    this.titles = new Map(releases.map(({ key, title }) => [key, title]));
  }

  figure({ text, unit, exact, origin, derivation }: FigureEntry): Answer {
    const { data, steps } = this.behind([origin]);
    const [, ...inner] = steps;
    return {
      text,
      ...this.nameOf(origin, text),
      ...(derivation !== undefined && unit !== "" && { unit }),
      ...(exact !== undefined && { exact }),
      ...(derivation !== undefined && { worked: derivation }),
      ...(inner.length > 0 && { steps: inner.map(stepLine) }),
      ...(data.length > 0 && { data }),
    };
  }

  claim({ text, expression, said, meanings, inputs, releases }: ClaimEntry): Answer {
    // Who asks for days does not ask for the values of these days.
    if (asksForDays(expression)) return { kind: "claim", text, said, from: releases };
    const { data, steps } = this.behind(inputs);
    return {
      kind: "claim",
      text,
      said,
      ...(meanings !== undefined && { means: meanings }),
      ...(steps.length > 0 && { steps: steps.map(stepLine) }),
      ...(data.length > 0 && { data }),
    };
  }

  /** A datum is named by the page. */
  private nameOf(ref: Ref, text: string): Pick<Answer, "name"> {
    if ("datum" in ref) return {};
    const step = "step" in ref ? this.steps.get(ref.step) : undefined;
    if (step === undefined) return { name: "Zahl aus dem Text" };
    const noun = operationNoun(step, text);
    if (step.subject !== undefined) return { name: `${noun}: ${step.subject}` };
    return { name: nameOfTwo(step.operation, noun, this.sidesOf(step)) ?? noun };
  }

  private sidesOf({ inputs: [first, second, ...more] }: StepEntry): Sides {
    if (first === undefined || second === undefined || more.length > 0) return [undefined, undefined];
    const names: Sides = [this.sideOf(first), this.sideOf(second)];
    if (names[0] !== names[1]) return names;
    // "Landkreis" of one dataset and of another.
    const titles: Sides = [this.titleOf(first), this.titleOf(second)];
    return titles[0] === titles[1] ? [undefined, undefined] : titles;
  }

  /** Of a datum its name, of the sum of a whole dataset that one's title. */
  private sideOf(ref: Ref): string | undefined {
    if ("datum" in ref) return this.data.get(ref.datum)?.name;
    const step = "step" in ref ? this.steps.get(ref.step) : undefined;
    if (step === undefined) return undefined;
    if (step.operation === "+") {
      const parts = step.inputs.map((input) => this.sideOf(input));
      return parts.includes(undefined) ? undefined : parts.join(" + ");
    }
    const [input] = step.inputs;
    return input !== undefined && /^sum\(\w+\)$/u.test(step.expression) ? this.titleOf(input) : undefined;
  }

  private titleOf(ref: Ref): string | undefined {
    const release = "datum" in ref ? this.data.get(ref.datum)?.release : undefined;
    return release === undefined ? undefined : this.titles.get(release);
  }

  /** All that refs lead to, outermost first, each once. */
  private behind(refs: readonly Ref[]): Behind {
    const [only] = refs;
    // Most have one: its own step, which is known where others rest on it too.
    if (refs.length === 1 && only !== undefined) return this.behindOne(only);
    const data = new Set<number>();
    const steps = new Set<StepEntry>();
    for (const ref of refs) {
      const found = this.behindOne(ref);
      for (const place of found.data) data.add(place);
      for (const step of found.steps) steps.add(step);
    }
    return { data: [...data], steps: [...steps] };
  }

  private behindOne(ref: Ref): Behind {
    if ("datum" in ref) {
      const place = this.datum(ref.datum);
      return place === undefined ? nothingBehind : { data: [place], steps: [] };
    }
    const step = "step" in ref ? this.steps.get(ref.step) : undefined;
    if (step === undefined) return nothingBehind;
    let known = this.known.get(step);
    if (known === undefined) {
      const { data, steps } = this.behind(step.inputs);
      this.known.set(step, (known = { data, steps: [step, ...steps] }));
    }
    return known;
  }

  private datum(key: string): number | undefined {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const entry = this.data.get(key);
    if (entry === undefined) return undefined;
    const place = this.asked.length;
    this.places.set(key, place);
    if (!this.releases.includes(entry.release)) this.releases.push(entry.release);
    this.asked.push(writtenDatum(entry, this.releases.indexOf(entry.release)));
    return place;
  }
}

/** "Löningen: 1.234 ÷ 13.516 = 0,0913" */
function stepLine({ subject, words, result }: StepEntry): string {
  return `${subject === undefined ? "" : `${subject}: `}${words} = ${result}`;
}

function writtenDatum(entry: DatumEntry, release: number): WrittenDatum {
  const { name, text, value, unit, sign, quality, at, break: reason, earlier } = entry;
  const note = quality === undefined || quality.kind === "plain" ? sign?.meaning : quality.meaning;
  const said = unit === "" || sign !== undefined ? text : `${text}\u00a0${unit}`;
  const more: DatumMore = {
    ...(note !== undefined && { note }),
    ...(reason !== undefined && { break: reason }),
    ...(earlier !== undefined && { value, earlier: earlier.map(writtenBefore) }),
  };
  return Object.keys(more).length === 0 ? [release, at.line, name, said] : [release, at.line, name, said, more];
}

function writtenBefore({ day, value, text, break: reason }: EarlierValue): NonNullable<AskedDatum["earlier"]>[number] {
  return reason === undefined ? [day, value, text] : [day, value, text, reason];
}

function askedRelease({
  title,
  stichtag,
  knownOn,
  status,
  provider,
  table,
  address,
  licence,
  file,
  retrieved,
}: ReleaseEntry): AskedRelease {
  const said = statusToTell(status);
  return {
    title,
    day: stichtag,
    ...(knownOn !== undefined && { known: knownOn }),
    ...(said !== undefined && { status: said }),
    provider,
    ...(table !== undefined && { table }),
    ...(address !== undefined && { address }),
    ...(licence !== undefined && { licence: licence.name, ...(licence.address !== undefined && { terms: licence.address }) }),
    file,
    ...(retrieved?.file !== undefined && { read: retrieved.file }),
    ...(retrieved?.on !== undefined && { on: retrieved.on }),
    ...(retrieved?.connector !== undefined && { by: retrieved.connector }),
  };
}

function chartNumbers(slide: Slide): SlideAnswers["charts"] {
  const { ids } = appearancesOf(slide);
  const found: Record<string, readonly (readonly (readonly number[])[])[]> = {};
  const numbersOf = (figures: readonly Figure[]): readonly number[] =>
    figures.flatMap((figure) => {
      const id = ids.get(figure);
      return id === undefined ? [] : [numberOf(id)];
    });
  const visit = (block: Block): void => {
    if (block.kind === "quote") block.blocks.forEach(visit);
    if (block.kind === "list") for (const { blocks } of block.items) blocks.forEach(visit);
    if (block.kind !== "chart") return;
    const views = block.views.map(({ chart }) =>
      figureMarks(chart).map(({ figures }) => numbersOf([...figures, ...sharesOf(chart, figures)])),
    );
    const [first] = block.views;
    if (first !== undefined && views.some((marks) => marks.length > 0)) found[first.chart.id] = views;
  };
  for (const { blocks } of slide.regions) blocks.forEach(visit);
  slide.notes.forEach(visit);
  return Object.keys(found).length === 0 ? undefined : found;
}

/** In a 100 % chart a segment shows its share, too. */
function sharesOf(chart: Chart, [figure]: readonly Figure[]): readonly Figure[] {
  if (chart.kind !== "percent" || figure === undefined) return [];
  return derivedFigures(chart).flatMap(({ figure: share }) =>
    share.origin.kind === "computed" && share.origin.inputs[0] === figure ? [share] : [],
  );
}
