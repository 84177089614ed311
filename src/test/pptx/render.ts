/** A PowerPoint file as pictures, by LibreOffice: for the eye only, since it forgives what PowerPoint does not. */

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Draws each slide as a PNG of the canvas's size into a folder.
 *
 * @param out must exist
 * @returns the pictures' paths, in the order of the slides
 * @throws Error that says what is missing or went wrong
 */
export async function renderSlides(file: string, out: string): Promise<readonly string[]> {
  const work = mkdtempSync(join(tmpdir(), "stichtag-office-"));
  try {
    const office = process.env["STICHTAG_SOFFICE"] ?? "soffice";
    // A profile of its own, so that an open LibreOffice neither answers nor is disturbed.
    const profile = `-env:UserInstallation=${pathToFileURL(join(work, "profile")).href}`;
    await run(
      office,
      [profile, "--headless", "--convert-to", "pdf", "--outdir", work, file],
      "LibreOffice is needed to draw PowerPoint files: install it, or name its program in STICHTAG_SOFFICE.",
    );
    const pdf = join(work, `${basename(file, ".pptx")}.pdf`);
    await run("pdftoppm", ["-r", "96", "-png", pdf, join(out, "slide")], "pdftoppm (of poppler) is needed to draw PowerPoint files.");
    return readdirSync(out)
      .filter((name) => /^slide-\d+\.png$/.test(name))
      .toSorted()
      .map((name) => join(out, name));
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(command: string, args: readonly string[], absent: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Numbers in charts are written as the computer's country does.
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, LC_ALL: "de_DE.UTF-8" } });
    let told = "";
    child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
    child.on("error", () => reject(new Error(absent)));
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}:\n${told}`))));
  });
}
