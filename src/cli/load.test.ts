/** The bundle that the command runs from: made once, made anew when a source changes, whole for whoever starts at the same time. */

import { execFile, execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { type Folder, folderWith } from "../project/testing.ts";
import { repository } from "../test/repository.ts";

/** A package in small: the real loader, sources of two lines. */
function smallPackage(): Folder {
  const folder = folderWith({
    "package.json": '{ "type": "module" }',
    "src/cli/words.ts": 'export const words: string = "eins";\n',
    "src/cli/main.ts": 'import { words } from "./words.ts";\nexport const main = (): number => { console.log(words); return 0; };\n',
    "src/vite/plugin.ts": "export const stichtag: number = 1;\n",
    "src/project/update/worker.ts": "export {};\n",
    "theme/tokens.ts": "export const colours: object = {};\n",
  });
  for (const name of ["load.mjs", "stichtag.mjs"]) {
    cpSync(join(repository, "src", "cli", name), join(folder.root, "src", "cli", name));
  }
  mkdirSync(join(folder.root, "node_modules"));
  symlinkSync(join(repository, "node_modules", "vite"), join(folder.root, "node_modules", "vite"), "junction");
  return folder;
}

function run({ root }: Folder): string {
  return execFileSync(process.execPath, [join(root, "src", "cli", "stichtag.mjs")], { encoding: "utf8" }).trim();
}

function bundles({ root }: Folder): readonly string[] {
  return readdirSync(join(root, "node_modules", ".cache", "stichtag", "code")).filter((name) => name !== "manifest.json");
}

it("is made once, and anew when a source of it changes", () => {
  const folder = smallPackage();
  expect(run(folder)).toBe("eins");
  const first = bundles(folder);
  expect(first).toHaveLength(1);
  expect(run(folder)).toBe("eins");
  folder.write("src/cli/unbeteiligt.ts", "export const nothing: number = 0;\n");
  expect(run(folder)).toBe("eins");
  expect(bundles(folder)).toEqual(first);
  folder.write("src/cli/words.ts", 'export const words: string = "zwei";\n');
  expect(run(folder)).toBe("zwei");
  expect(bundles(folder)).toHaveLength(2);
});

it("is made again where someone has cleared the cache, in part or as a whole", () => {
  const folder = smallPackage();
  expect(run(folder)).toBe("eins");
  const code = join(folder.root, "node_modules", ".cache", "stichtag", "code");
  for (const name of bundles(folder)) rmSync(join(code, name), { recursive: true });
  expect(run(folder)).toBe("eins");
  folder.write("node_modules/.cache/stichtag/code/manifest.json", "{ halb");
  expect(run(folder)).toBe("eins");
  rmSync(join(folder.root, "node_modules", ".cache"), { recursive: true });
  expect(run(folder)).toBe("eins");
});

it("is whole for each of several that start at the same time", async () => {
  const folder = smallPackage();
  const start = async (): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder.root, "src", "cli", "stichtag.mjs")]);
    return stdout.trim();
  };
  expect(await Promise.all([start(), start(), start(), start()])).toEqual(["eins", "eins", "eins", "eins"]);
  // Nothing half-made is left.
  expect(bundles(folder).filter((name) => name.startsWith("."))).toEqual([]);
  expect(run(folder)).toBe("eins");
});

/** A file where the cache's folder would be keeps root out, too. */
function closed(): Folder {
  const folder = smallPackage();
  folder.write("node_modules/.cache", "");
  folder.write(
    "src/cli/main.ts",
    'import { version } from "vite";\nexport const main = (): number => { console.log(typeof version); return 0; };\n',
  );
  return folder;
}

function runWith({ root }: Folder, temporary: string): { readonly said: string; readonly code: number | null } {
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, "src/cli/stichtag.mjs")], { encoding: "utf8", env });
  return { said: `${stdout}${stderr}`.trim(), code: status };
}

describe("where the package's folder cannot be written", () => {
  it("runs from a folder of the user's own, made once", () => {
    const { root: temporary } = folderWith({});
    const folder = closed();
    expect(runWith(folder, temporary)).toEqual({ said: "string", code: 0 });
    const [place = ""] = readdirSync(temporary);
    const made = readdirSync(join(temporary, place, "code"));
    expect(statSync(join(temporary, place)).mode & 0o077).toBe(0);
    expect(runWith(folder, temporary)).toEqual({ said: "string", code: 0 });
    expect(readdirSync(temporary)).toEqual([place]);
    expect(readdirSync(join(temporary, place, "code"))).toEqual(made);
  });

  it.skipIf(process.getuid === undefined)("runs nothing from a folder that others can write to, and leaves nothing", () => {
    const { root: temporary } = folderWith({});
    const folder = closed();
    runWith(folder, temporary);
    const [place = ""] = readdirSync(temporary);
    const bundle = readdirSync(join(temporary, place, "code")).find((name) => name !== "manifest.json") ?? "";
    writeFileSync(join(temporary, place, "code", bundle, "cli.mjs"), 'export const main = () => console.log("fremd");');
    expect(runWith(folder, temporary).said).toBe("fremd");
    chmodSync(join(temporary, place), 0o777);
    const before = readdirSync(join(temporary, place, "code"));
    expect(runWith(folder, temporary)).toEqual({ said: "string", code: 0 });
    expect(readdirSync(temporary)).toEqual([place]);
    expect(readdirSync(join(temporary, place, "code"))).toEqual(before);
  });

  it("says so without a stack where there is no temporary folder either", () => {
    const { said, code } = runWith(closed(), "/nirgends");
    expect(code).toBe(1);
    expect(said).toMatch(/^Das Programm lässt sich nicht laden/);
    expect(said.split("\n")).toHaveLength(1);
  });
});
