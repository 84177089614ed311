/** The plugin for the `vite.config` of this and any other project: `import { stichtag } from "stichtag/vite"`. */

import { load, packageRoot } from "../cli/load.mjs";

export async function stichtag(options = {}) {
  const plugin = await load("vite");
  return plugin.stichtag(options, packageRoot);
}
