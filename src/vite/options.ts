/** What the plugin is told: in `vite.config`, and by the command line. */

import type { IsoDate } from "../data/figure.ts";
import type { Language } from "../source/diagnostic.ts";
import type { Client } from "../project/pages.ts";

export interface StichtagOptions {
  /** Folder with `slides/`, `data/` and `theme/`; default: Vite's root. */
  readonly root?: string;
  /** Ids of the decks to build; default all. */
  readonly decks?: readonly string[];
  /** Overrides `as_of` of every deck: a day, or "latest". */
  readonly asOf?: IsoDate;
}

/** The options with what Vite's configuration adds to them. Plain values: kept beside the cached client. */
export interface Settings {
  /** Absolute path of the project. */
  readonly root: string;
  /** Absolute path of the folder that is written to. */
  readonly out: string;
  readonly decks?: readonly string[];
  readonly asOf?: IsoDate;
}

/** What the command line says besides, above `vite.config`. */
export interface Overrides {
  readonly decks?: readonly string[];
  readonly asOf?: IsoDate;
  /** Day of knowledge: what came in later is not seen. Of the command line only: no project has one for good. */
  readonly knownOn?: IsoDate;
  readonly language?: Language;
}

/** What the plugin shows to the command, which finds it among Vite's plugins. */
export interface PluginApi {
  /** Known once Vite has resolved its configuration. */
  settings: Settings | undefined;
  /** To be set by the command before a server starts. */
  overrides: Overrides;
  /** Known once a build is through. */
  client: Client | undefined;
}

export const pluginName = "stichtag";

/** The plugin's side of things among Vite's resolved plugins. */
export function findApi(plugins: readonly { readonly name: string; readonly api?: unknown }[]): PluginApi | undefined {
  const api = plugins.find(({ name }) => name === pluginName)?.api;
  return isApi(api) ? api : undefined;
}

function isApi(api: unknown): api is PluginApi {
  return typeof api === "object" && api !== null && "overrides" in api && "client" in api;
}
