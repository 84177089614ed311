/** The functions of the expression language: one file each, one line each. */

import type { ExpressionFunction } from "../call.ts";
import { asOf } from "./as-of.ts";
import { change } from "./change.ts";
import { changeRate } from "./change-rate.ts";
import { count } from "./count.ts";
import { label } from "./label.ts";
import { max } from "./max.ts";
import { mean } from "./mean.ts";
import { min } from "./min.ts";
import { name } from "./name.ts";
import { rank } from "./rank.ts";
import { rest } from "./rest.ts";
import { share } from "./share.ts";
import { source } from "./source.ts";
import { stichtag } from "./stichtag.ts";
import { sum } from "./sum.ts";
import { top } from "./top.ts";
import { firstTime } from "./words/first-time.ts";
import { movements } from "./words/movement.ts";
import { nearness } from "./words/nearness.ts";
import { parts } from "./words/parts.ts";
import { superlatives } from "./words/superlatives.ts";

/** What reckons, orders and names. */
export const reckoning: ReadonlyMap<string, ExpressionFunction> = new Map([
  ["sum", sum],
  ["count", count],
  ["min", min],
  ["max", max],
  ["mean", mean],
  ["rank", rank],
  ["top", top],
  ["rest", rest],
  ["share", share],
  ["change", change],
  ["change_rate", changeRate],
  ["as_of", asOf],
  ["stichtag", stichtag],
  ["source", source],
  ["label", label],
  ["name", name],
]);

/** All functions: also the words of German briefings, which are conditions. */
export const functions: ReadonlyMap<string, ExpressionFunction> = new Map([
  ...reckoning,
  ...nearness,
  ...parts,
  ...movements,
  ...superlatives,
  ["erstmals", firstTime],
]);
