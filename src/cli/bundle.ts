/** Bundles the client by Vite, with the project's own `vite.config`. */

import { resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { build, type InlineConfig, type Plugin } from "vite";
import type { Message } from "../source/diagnostic.ts";
import { bundlingFailed, pluginMissing } from "../source/messages/cli.ts";
import { type CachedClient, cachePlace, configFileOf, folderName } from "../vite/cache.ts";
import { findApi, type Overrides, type PluginApi } from "../vite/options.ts";
import { stichtag } from "../vite/plugin.ts";
import type { Request } from "./arguments.ts";
import type { ExitCode } from "./exit.ts";
import { SpokenError } from "./terminal.ts";

/**
 * A configuration of Vite for a project: its own `vite.config`, or the plugin alone where there is none.
 *
 * @param found told the plugin as soon as Vite has resolved its configuration
 */
export function viteConfig(root: string, packageRoot: string, overrides: Overrides, found: (api: PluginApi) => void): InlineConfig {
  const command: Plugin = {
    name: "stichtag:command",
    configResolved: {
      order: "post",
      handler(config) {
        const api = findApi(config.plugins);
        if (api === undefined) throw new SpokenError(pluginMissing());
        api.overrides = overrides;
        found(api);
      },
    },
  };
  if (configFileOf(root) !== undefined) return { root, plugins: [command] };
  // A folder of slides and data alone stays that: Vite's notes on dependencies are kept with the package.
  const cacheDir = cachePlace(packageRoot, "vite", folderName(root));
  return { root, plugins: [stichtag({}, packageRoot), command], configFile: false, cacheDir };
}

/** What the process that bundles sends to the one that asked. */
export type Bundled = CachedClient | { readonly failed: Message };

/** Bundles the client and hands it to the process that asked; the plugin keeps it for the next build. */
export async function bundle(request: Request, packageRoot: string): Promise<ExitCode> {
  const made = await bundled(resolve(request.root), packageRoot);
  process.send?.(made);
  return "failed" in made ? 1 : 0;
}

async function bundled(root: string, packageRoot: string): Promise<Bundled> {
  let api: PluginApi | undefined;
  try {
    const config = viteConfig(root, packageRoot, {}, (found) => (api = found));
    // Nothing is written: the command does that itself, as it does when no bundling is needed.
    await build({ ...config, logLevel: "silent", build: { write: false } });
  } catch (reason) {
    return { failed: reason instanceof SpokenError ? reason.words : bundlingFailed(wordsOf(reason)) };
  }
  const { client, settings } = api ?? {};
  return client === undefined || settings === undefined ? { failed: pluginMissing() } : { client, settings };
}

/** What a bundler says of its fault, without colours and without the places in programs, which are none of an author's. */
function wordsOf(reason: unknown): string {
  const words = stripVTControlCharacters(reason instanceof Error ? reason.message : String(reason));
  return words.replaceAll(/\n\s+at .*/gu, "").trim();
}
