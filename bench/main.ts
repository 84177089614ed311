/**
 * `npm run bench [-- --quick] [--pptx] [--tables] [--checks]`: whole processes and edits in a real browser, against floors of the same
 * run, as tables; with `--pptx` those of PowerPoint files alone, with `--tables` that of statistics read,
 * with `--checks` what ledger and checks cost.
 */

import { mkdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { measureChecks, tableOfChecks } from "./checks.ts";
import { launchBrowser } from "../src/test/browser.ts";
import { repository } from "../src/test/repository.ts";
import { type BuildResult, measureBuild } from "./builds.ts";
import { writeDeck } from "./deck.ts";
import { writeFloor } from "./floors/client.ts";
import { type LivePlan, type LiveResult, measureLive } from "./live.ts";
import { type BriefingResult, measureBriefing, measurePowerPoint, type PowerPointResult } from "./powerpoints.ts";
import { powerPointTable, tableOfTables, tableText } from "./table.ts";
import { measureTable } from "./tables.ts";

const full = { rounds: 7, live: { timed: 40, starts: 4, endurance: 1_000 } };
const quick = { rounds: 2, live: { timed: 10, starts: 2, endurance: 50 } };

export async function main(args: readonly string[]): Promise<number> {
  const plan = args.includes("--quick") ? quick : full;
  const folder = join(repository, "dist", "bench");
  mkdirSync(folder, { recursive: true });
  if (args.includes("--tables")) {
    await tellOfTables(plan);
    return 0;
  }
  if (args.includes("--checks")) {
    await tellOfChecks(folder, plan);
    return 0;
  }
  const pages = args.includes("--pptx") ? undefined : await measurePages(folder, plan);
  const powerPoints: PowerPointResult[] = [];
  for (const slides of [12, 100, 1_000]) {
    progress(`${slides} slides: PowerPoint`);
    powerPoints.push(await measurePowerPoint(join(folder, `pptx-${slides}`), slides, plan.rounds));
  }
  const briefing: BriefingResult = await measureBriefing(folder, plan.rounds);
  tellMachine();
  if (pages !== undefined) console.log(`${tableText(pages.builds, pages.lives)}\n`);
  console.log(`${powerPointTable(powerPoints, briefing)}\n`);
  await tellOfTables(plan, false);
  await tellOfChecks(folder, plan, false);
  return 0;
}

/** The two are so near each other that it takes more rounds to tell them apart. */
async function tellOfChecks(folder: string, { rounds }: typeof full, alone = true): Promise<void> {
  progress("ledger and checks of 1,000 slides");
  const result = await measureChecks(join(folder, "checks-1000"), 1_000, 3 * rounds);
  if (alone) tellMachine();
  else progress("");
  console.log(`${alone ? "" : "\n"}${tableOfChecks(result)}`);
}

async function tellOfTables({ rounds }: typeof full, alone = true): Promise<void> {
  progress("a table of 1,000,000 rows");
  const result = await measureTable(1_000_000, rounds);
  if (alone) tellMachine();
  else progress("");
  console.log(tableOfTables(result));
}

function tellMachine(): void {
  progress("");
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`);
}

interface Pages {
  readonly builds: readonly BuildResult[];
  readonly lives: readonly LiveResult[];
}

async function measurePages(folder: string, plan: typeof full): Promise<Pages> {
  const floor = join(folder, "floor");
  writeFloor(floor);
  const builds: BuildResult[] = [];
  const lives: LiveResult[] = [];
  for (const slides of [12, 100, 1_000]) {
    const deck = writeDeck(join(folder, `deck-${slides}`), slides);
    progress(`${slides} slides: builds`);
    builds.push(await measureBuild(deck, floor, plan.rounds));
    if (slides === 12) continue;
    progress(`${slides} slides: edits`);
    lives.push(await edits(deck, slides === 1_000 ? plan.live : { ...plan.live, endurance: 0 }));
  }
  return { builds, lives };
}

async function edits(deck: ReturnType<typeof writeDeck>, plan: LivePlan): Promise<LiveResult> {
  const browser = await launchBrowser();
  try {
    return await measureLive(browser, deck, plan);
  } finally {
    await browser.close();
  }
}

function progress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`);
}
