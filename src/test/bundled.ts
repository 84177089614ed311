/**
 * A Chromium for machines that have no browser: unpacks what the dev dependency `@sparticuz/chromium` carries.
 * Its own launcher is not used: it runs whatever lies in the temporary folder and switches web security off.
 */

import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

const inflate = promisify(brotliDecompress);

export interface Bundled {
  /** Path of the executable. */
  readonly executable: string;
  /** What the process needs on top of the present environment. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks the browser into `node_modules/.cache` if it is not there yet. Several processes may do so at once:
 * each unpacks into a folder of its own, and the first to rename it wins.
 *
 * @throws Error where the package does not run on this system, or is not installed
 */
export async function unpackBundled(root: string): Promise<Bundled> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`@sparticuz/chromium runs on Linux x64 only, not on ${process.platform} ${process.arch}`);
  }
  const entry = createRequire(join(root, "package.json")).resolve("@sparticuz/chromium");
  const home = entry.slice(0, entry.lastIndexOf(join(sep, "build", sep)));
  const version = versionOf(JSON.parse(await readFile(join(home, "package.json"), "utf8")));
  const cache = join(root, "node_modules", ".cache");
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpackOnce(join(home, "bin"), cache, folder);
  return {
    executable: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_PATH: folder },
  };
}

function versionOf(manifest: unknown): string {
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest)) return "";
  return String(manifest.version);
}

async function unpackOnce(bin: string, cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(join(cache, "chromium-unpacking-"));
  try {
    for (const archive of ["al2023", "fonts", "swiftshader"]) {
      await untar(await inflate(await readFile(join(bin, `${archive}.tar.br`))), own);
    }
    await writeFile(join(own, "fonts.conf"), fontsConf(join(folder, "fonts")));
    const executable = join(own, "chromium");
    await writeFile(executable, await inflate(await readFile(join(bin, "chromium.br"))));
    await chmod(executable, 0o755);
    // A folder that is there and not empty refuses the rename: then another process was first, with the same content.
    await rename(own, folder).catch((reason: unknown) => {
      if (!existsSync(join(folder, "chromium"))) throw reason;
    });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** The package's own names the temporary folder. The system's fonts are left out, so that the page is held to what it brings. */
function fontsConf(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}

const block = 512;

/** Writes the files of a ustar archive, as far as this package uses the format: plain files and folders with short names. */
async function untar(archive: Buffer, target: string): Promise<void> {
  for (let at = 0; at + block <= archive.length; ) {
    const field = (from: number, length: number): string => archive.toString("latin1", at + from, at + from + length).replace(/\0.*$/s, "");
    const name = field(0, 100);
    if (name === "") return;
    const size = Number.parseInt(field(124, 12), 8);
    const type = field(156, 1);
    const path = join(target, normalize(name));
    if (!path.startsWith(target + sep)) throw new Error(`The archive holds a path outside its folder: ${name}`);
    if (type === "0" || type === "") {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, archive.subarray(at + block, at + block + size));
    } else if (type !== "5") throw new Error(`The archive holds an entry of the unknown type ${type}: ${name}`);
    at += block + Math.ceil(size / block) * block;
  }
}
