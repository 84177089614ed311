#!/usr/bin/env node
/** The command: `stichtag build`, `stichtag start`. */

import { load, packageRoot } from "./load.mjs";

const { main } = await load("cli");
process.exitCode = await main(process.argv.slice(2), packageRoot);
