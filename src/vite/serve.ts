/** The dev server's side: pages, pictures, and the line between files and pages. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { normalizePath, type UserConfig, type ViteDevServer } from "vite";
import { events, type Standing } from "../client/live/protocol.ts";
import { ReadError, readBytes } from "../project/disk.ts";
import { type FileEntry, folders } from "../project/files.ts";
import { mediaType } from "../project/pages.ts";
import { systemLanguage } from "../project/report.ts";
import { deckPage, indexPage, waitingPage } from "./dev-pages.ts";
import { LiveDecks, pictureBase } from "./live.ts";
import type { Overrides, Settings } from "./options.ts";
import { watchFolders } from "./watch.ts";

/**
 * Vite's settings for serving decks: to this machine only, and with no page of its own.
 *
 * @param project the folder with `slides/` and `data/`
 */
export function serverConfig(project: string, packageRoot: string): UserConfig {
  return {
    appType: "custom",
    server: {
      host: "localhost",
      // What the client is made of, and nothing of the project: the pages bring all of that themselves, and beside the
      // slides lie credentials. What a project's own `vite.config` allows is added to this.
      fs: { strict: true, allow: [...clientFolders(packageRoot)], deny: [...deny] },
      // Watched by ourselves.
      watch: { ignored: ["slides", "data"].map((folder) => `${normalizePath(join(project, folder))}/**`) },
    },
    // reveal is one file of its own; its words are exchanged on the way, which what is bundled beforehand does not see.
    optimizeDeps: { entries: [join(packageRoot, "src/client/dev.ts")], exclude: ["reveal.js", "reveal.js/plugin/notes"] },
  };
}

/** Never served, whatever is allowed: Vite's own list, which naming one replaces, and the files with credentials (or copies of them). */
const deny: readonly string[] = [
  ".env",
  ".env.*",
  "*.{crt,pem,key,p12,pfx,cer,der}",
  ".npmrc",
  ".yarnrc.yml",
  "**/.git/**",
  "*credentials.y*ml*",
];

/** Where all lies that the client is made of, its fonts among it. */
function clientFolders(packageRoot: string): readonly string[] {
  const { resolve } = createRequire(join(packageRoot, "package.json"));
  const packages = ["reveal.js", "@fontsource/carlito"].map((name) => dirname(resolve(name)));
  return [...["src", "theme"].map((folder) => join(packageRoot, folder)), ...packages];
}

/** Serves the decks and follows their files. */
export function serveDecks(server: ViteDevServer, settings: Settings, overrides: Overrides, packageRoot: string): void {
  const { ws, watcher, config } = server;
  const language = overrides.language ?? systemLanguage(process.env);
  const live = new LiveDecks(settings, overrides, language, {
    send: (event, payload) => ws.send(event, payload),
    report: (text) =>
      text === "" ? config.logger.info(language === "de" ? "Alle Fehler behoben." : "All faults mended.") : config.logger.error(text),
  });
  const script = `/@fs/${normalizePath(join(packageRoot, "src/client/dev.ts")).replace(/^\//, "")}`;
  ws.on(events.ask, (standing: Standing, client) => live.answer(standing, (event, payload) => client.send(event, payload)));
  const watching = watchFolders(settings.root, folders, (paths) => live.touched(paths));
  watcher.on("all", (_event, path) => {
    // Only a vite.config, which is read anew, brings the program anew.
    if (config.configFile !== undefined && isProgram(path, packageRoot)) void server.restart();
  });
  server.httpServer?.once("close", () => {
    watching.close();
    live.close();
  });
  server.middlewares.use((request, response, next) => {
    if (!respond(live, script, request, response)) next();
  });
}

/** Whether a file is part of what makes decks, the theme's tokens among it: then all of it has to be loaded anew. */
function isProgram(path: string, packageRoot: string): boolean {
  const own = ["theme", "src"].some((folder) => path.startsWith(join(packageRoot, folder, sep)));
  return own && path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.startsWith(join(packageRoot, "src", "client", sep));
}

function respond(live: LiveDecks, script: string, request: IncomingMessage, response: ServerResponse): boolean {
  const path = pathOf(request);
  if (path === undefined || (request.method !== "GET" && request.method !== "HEAD")) return false;
  if (path.startsWith(pictureBase)) return respondPicture(live, path.slice(pictureBase.length), response);
  const [only] = live.ids;
  if (path === "/" && only !== undefined && live.ids.length === 1) {
    response.writeHead(302, { Location: `/${encodeURIComponent(only)}.html` }).end();
    return true;
  }
  if (path === "/") return send(response, 200, indexPage(live));
  if (path === "/favicon.ico") return send(response, 204, "");
  const id = /^\/([^/]+)\.html$/.exec(path)?.[1]?.normalize("NFC");
  if (id === undefined || !live.ids.includes(id)) return false;
  const state = live.state(id);
  return send(response, 200, state === undefined ? waitingPage(live, id, script) : deckPage(live, state, script));
}

function respondPicture(live: LiveDecks, address: string, response: ServerResponse): boolean {
  const picture = live.picture(address.normalize("NFC"));
  const content = picture && contentOf(picture);
  if (content === undefined) return send(response, 404, "");
  // A picture opened by its address is a page of its own: an SVG must not run scripts there.
  response.writeHead(200, {
    "Content-Type": mediaType(address),
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(content);
  return true;
}

/** A picture can go between being found and being asked for. */
function contentOf({ path, address }: FileEntry): Buffer | undefined {
  try {
    return readBytes(path, address);
  } catch (reason) {
    if (reason instanceof ReadError) return undefined;
    throw reason;
  }
}

function send(response: ServerResponse, status: number, html: string): true {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }).end(html);
  return true;
}

function pathOf(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  } catch {
    return undefined;
  }
}
