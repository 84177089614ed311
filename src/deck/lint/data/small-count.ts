/**
 * Small counts of the office's own data: shown, or to be worked out from what all slides of the deck show together (a
 * total less its other parts, the sum of a group less the sum of most of it).
 */

import { isSecret, isSmall } from "../../../data/confidentiality.ts";
import type { Dataset, Release, Value } from "../../../data/dataset.ts";
import { leavesOf } from "../../../data/checks/level.ts";
import { dataOf, isMissing } from "../../../data/figure.ts";
import { smallCountBounded, smallCountDerivable, smallCountShown } from "../../../source/messages/lint-small-count.ts";
import type { Slide } from "../../model.ts";
import { labelOf, nameOfDatum } from "../../naming.ts";
import type { Finding, LintInput, Rule } from "../rule.ts";
import { numberOf, type Sighting, sightingsOf } from "../seen.ts";
import { boundsOf } from "./bounds.ts";
import { cellName, combinationOf, identitiesOf } from "./combinations.ts";
import { type Combination, Knowledge } from "./knowledge.ts";

export const smallCount: Rule = {
  severity: "error",
  find: (input) => {
    if (![...input.data.values()].some(({ confidentiality }) => confidentiality !== undefined)) return [];
    const picture = pictureOf(input);
    return picture.cells.size === 0 ? [] : judge(picture);
  },
};

/** A value of a dataset whose small counts must not be told. */
interface Cell {
  readonly dataset: Dataset;
  readonly path: readonly string[];
  readonly value: Value;
  /** Of the cells that it stands among. */
  readonly among: string;
}

/** A number that is shown, and what it says of the cells. */
interface Statement {
  readonly slide: string;
  readonly sighting: Sighting;
  readonly combination: Combination;
}

/** Words that are true only while a number is no more than so many. */
interface Bounded extends Statement {
  readonly most: number;
}

/** All that the deck says of such cells. */
interface Picture {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly identities: readonly Combination[];
  readonly statements: readonly Statement[];
  readonly bounded: readonly Bounded[];
}

function pictureOf({ slides }: LintInput): Picture {
  const releases = new Map<Release, Dataset>();
  const statements = slides.flatMap(({ slide }) => statementsOf(slide));
  const bounded = slides.flatMap(({ slide }) => boundedOn(slide));
  for (const { sighting } of [...statements, ...bounded]) {
    for (const { dataset, release } of dataOf(sighting.quantity)) if (dataset.confidentiality !== undefined) releases.set(release, dataset);
  }
  const cells = new Map<string, Cell>();
  for (const [release, dataset] of releases) {
    for (const { path, value } of leavesOf(release.values)) {
      const name = cellName(dataset.id, release, path);
      cells.set(name, { dataset, path, value, among: cellName(dataset.id, release, path.slice(0, -1)) });
    }
  }
  return { cells, identities: [...releases].flatMap(([release, dataset]) => identitiesOf(dataset, release)), statements, bounded };
}

function boundedOn(slide: Slide): readonly Bounded[] {
  return sightingsOf(slide).flatMap((sighting) => {
    const bounds = sighting.condition === undefined ? [] : boundsOf(sighting.condition, sighting.quantity.origin);
    return bounds.flatMap(({ quantity, most }): readonly Bounded[] => {
      const combination = combinationOf(quantity);
      return combination === undefined || combination.size === 0 ? [] : [{ slide: slide.id, sighting, combination, most }];
    });
  });
}

const known = new WeakMap<Slide, readonly Statement[]>();

function statementsOf(slide: Slide): readonly Statement[] {
  let statements = known.get(slide);
  if (statements === undefined) {
    statements = sightingsOf(slide).flatMap((sighting): readonly Statement[] => {
      // A sign in its place tells nothing of a number.
      const told = sighting.figure !== undefined && numberOf(sighting.figure) !== undefined;
      const combination = told ? combinationOf(sighting.quantity) : undefined;
      return combination === undefined || combination.size === 0 ? [] : [{ slide: slide.id, sighting, combination }];
    });
    known.set(slide, statements);
  }
  return statements;
}

function judge({ cells, identities, statements, bounded }: Picture): readonly Finding[] {
  const secrets = [...cells].flatMap(([name, { value, dataset }]) => (isSecret(value, dataset) ? [name] : []));
  // What is shown is told as such; what follows is asked as if it were gone.
  const shown = statements.filter(({ combination }) => isTold(combination, cells));
  const left = statements.filter((statement) => !shown.includes(statement));
  const before = learn(identities, left);
  const proposals = suppress(secrets, { cells, identities, statements: left, bounded });
  const told = new Set<string>();
  const found: Finding[] = shown.flatMap(({ combination, sighting, slide }): readonly Finding[] => {
    const [name = ""] = combination.keys();
    const cell = cells.get(name);
    if (cell === undefined) return [];
    for (const each of combination.keys()) told.add(each);
    const names = [...combination.keys()].flatMap((each) => cells.get(each) ?? []);
    const message = smallCountShown(nameOfGroup(names), minimumOf(cell), proposals.get(name) ?? []);
    return [{ span: sighting.span, message, slide }];
  });
  for (const name of secrets) {
    const [cell, reasons] = [cells.get(name), before.knowledge.reasonsFor(name)];
    if (cell === undefined || reasons === undefined || told.has(name)) continue;
    const needed = [...reasons].toSorted((a, b) => a - b).flatMap((number) => before.by.get(number) ?? []);
    const last = needed.at(-1);
    if (last === undefined) continue;
    const slides = [...new Set(needed.map(({ slide }) => slide))];
    const message = smallCountDerivable(nameOfDatum(cell), minimumOf(cell), slides, proposals.get(name) ?? []);
    found.push({ span: last.sighting.span, message, slide: last.slide });
  }
  return [...found, ...bounded.flatMap((statement) => judgeBound(statement, cells))];
}

