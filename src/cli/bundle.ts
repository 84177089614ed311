/** Bundles the client by Vite, with the project's own `vite.config`. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, type InlineConfig, type Plugin } from "vite";
import { pluginMissing } from "../source/messages/cli.ts";
import type { CachedClient } from "../vite/cache.ts";
import { findApi, type Overrides, type PluginApi } from "../vite/options.ts";
import { stichtag } from "../vite/plugin.ts";
import { SpokenError } from "./terminal.ts";

const configurations = ["ts", "mts", "cts", "js", "mjs", "cjs"].map((ending) => `vite.config.${ending}`);

/**
 * A configuration of Vite for a project: its own `vite.config`, or the plugin alone where there is none.
 *
 * @param found told the plugin as soon as Vite has resolved its configuration
 */
export function viteConfig(root: string, packageRoot: string, overrides: Overrides, found: (api: PluginApi) => void): InlineConfig {
  const own = configurations.some((name) => existsSync(join(root, name)));
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
  return { root, plugins: own ? [command] : [stichtag({}, packageRoot), command], ...(own ? {} : { configFile: false }) };
}

/** The client and the settings of the project's `vite.config`; the plugin keeps both for the next build. */
export async function bundleClient(root: string, packageRoot: string): Promise<CachedClient> {
  let api: PluginApi | undefined;
  const config = viteConfig(root, packageRoot, {}, (found) => (api = found));
  // Nothing is written: the command does that itself, as it does when no bundling is needed.
  await build({ ...config, logLevel: "error", build: { write: false } });
  const { client, settings } = api ?? {};
  if (client === undefined || settings === undefined) throw new SpokenError(pluginMissing());
  return { client, settings };
}
