/** `stichtag start`: serves the decks to this machine and follows each edit. */

import { resolve } from "node:path";
import { createServer } from "vite";
import { unknownDecks } from "../project/output.ts";
import { readProject } from "../project/read.ts";
import { reportOf } from "../project/report.ts";
import type { Request } from "./arguments.ts";
import { viteConfig } from "./bundle.ts";
import type { ExitCode } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

/** Runs until the process is ended. */
export async function start(request: Request, packageRoot: string, terminal: Terminal): Promise<ExitCode> {
  const { language } = terminal;
  const root = resolve(request.root);
  const { decks, asOf, knownOn, port = 5173 } = request;
  const unknown = unknownDecks(readProject(root), decks ?? []);
  if (unknown.length > 0) {
    terminal.complain(reportOf(unknown, language));
    return 2;
  }
  const overrides = { language, ...(decks && { decks }), ...(asOf && { asOf }), ...(knownOn && { knownOn }) };
  const config = viteConfig(root, packageRoot, overrides, () => {});
  const opens = request.open && !process.env["CI"] && process.stdout.isTTY;
  // Another port is taken where this one is in use, unless it was asked for by number.
  const server = await createServer({
    ...config,
    clearScreen: false,
    server: { port, strictPort: request.port !== undefined, open: opens },
  });
  await server.listen();
  const [address = ""] = server.resolvedUrls?.local ?? [];
  terminal.say(language === "de" ? `Zu sehen unter ${address} (Ende mit Strg+C)` : `Showing at ${address} (end with Ctrl+C)`);
  return new Promise(() => {});
}
