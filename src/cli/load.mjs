/**
 * Runs TypeScript on a Node that cannot: bundles the sources once into `node_modules/.cache/stichtag/code/` and imports
 * the bundle from there, until one of the files in it changes. Plain JavaScript, because it comes before all else.
 */

import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The folder of this package. */
export const packageRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What can be loaded; they share their chunks. `reader` runs in a thread, which the command starts from beside itself. */
const entries = { cli: "src/cli/main.ts", vite: "src/vite/plugin.ts", reader: "src/project/update/worker.ts" };
const ownCache = join(packageRoot, "node_modules", ".cache", "stichtag", "code");
/** Files that change when a dependency does. */
const locks = ["package.json", "package-lock.json", "node_modules/.package-lock.json"];
const day = 86_400_000;

/**
 * Imports an entry of the sources, bundled anew where a file of the last bundle has changed.
 *
 * @param {"cli" | "vite" | "reader"} entry
 * @returns {Promise<any>} the entry's exports
 */
export async function load(entry) {
  const folder = currentFolder(() => ownCache) ?? currentFolder(userCache) ?? (await bundle());
  // What else is kept is kept beside it, by this process and those it starts.
  if (dirname(folder) !== ownCache) process.env.STICHTAG_CACHE = dirname(dirname(folder));
  return import(pathToFileURL(join(folder, `${entry}.mjs`)).href);
}

/**
 * For where someone else has installed the package and its folder cannot be written: a folder of this user, with the name
 * of the package's place. What is in it is run, so nobody else may have put it there.
 *
 * @throws Error
 */
function userCache() {
  const user = process.getuid?.();
  const place = join(tmpdir(), `stichtag-${user ?? "code"}-${createHash("sha256").update(packageRoot).digest("hex").slice(0, 16)}`);
  try {
    mkdirSync(place, { mode: 0o700 });
  } catch (reason) {
    if (reason.code !== "EEXIST") throw reason;
  }
  const stat = lstatSync(place);
  // Windows knows neither; its temporary folder is the user's own.
  const isPrivate = user === undefined || (stat.uid === user && (stat.mode & 0o077) === 0);
  if (!stat.isDirectory() || !isPrivate) throw new Error(`${place} belongs to someone else.`);
  return join(place, "code");
}

/** A folder for this process alone. */
function passingCache() {
  const place = mkdtempSync(join(tmpdir(), "stichtag-"));
  process.once("exit", () => rmSync(place, { recursive: true, force: true }));
  return join(place, "code");
}

/** The first place in which a folder of this name can be made. */
function cacheWith(name) {
  let first;
  for (const place of [() => ownCache, userCache, passingCache]) {
    try {
      const cache = place();
      mkdirSync(join(cache, name), { recursive: true });
      return cache;
    } catch (reason) {
      first ??= reason;
    }
  }
  throw first;
}

/** From elsewhere, the bundle finds Vite by a link. */
function linkModules(folder, vite) {
  const modules = vite.slice(0, vite.lastIndexOf(`${sep}node_modules${sep}`) + `${sep}node_modules`.length);
  try {
    symlinkSync(modules, join(folder, "node_modules"), "junction");
  } catch (reason) {
    if (reason.code !== "EEXIST") throw reason;
  }
}

/** The folder of the last bundle in a place if none of its files has changed since. */
function currentFolder(place) {
  try {
    const cache = place();
    const { folder, files } = JSON.parse(readFileSync(join(cache, "manifest.json"), "utf8"));
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
  const name = `${Date.now().toString(36)}-${process.pid}`;
  const cache = cacheWith(`.${name}`);
  if (cache !== ownCache) linkModules(dirname(cache), vite);
  const manifestPath = join(cache, "manifest.json");
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
  sweep(cache, name);
  return join(cache, name);
}

function sourceFiles() {
  return ["src", "theme"].flatMap((top) =>
    readdirSync(join(packageRoot, top), { recursive: true, encoding: "utf8" }).map((path) => `${top}/${path.split(sep).join("/")}`),
  );
}

/** Deletes bundles that no running process can still be reading. */
function sweep(cache, current) {
  for (const item of readdirSync(cache, { withFileTypes: true })) {
    const path = join(cache, item.name);
    if (!item.isDirectory() || item.name === current) continue;
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && Date.now() - stat.mtimeMs > day) rmSync(path, { recursive: true, force: true });
  }
}
