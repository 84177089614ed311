/**
 * Small counts of the office's own data: shown, or to be worked out from what all slides of the deck show together (a
 * total less its other parts, the sum of a group less the sum of most of it).
 */

import { isSecret, isSmall } from "../../../data/confidentiality.ts";
import type { Dataset, Release, Value } from "../../../data/dataset.ts";
import { leavesOf } from "../../../data/checks/level.ts";
import { dataOf, isMissing, type Quantity } from "../../../data/figure.ts";
import {
  smallCountBounded,
  smallCountDerivable,
  smallCountReckoned,
  smallCountShown,
  smallCountWorded,
} from "../../../source/messages/lint-small-count.ts";
import { isVeiled, secretsBehind, tellsSecret } from "../../ledger/veil.ts";
import type { Slide } from "../../model.ts";
import { labelOf, nameOfDatum } from "../../naming.ts";
import type { Finding, LintInput, Rule } from "../rule.ts";
import { numberOf, type Sighting, sightingsOf } from "../seen.ts";
import { tellingsOf } from "./bounds.ts";
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

/** A number that is shown or told beside one, and what it says of the cells. */
interface Statement {
  readonly slide: string;
  readonly sighting: Sighting;
  readonly combination: Combination;
}

/** A number that tells of secret cells, or words that do. */
interface Telling {
  readonly slide: string;
  readonly sighting: Sighting;
  readonly quantity: Quantity;
  /** Of words: no more than so many may be there. Without it they may say how many there are. */
  readonly most?: number;
}

/** All that a slide says of such cells. */
interface Sayings {
  readonly statements: readonly Statement[];
  readonly tellings: readonly Telling[];
}

/** All that the deck says of such cells. */
interface Picture extends Sayings {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly identities: readonly Combination[];
}

function pictureOf({ slides }: LintInput): Picture {
  const releases = new Map<Release, Dataset>();
  const said = slides.map(({ slide }) => sayingsOf(slide));
  const statements = said.flatMap((one) => one.statements);
  const tellings = said.flatMap((one) => one.tellings);
  for (const { sighting } of [...statements, ...tellings]) {
    for (const { dataset, release } of dataOf(sighting.quantity)) if (dataset.confidentiality !== undefined) releases.set(release, dataset);
  }
  const cells = new Map<string, Cell>();
  for (const [release, dataset] of releases) {
    for (const { path, value } of leavesOf(release.values)) {
      const name = cellName(dataset.id, release, path);
      cells.set(name, { dataset, path, value, among: cellName(dataset.id, release, path.slice(0, -1)) });
    }
  }
  return { cells, identities: [...releases].flatMap(([release, dataset]) => identitiesOf(dataset, release)), statements, tellings };
}

const known = new WeakMap<Slide, Sayings>();

function sayingsOf(slide: Slide): Sayings {
  let sayings = known.get(slide);
  if (sayings === undefined) {
    const each = sightingsOf(slide).map((sighting) => sayingsIn(sighting, slide.id));
    sayings = { statements: each.flatMap(({ statements }) => statements), tellings: each.flatMap(({ tellings }) => tellings) };
    known.set(slide, sayings);
  }
  return sayings;
}

function sayingsIn(sighting: Sighting, slide: string): Sayings {
  const { quantity, figure, condition } = sighting;
  const { origin } = quantity;
  const tellings: Telling[] = [];
  const told: Quantity[] = [];
  if (condition !== undefined) {
    for (const telling of tellingsOf(condition, origin)) tellings.push({ slide, sighting, ...telling });
    if (origin.kind === "computed") told.push(...origin.inputs.filter((input) => !tellsSecret(input)));
  }
  // A sign in its place tells nothing of a number.
  if (figure !== undefined && numberOf(figure) !== undefined) {
    told.push(quantity);
    if (combinationOf(quantity) === undefined && tellsSecret(quantity)) tellings.push({ slide, sighting, quantity });
  }
  const statements = writtenOut(told).flatMap((one): readonly Statement[] => {
    const combination = combinationOf(one);
    return combination === undefined || combination.size === 0 ? [] : [{ slide, sighting, combination }];
  });
  return { statements, tellings };
}

/** What the ledger tells beside numbers: all that they are worked out of, as far as it may be told. */
function writtenOut(quantities: readonly Quantity[]): readonly Quantity[] {
  const found = new Set<Quantity>();
  const walk = (quantity: Quantity): void => {
    if (found.has(quantity) || numberOf(quantity) === undefined) return;
    found.add(quantity);
    const { origin } = quantity;
    if (origin.kind === "computed" && !isVeiled(origin)) origin.inputs.forEach(walk);
  };
  quantities.forEach(walk);
  return [...found];
}

function judge({ cells, identities, statements, tellings }: Picture): readonly Finding[] {
  const secrets = [...cells].flatMap(([name, { value, dataset }]) => (isSecret(value, dataset) ? [name] : []));
  // What is shown is told as such; what follows is asked as if it were gone.
  const shown = statements.filter(({ combination }) => isTold(combination, cells));
  const left = statements.filter((statement) => !shown.includes(statement));
  const before = learn(identities, left);
  const proposals = suppress(secrets, { cells, identities, statements: left, tellings });
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
  return [...found, ...tellings.flatMap(judgeTelling)];
}

function judgeTelling({ quantity, most, sighting, slide }: Telling): readonly Finding[] {
  const cells = secretsBehind(quantity);
  const minimum = Math.max(...cells.map(minimumOf));
  // A bound says that a count is small where no larger number is below it.
  if (cells.length === 0 || (most !== undefined && most >= minimum)) return [];
  const name = nameOfGroup(cells);
  const said = sighting.figure !== undefined ? smallCountReckoned : most === undefined ? smallCountWorded : smallCountBounded;
  return [{ span: sighting.span, message: said(name, minimum), slide }];
}

/** Whether it says a small count outright: one cell, or a group of cells of one release that together are few. */
function isTold(combination: Combination, cells: ReadonlyMap<string, Cell>): boolean {
  let sum = 0;
  let [first] = [...combination.keys()].map((name) => cells.get(name));
  for (const [name, times] of combination) {
    const cell = cells.get(name);
    first ??= cell;
    if (cell === undefined || isMissing(cell.value.value) || (combination.size > 1 && Math.abs(times - 1) > 1e-9)) return false;
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

function nameOfGroup(cells: readonly Pick<Cell, "dataset" | "path">[]): string {
  const [first, ...others] = cells;
  if (first === undefined) return "";
  // The same of several days is named once.
  const names = new Map(others.map(({ dataset, path }) => [path.join("\n"), labelOf(dataset, path.at(-1) ?? "")]));
  names.delete(first.path.join("\n"));
  return [nameOfDatum(first), ...names.values()].join(" + ");
}

function minimumOf({ dataset }: Pick<Cell, "dataset">): number {
  return dataset.confidentiality?.minimum ?? 0;
}
