#!/usr/bin/env node
/** The command: `stichtag build`, `stichtag pptx`, `stichtag start`. */

import { stripVTControlCharacters } from "node:util";
import { setFlagsFromString } from "node:v8";
import { load, packageRoot } from "./load.mjs";

/** By the beginning of V8's version: another would complain of a flag that it does not know. */
const patience = { "11.": "--interrupt-budget=400000", "12.": "--invocation-count-for-turbofan=20000" };

// A build is over before most of what V8 would optimise has paid for it: a third less computing for a thousand slides.
const passing = process.argv[2] === "build" || process.argv[2] === "pptx";
const flag = passing ? patience[process.versions.v8.slice(0, 3)] : undefined;
if (flag !== undefined) setFlagsFromString(flag);

try {
  const { main } = await load("cli");
  process.exitCode = await main(process.argv.slice(2), packageRoot);
} catch (reason) {
  // The words of the catalogue are in what could not be loaded.
  console.error(`Das Programm lässt sich nicht laden / The program cannot be loaded: ${stripVTControlCharacters(reason.message)}`);
  if (process.env.STICHTAG_DEBUG) console.error(reason.stack);
  process.exitCode = 1;
}
