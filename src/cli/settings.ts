/** What `vite.config` says of a project, and what the command line says above it. */

import { join } from "node:path";
import { pluginMissing } from "../source/messages/cli.ts";
import type { BuildRequest } from "../project/output.ts";
import { cachedClient, configFileOf } from "../vite/cache.ts";
import type { PluginApi, Settings } from "../vite/options.ts";
import type { Request } from "./arguments.ts";
import { SpokenError } from "./terminal.ts";

/**
 * The settings where no client is needed. Vite is imported only where there is a `vite.config` that no build has read yet.
 *
 * @throws SpokenError
 */
export async function settingsFor(root: string, packageRoot: string): Promise<Settings> {
  const kept = cachedClient(root, packageRoot)?.settings;
  if (kept !== undefined) return kept;
  if (configFileOf(root) === undefined) return { root, out: join(root, "dist") };
  const [{ resolveConfig }, { viteConfig }] = await Promise.all([import("vite"), import("./bundle.ts")]);
  let api: PluginApi | undefined;
  await resolveConfig({ ...viteConfig(root, packageRoot, {}, (found) => (api = found)), logLevel: "silent" }, "build");
  if (api?.settings === undefined) throw new SpokenError(pluginMissing());
  return api.settings;
}

/** What the command line asks for, above what `vite.config` says. */
export function requestOf(settings: BuildRequest, asked: Request): BuildRequest {
  const { decks = settings.decks, asOf = settings.asOf, knownOn } = asked;
  return { root: settings.root, ...(decks && { decks }), ...(asOf && { asOf }), ...(knownOn && { knownOn }) };
}
