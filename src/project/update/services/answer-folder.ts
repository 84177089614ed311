/** Where the file of an answer goes: each into a folder of its own, because two datasets may ask for the same table. */

import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";

/** @param folder exists, or its parent does */
export function answerFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return mkdtempSync(join(folder, "answer-"));
}
