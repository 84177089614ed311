/**
 * Runs TypeScript on a Node that cannot: bundles the sources once into `node_modules/.cache/stichtag/code/` and imports
 * the bundle from there, until one of the files in it changes. Plain JavaScript, because it comes before all else.
 */

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The folder of this package. */
export const packageRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What can be loaded; both share their chunks. */
const entries = { cli: "src/cli/main.ts", vite: "src/vite/plugin.ts" };
const cache = join(packageRoot, "node_modules", ".cache", "stichtag", "code");
const manifestPath = join(cache, "manifest.json");
/** Files that change when a dependency does. */
const locks = ["package.json", "package-lock.json", "node_modules/.package-lock.json"];
const day = 86_400_000;

/**
 * Imports an entry of the sources, bundled anew where a file of the last bundle has changed.
 *
 * @param {"cli" | "vite"} entry
 * @returns {Promise<any>} the entry's exports
 */
export async function load(entry) {
  const folder = currentFolder() ?? (await bundle());
  return import(pathToFileURL(join(folder, `${entry}.mjs`)).href);
}

/** The folder of the last bundle if none of its files has changed since. */
function currentFolder() {
  try {
    const { folder, files } = JSON.parse(readFileSync(manifestPath, "utf8"));
    const path = join(cache, folder);
    return files.every(([file, stamp]) => stampOf(file) === stamp) && statSync(path).isDirectory() ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Size and time of a file, as text; "" for one that is not there. */
function stampOf(file) {
  const stat = statSync(join(packageRoot, file), { throwIfNoEntry: false });
  return stat === undefined ? "" : `${stat.mtimeMs}:${stat.size}`;
}

async function bundle() {
  // Vite brings its bundler; asked for from Vite's place, it is found wherever the package manager put it.
  const vite = createRequire(import.meta.url).resolve("vite");
  const { rolldown } = await import(pathToFileURL(createRequire(vite).resolve("rolldown")).href);
  const build = await rolldown({
    cwd: packageRoot,
    input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(packageRoot, path)])),
    platform: "node",
    external: [/^node:/, "vite", "rolldown", "fsevents"],
    logLevel: "silent",
  });
  mkdirSync(cache, { recursive: true });
  const name = `${Date.now().toString(36)}-${process.pid}`;
  const temporary = join(cache, `.${name}`);
  // Stamps are taken before the files are read: one that changes meanwhile is seen as changed at the next start.
  const before = new Map(sourceFiles().map((file) => [file, stampOf(file)]));
  const { output } = await build.write({
    dir: temporary,
    format: "esm",
    entryFileNames: "[name].mjs",
    chunkFileNames: "[name]-[hash].mjs",
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await build.close();
  const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  const files = modules.map((id) => relative(packageRoot, id).split(sep).join("/")).filter((file) => before.has(file));
  // Another start may do the same at this moment: each has a folder of its own, and the last manifest counts.
  renameSync(temporary, join(cache, name));
  const manifest = JSON.stringify({ folder: name, files: [...files, ...locks].map((file) => [file, before.get(file) ?? stampOf(file)]) });
  writeFileSync(`${manifestPath}.${process.pid}`, manifest);
  renameSync(`${manifestPath}.${process.pid}`, manifestPath);
  sweep(name);
  return join(cache, name);
}

function sourceFiles() {
  return ["src", "theme"].flatMap((top) =>
    readdirSync(join(packageRoot, top), { recursive: true, encoding: "utf8" }).map((path) => `${top}/${path.split(sep).join("/")}`),
  );
}

/** Deletes bundles that no running process can still be reading. */
function sweep(current) {
  for (const item of readdirSync(cache, { withFileTypes: true })) {
    const path = join(cache, item.name);
    if (!item.isDirectory() || item.name === current) continue;
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && Date.now() - stat.mtimeMs > day) rmSync(path, { recursive: true, force: true });
  }
}
