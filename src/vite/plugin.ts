/** The Vite plugin: hooks only; what they do stands in the files beside it. */

import { isAbsolute, resolve } from "node:path";
import type { Plugin } from "vite";
import { themeCss } from "../../theme/css.ts";
import { compileDecks, type CompiledProject, writeDecks } from "../project/output.ts";
import { reportOf, systemLanguage } from "../project/report.ts";
import { configFileOf, keepClient } from "./cache.ts";
import { clientBuild, clientOf, furtherInputs } from "./client.ts";
import { germanDeck, germanNotes } from "./german.ts";
import { type PluginApi, pluginName, type Settings, type StichtagOptions } from "./options.ts";
import { serveDecks, serverConfig } from "./serve.ts";

export type { StichtagOptions } from "./options.ts";

const themeModule = "virtual:stichtag/theme.css";

/**
 * Builds the decks of a project to one file each, and serves them with live updates.
 *
 * @param packageRoot this package's folder, where the client's sources lie
 */
export function stichtag(options: StichtagOptions, packageRoot: string): Plugin<PluginApi> {
  const api: PluginApi = { settings: undefined, overrides: {}, client: undefined };
  let viteRoot = "";
  let configFile: string | undefined;
  let began = 0;
  let compiled: CompiledProject | undefined;
  return {
    name: pluginName,
    api,
    config: ({ root = process.cwd() }, { command }) =>
      command === "build" ? clientBuild(packageRoot) : serverConfig(resolve(root, options.root ?? "."), packageRoot),
    configResolved(config) {
      viteRoot = config.root;
      configFile = config.configFile === undefined ? undefined : resolve(config.configFile);
      api.settings = settingsOf(options, config.root, config.build.outDir);
    },
    resolveId: { filter: { id: /^virtual:stichtag\/theme\.css$/ }, handler: () => `\0${themeModule}` },
    load: { filter: { id: /^\0virtual:stichtag\/theme\.css$/ }, handler: () => themeCss() },
    transform: {
      filter: { id: /reveal\.js\/dist\/(?:reveal|plugin\/notes)\.mjs$/ },
      handler: (code, id) => ({ code: id.endsWith("notes.mjs") ? germanNotes(code) : germanDeck(code), map: null }),
    },
    buildStart() {
      began = Date.now();
    },
    generateBundle: {
      // After Vite's own, which put the style sheet into the bundle.
      order: "post",
      handler(_output, bundle, isWrite) {
        const client = clientOf(bundle, packageRoot);
        const modules = [...this.getModuleIds()].filter(isAbsolute);
        api.client = client;
        // A configuration given by name is not the one that a later build finds.
        if (api.settings !== undefined && configFile === configFileOf(viteRoot)) {
          keepClient(viteRoot, packageRoot, { client, settings: api.settings }, [...modules, ...furtherInputs(packageRoot)], began);
        }
        if (isWrite) for (const name of Object.keys(bundle)) delete bundle[name];
      },
    },
    // Vite's command asks here, where a fault can still be told without the bundler's own words around it.
    async buildApp() {
      if (api.settings !== undefined) compiled = await compileOrFail(api.settings, (words) => this.warn(words));
    },
    async writeBundle() {
      if (api.settings === undefined || api.client === undefined) return;
      compiled ??= await compileOrFail(api.settings, (words) => this.warn(words));
      writeDecks(compiled, api.client, api.settings.out);
      compiled = undefined;
    },
    configureServer: (server) => {
      if (api.settings !== undefined) serveDecks(server, api.settings, api.overrides, packageRoot);
    },
  };
}

/** @throws Error with all diagnostics as its words, and no stack: what is wrong is not in the program */
async function compileOrFail(settings: Settings, warn: (words: string) => void): Promise<CompiledProject> {
  const compiled = await compileDecks(settings);
  const report = reportOf(compiled.diagnostics, systemLanguage(process.env));
  if (compiled.faulty) {
    const fault = new Error(report);
    fault.stack = report;
    throw fault;
  }
  if (report !== "") warn(report);
  return compiled;
}

function settingsOf({ root, decks, asOf }: StichtagOptions, viteRoot: string, outDir: string): Settings {
  const out = resolve(viteRoot, outDir);
  return { root: resolve(viteRoot, root ?? "."), out, ...(decks && { decks }), ...(asOf && { asOf }) };
}
