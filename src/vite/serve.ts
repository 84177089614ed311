import type { UserConfig, ViteDevServer } from "vite";
import type { Overrides, Settings } from "./options.ts";
export function serverConfig(packageRoot: string): UserConfig {
  return { root: packageRoot };
}
export function serveDecks(_server: ViteDevServer, _settings: Settings, _overrides: Overrides, _packageRoot: string): void {}
