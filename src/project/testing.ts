/** Projects in temporary folders, for tests. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export interface Folder {
  readonly root: string;
  /** Writes a file, with the folders it needs. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly remove: (path: string) => void;
}

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const root = mkdtempSync(join(tmpdir(), "stichtag-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder: Folder = {
    root,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    remove: (path) => rmSync(join(root, path), { recursive: true }),
  };
  for (const [path, content] of Object.entries(files)) folder.write(path, content);
  return folder;
}

/** The beginning of a picture, as much as tells it. */
export const png: Uint8Array = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
