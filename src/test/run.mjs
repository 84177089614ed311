#!/usr/bin/env node
/** Runs a TypeScript file of this repository: `node src/test/run.mjs <file.ts> …`. Node 20 cannot do so itself; Vite can. */

import { resolve } from "node:path";
import { runnerImport } from "vite";

const [file, ...args] = process.argv.slice(2);
if (file === undefined) throw new Error("Name a file.");
const { module } = await runnerImport(resolve(file), { configFile: false, logLevel: "error" });
process.exitCode = await module.main(args);
