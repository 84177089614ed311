/** A value over time: an expression at each Stichtag on which all its inputs have a release. */

import { error, type Diagnostic, type Outcome } from "../../source/diagnostic.ts";
import { noHistory, restsOnNoData, wrongOperand } from "../../source/messages/evaluate.ts";
import { spanOf } from "../../source/source.ts";
import type { IsoDate, Quantity } from "../figure.ts";
import { breakOf } from "../breaks.ts";
import { cellAt, current, releasesWith, type Moment } from "../lookup.ts";
import { shifted, type Expression, type Node, type PathNode } from "./ast.ts";
import { kinds } from "./describe.ts";
import { evaluate, evaluateAt, type Scope } from "./evaluation.ts";
import { isFraction } from "./words.ts";

export interface History {
  /** Oldest first; only days on which every input has a release of exactly that day, with all keys that are summed. At least one. */
  readonly points: readonly { readonly day: IsoDate; readonly quantity: Quantity }[];
  /** Days of the points that cannot be compared with the point before, and why (German). */
  readonly breaks: readonly { readonly day: IsoDate; readonly reason: string }[];
}

/**
 * The expression's number at each Stichtag up to the view's day. Parts fixed with `@ day` stay as they are.
 *
 * @param keep which days are wanted; the others are not even evaluated, but a break between two points is told
 */
export function evaluateHistory(expression: Expression, scope: Scope, keep: (day: IsoDate) => boolean = () => true): Outcome<History> {
  const span = spanOf(expression.source, expression.start, expression.start + expression.text.length);
  const inputs = inputsOf(expression.root, current);
  // What fails at the present day (an unknown name, a table in place of a number) is said as it is for a single value.
  const now = evaluate(expression, scope);
  if (inputs.length === 0 && now.diagnostics.length === 0) return { value: undefined, diagnostics: [error(span, restsOnNoData())] };
  const releases = inputs.map((input) => releasesOf(input, scope));
  const known = releases.every((list) => list !== undefined);
  const [first = [], ...others] = known ? releases : [];
  const common = first
    .map(({ stichtag }) => stichtag)
    .filter((day) => others.every((list) => list.some(({ stichtag }) => stichtag === day)));
  const days = common.filter(keep);
  if (days.length === 0) {
    if (!known || now.diagnostics.length > 0 || now.value === undefined) return { value: undefined, diagnostics: now.diagnostics };
    return { value: undefined, diagnostics: [error(span, noHistory())] };
  }
  const diagnostics: Diagnostic[] = [];
  /** Of the newest day on which keys are lacking. */
  let lacking: readonly Diagnostic[] = [];
  const points: { day: IsoDate; quantity: Quantity }[] = [];
  for (const day of days) {
    const { value, diagnostics: found } = evaluateAt(expression, scope, { day, back: 0 });
    if (found.length > 0 && found.every(({ message }) => message.code === "keys-lacking")) lacking = found;
    else if (found.length > 0) diagnostics.push(...found);
    else if (value?.kind === "number") points.push({ day, quantity: value.quantity });
    else if (value !== undefined)
      return { value: undefined, diagnostics: [error(span, wrongOperand(kinds.number, kinds[value.kind], undefined))] };
  }
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  if (points.length === 0) return { value: undefined, diagnostics: lacking };
  return {
    value: {
      points,
      breaks: breaksBetween(
        points.map(({ day }) => day),
        releases.flatMap((list) => list ?? []),
      ),
    },
    diagnostics: [],
  };
}

interface Input {
  readonly path: PathNode;
  readonly moment: Moment;
}

/** The paths whose moment is still free, each with how far back it looks. */
function inputsOf(node: Node, moment: Moment): readonly Input[] {
  switch (node.type) {
    case "path":
      return moment.day === undefined && node.name.text !== "deck" && !isFraction(node) ? [{ path: node, moment }] : [];
    case "at":
      return inputsOf(node.operand, shifted(moment, node.moment));
    case "call": {
      const [first, second] = node.arguments;
      const compared = first !== undefined && second?.type === "moment" ? inputsOf(first, shifted(moment, second)) : [];
      return [...node.arguments.flatMap((argument) => inputsOf(argument, moment)), ...compared];
    }
    case "unary":
      return inputsOf(node.operand, moment);
    case "binary":
      return [...inputsOf(node.left, moment), ...inputsOf(node.right, moment)];
    case "number":
    case "text":
    case "moment":
      return [];
  }
}

interface Step {
  readonly stichtag: IsoDate;
  readonly break: string | undefined;
}

/** The releases that have the input, without the first ones that have not so many before them as it looks back. */
function releasesOf({ path, moment }: Input, { view }: Scope): readonly Step[] | undefined {
  const dataset = view.data.get(path.name.text);
  view.reads?.set(path.name.text, dataset);
  if (dataset === undefined) return undefined;
  const keys = path.keys.map(({ text }) => text);
  const releases = releasesWith(view, dataset, keys);
  return releases
    .slice(moment.back)
    .filter(({ values }) => cellAt(values, keys) !== undefined)
    .map((release) => ({ stichtag: release.stichtag, break: breakOf(dataset, release, [keys]) }));
}

/** A break that any release between two points (or at the later one) declares is a break at the later one. */
function breaksBetween(days: readonly IsoDate[], releases: readonly Step[]): History["breaks"] {
  const breaks: { day: IsoDate; reason: string }[] = [];
  for (const [index, day] of days.entries()) {
    const before = days[index - 1];
    if (before === undefined) continue;
    const reasons = new Set<string>();
    for (const release of releases) {
      if (release.break !== undefined && release.stichtag > before && release.stichtag <= day) reasons.add(release.break);
    }
    if (reasons.size > 0) breaks.push({ day, reason: [...reasons].join(" ") });
  }
  return breaks;
}
