/** The client's bundle: what Vite must know to build it, and what is taken out of it. */

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Rolldown, UserConfig } from "vite";
import { canvases } from "../../theme/layouts.ts";
import type { Client } from "../project/pages.ts";
import { germanNotes, speakerView } from "./german.ts";

/** One script and one style sheet with fonts inside, nothing written but by the plugin. */
export function clientBuild(packageRoot: string): UserConfig {
  return {
    build: {
      emptyOutDir: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      cssCodeSplit: false,
      modulePreload: false,
      assetsInlineLimit: () => true,
      rolldownOptions: {
        input: { client: join(packageRoot, "src/client/build.ts") },
        output: { codeSplitting: false },
      },
    },
  };
}

/** The client in a finished bundle. @throws Error where the bundle is not of one script and one style sheet */
export function clientOf(bundle: Rolldown.OutputBundle, packageRoot: string): Client {
  const files = Object.values(bundle);
  const scripts = files.flatMap((file) => (file.type === "chunk" ? [file.code] : []));
  const styles = files.flatMap((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? [textOf(file.source)] : []));
  const [script] = scripts;
  if (script === undefined || scripts.length > 1) throw new Error(`The client must be one script, not ${scripts.length}.`);
  const { scripts: popup, styles: popupStyles } = speakerView(
    germanNotes(readFileSync(revealFile("reveal.js/plugin/notes", packageRoot), "utf8")),
  );
  return { script, style: styles.join("\n"), allowed: { scripts: popup, styles: [...popupStyles, ...printStyles()] } };
}

/** Files besides its modules that a client is made of: all of the theme, and what changes the modules on the way. */
export function furtherInputs(packageRoot: string): readonly string[] {
  return ["theme", "theme/fonts", "src/vite"].flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { withFileTypes: true })
      .filter((item) => item.isFile() && !item.name.endsWith(".test.ts"))
      .map((item) => join(packageRoot, folder, item.name)),
  );
}

/** Where a file of reveal.js lies. */
function revealFile(name: string, packageRoot: string): string {
  return createRequire(join(packageRoot, "package.json")).resolve(name).replace(/\.js$/, ".mjs");
}

/** The style sheets that reveal's print view adds, to the letter: what differs by a blank is refused by the page's policy. */
function printStyles(): readonly string[] {
  return Object.values(canvases).flatMap(({ width, height }) => [
    `@page{size:${width}px ${height}px; margin: 0px;}`,
    `.reveal section>img, .reveal section>video, .reveal section>iframe{max-width: ${width}px; max-height:${height}px}`,
  ]);
}

function textOf(source: string | Uint8Array): string {
  return typeof source === "string" ? source : Buffer.from(source).toString("utf8");
}