/** A bound says that a count is small where no larger number is below it. */
function judgeBound({ combination, most, sighting, slide }: Bounded, cells: ReadonlyMap<string, Cell>): readonly Finding[] {
  const names = [...combination.keys()].flatMap((name) => cells.get(name) ?? []);
  const [first] = names;
  if (first === undefined || most >= minimumOf(first) || !isTold(combination, cells)) return [];
  return [{ span: sighting.span, message: smallCountBounded(nameOfGroup(names), minimumOf(first)), slide }];
}

/** Whether it says a small count outright: one cell, or a group of cells of one release that together are few. */
function isTold(combination: Combination, cells: ReadonlyMap<string, Cell>): boolean {
  let sum = 0;
  let [first] = [...combination.keys()].map((name) => cells.get(name));
  for (const [name, times] of combination) {
    const cell = cells.get(name);
    first ??= cell;
    if (cell === undefined || isMissing(cell.value.value) || (combination.size > 1 && times !== 1)) return false;
    if (cell.dataset !== first?.dataset || cell.among !== first.among) return false;
    sum += cell.value.value;
  }
  return first?.dataset.confidentiality !== undefined && isSmall(sum, first.dataset.confidentiality);
}

interface Learnt {
  readonly knowledge: Knowledge;
  /** Statements by the number of their equation. */
  readonly by: ReadonlyMap<number, Statement>;
}

function learn(identities: readonly Combination[], statements: readonly Statement[]): Learnt {
  const knowledge = new Knowledge();
  for (const identity of identities) knowledge.learn(identity);
  return { knowledge, by: new Map(statements.map((statement) => [knowledge.learn(statement.combination), statement])) };
}

/** So many further cells are looked for at most: where that does not do, a total must go. */
const mostProposals = 12;

/** Which further cells must go, so that no secret can be worked out: of those beside it the smallest ones that are shown. */
function suppress(secrets: readonly string[], { cells, identities, statements }: Picture): ReadonlyMap<string, readonly string[]> {
  const gone = new Set<string>();
  const hopeless = new Set<string>();
  const proposals = new Map<string, readonly string[]>();
  for (let round = 0; round < mostProposals; round++) {
    const left = statements.filter(({ combination }) => !isOneOf(combination, gone));
    const { knowledge } = learn(identities, left);
    const secret = secrets.find((name) => !hopeless.has(name) && knowledge.reasonsFor(name) !== undefined);
    if (secret === undefined) break;
    const next = smallestBeside(secret, left, cells);
    if (next === undefined) {
      // Then a total must go.
      hopeless.add(secret);
      proposals.delete(secret);
    } else {
      gone.add(next.name);
      proposals.set(secret, [...(proposals.get(secret) ?? []), next.label]);
    }
  }
  return proposals;
}

function isOneOf(combination: Combination, names: ReadonlySet<string>): boolean {
  const [only] = combination.keys();
  return combination.size === 1 && only !== undefined && names.has(only);
}

/** Of the cells beside the secret that are shown by themselves the smallest. */
function smallestBeside(
  secret: string,
  statements: readonly Statement[],
  cells: ReadonlyMap<string, Cell>,
): { readonly name: string; readonly label: string } | undefined {
  let best: { readonly name: string; readonly label: string; readonly size: number } | undefined;
  for (const { combination } of statements) {
    const [name] = combination.keys();
    const cell = name === undefined || combination.size > 1 ? undefined : cells.get(name);
    const key = cell?.path.at(-1);
    if (name === undefined || cell === undefined || key === undefined || cell.among !== cells.get(secret)?.among) continue;
    const size = cell.value.value;
    // A total stands above, and a zero hides nothing: with it gone, what is left is still the secret.
    if (key === cell.dataset.total || isMissing(size) || size === 0 || (best !== undefined && best.size <= size)) continue;
    best = { name, label: labelOf(cell.dataset, key), size };
  }
  return best;
}

function nameOfGroup(cells: readonly Cell[]): string {
  const [first, ...others] = cells;
  if (first === undefined) return "";
  return [nameOfDatum(first), ...others.map(({ dataset, path }) => labelOf(dataset, path.at(-1) ?? ""))].join(" + ");
}

function minimumOf({ dataset }: Cell): number {
  return dataset.confidentiality?.minimum ?? 0;
}
