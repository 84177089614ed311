/** Where `diff --out` may write: never over what somebody else has written. */

import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { readBytes } from "../project/disk.ts";
import { isChangeSlide } from "../project/diff-slide-head.ts";
import type { Message } from "../source/diagnostic.ts";
import { noSuchFolder, notIntoData, notWrittenByDiff } from "../source/messages/diff.ts";
import { schema } from "../update/diff/json.ts";
import { diffWords } from "../update/diff/words.ts";

/**
 * What speaks against writing there; `undefined` for nothing.
 *
 * @param out as written on the command line
 * @param root the project's folder, as written
 * @throws ReadError
 */
export function outFault(out: string, root: string): Message | undefined {
  const path = real(resolve(out));
  const project = real(resolve(root));
  if (isWithin(path, real(join(project, "data")))) return notIntoData(out);
  if (existsSync(path)) return isOwn(path, out) ? undefined : notWrittenByDiff(out);
  return existsSync(dirname(path)) || isWithin(path, project) ? undefined : noSuchFolder(out);
}

/** Links followed as far as the path exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  return dirname(path) === path ? path : join(real(dirname(path)), basename(path));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || resolve(way) === way);
}

const beginnings: readonly string[] = [
  ...Object.values(diffWords).flatMap(({ title }) => [`${title}: `, `# ${title}: `]),
  `{\n  "schema": ${JSON.stringify(schema)}`,
];

/** Whether a file is empty or begins with what a list of changes begins with, in any form and language. */
function isOwn(path: string, out: string): boolean {
  if (!statSync(path).isFile()) return false;
  const text = new TextDecoder().decode(readBytes(path, out));
  return text.trim() === "" || isChangeSlide(text) || beginnings.some((beginning) => text.startsWith(beginning));
}
