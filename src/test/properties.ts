/**
 * Property tests try the same examples on every run, so that whoever clones the repository sees what its authors saw.
 * `STICHTAG_SEED=random npx vitest run` goes looking for new ones; a number (each failure names its own) repeats a run.
 */

import { configureGlobal, readConfigureGlobal } from "fast-check";

const wanted = process.env["STICHTAG_SEED"] ?? "20170807";
export const seed: number = wanted === "random" ? Date.now() % 2 ** 31 : Number(wanted);
configureGlobal({ ...readConfigureGlobal(), seed });
