import type { Plugin } from "vite";
import type { StichtagOptions } from "./plugin.ts";

export type { StichtagOptions } from "./plugin.ts";

/** Builds the decks of a project to one file each, and serves them with live updates. */
export function stichtag(options?: StichtagOptions): Promise<Plugin>;
