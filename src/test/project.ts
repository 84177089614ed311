/** Copies of projects in temporary folders, built by the real command: for tests and pictures. */

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CanvasName } from "../../theme/layouts.ts";
import { repository } from "./repository.ts";

/** What a command left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `stichtag …` in a folder. */
export function stichtag(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandPath, ...args], { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, stdio: "pipe" });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

export const commandPath: string = join(repository, "src", "cli", "stichtag.mjs");

/** A temporary folder for a project; delete it when done. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "stichtag-test-"));
}

/** Copies what makes a project (slides, data, brand, templates) from one folder to another, `canvas` changed in each deck if asked for. */
export function copyProject(from: string, to: string, canvas?: CanvasName): void {
  const theme = join(from, "theme");
  const templates = existsSync(theme) ? readdirSync(theme).filter((name) => /\.(?:potx|pptx)$/i.test(name)) : [];
  for (const name of templates) cpSync(join(theme, name), join(to, "theme", name));
  for (const part of ["slides", "data", join("theme", "brand")]) {
    if (existsSync(join(from, part))) cpSync(join(from, part), join(to, part), { recursive: true });
  }
  if (canvas !== undefined) for (const deck of readdirSync(join(to, "slides"))) setCanvas(join(to, "slides", deck, "deck.yaml"), canvas);
}

function setCanvas(path: string, canvas: CanvasName): void {
  if (!existsSync(path)) return;
  const others = readFileSync(path, "utf8")
    .split(/(?<=\n)/)
    .filter((line) => !line.startsWith("canvas:"));
  writeFileSync(path, `${others.join("").replace(/\n?$/, "\n")}canvas: "${canvas}"\n`);
}

/**
 * Builds a project's decks.
 *
 * @returns path of each deck's file, by deck
 * @throws Error with the diagnostics where it does not build
 */
export async function buildDecks(root: string, args: readonly string[] = []): Promise<ReadonlyMap<string, string>> {
  const { code, stdout, stderr } = await stichtag(["build", ...args], root);
  if (code !== 0) throw new Error(`The build in ${root} ended with ${code}:\n${stdout}\n${stderr}`);
  const files = readdirSync(join(root, "dist")).filter((name) => name.endsWith(".html") && !name.endsWith(".ledger.html"));
  return new Map(files.map((name) => [name.slice(0, -".html".length), join(root, "dist", name)]));
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
