#!/usr/bin/env node
/** The command: `stichtag build`, `stichtag start`. */

import { load, packageRoot } from "./load.mjs";

try {
  const { main } = await load("cli");
  process.exitCode = await main(process.argv.slice(2), packageRoot);
} catch (reason) {
  // The words of the catalogue are in what could not be loaded.
  console.error(`Das Programm lässt sich nicht laden / The program cannot be loaded: ${reason.message}`);
  if (process.env.STICHTAG_DEBUG) console.error(reason.stack);
  process.exitCode = 1;
}
