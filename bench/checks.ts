/** What the ledger and all checks cost: the command as it is against the command without them, whole processes by turns. */

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build, type Plugin } from "vite";
import { repository } from "../src/test/repository.ts";
import { summarise, type Summary } from "./builds.ts";
import { datasetOf, isChart, writeDeck } from "./deck.ts";
import { type Contender, interleaved } from "./process.ts";

interface CheckResult {
  readonly slides: number;
  /** Of the deck that all other measures have. */
  readonly usual: Costs;
  /** Of one with thirty bound numbers and a claim on a slide; plain words in place of claims for what it is compared with. */
  readonly proved: Costs;
  /** The proved one with all rules of the lint, too. */
  readonly strict: Summary;
}

interface Costs {
  /** No ledger, no answers in the page, no checks. */
  readonly bare: Summary;
  /** As every build is. */
  readonly whole: Summary;
}

/** @param folder for decks, code and what they write */
export async function measureChecks(folder: string, slides: number, rounds: number): Promise<CheckResult> {
  rmSync(folder, { recursive: true, force: true });
  const [usual, claimed, plain] = [join(folder, "usual"), join(folder, "claimed"), join(folder, "plain")];
  writeDeck(usual, slides);
  writeProvedDeck(claimed, slides, (words, condition) => `[${words}]{claim: ${condition}}`);
  writeProvedDeck(plain, slides, (words) => words);
  const [whole, bare] = [await bundled(join(folder, "whole"), []), await bundled(join(folder, "bare"), [without()])];
  const contender = (name: string, command: string, root: string, ...more: readonly string[]): Contender => ({
    name,
    args: [command, "build", "--root", root, "--out", join(folder, `out-${name}`), ...more],
    cwd: repository,
  });
  const contenders = [
    contender("bare-usual", bare, usual),
    contender("usual", whole, usual),
    contender("bare-proved", bare, plain),
    contender("proved", whole, claimed),
    contender("strict", whole, claimed, "--strict"),
  ];
  const runs = await interleaved(contenders, rounds);
  const summary = (name: string): Summary => summarise(runs.get(name) ?? []);
  for (const { name } of contenders) hold(join(folder, `out-${name}`), !name.startsWith("bare"));
  const costs = (deck: string): Costs => ({ bare: summary(`bare-${deck}`), whole: summary(deck) });
  return { slides, usual: costs("usual"), proved: costs("proved"), strict: summary("strict") };
}

/** A share of nothing would be measured if the one had what the other lacks. */
function hold(out: string, isWhole: boolean): void {
  const page = readFileSync(join(out, "bench.html"), "utf8");
  const has = [page.includes('class="ledger">'), page.includes(' data-figure="0'), existsSync(join(out, "bench.ledger.json"))];
  if (has.some((one) => one !== isWhole)) throw new Error(`${out}: ${isWhole ? "lacks" : "has"} what is to be measured.`);
}

/** A deck as one that is checked: no number typed, each comparison a claim, nothing for the lint to find. */
function writeProvedDeck(root: string, slides: number, claim: (words: string, condition: string) => string): void {
  const { files } = writeDeck(root, slides);
  for (const [index, file] of files.entries()) {
    const dataset = `menge${datasetOf(index)}`;
    let text = readFileSync(file, "utf8")
      .replace("- Erster Punkt, ", `- Überall ${claim("nicht weniger als hundert", `min(${dataset}) >= 100`)}, `)
      .replace(
        /^(?:---\n)?/u,
        (head) => `---\nfootnotes: ["Anteile einzeln gerundet; Abweichungen in der Summe sind möglich."]\n${head === "" ? "---\n" : ""}`,
      );
    if (!isChart(index)) text = text.replace(/\| Was [^]*?(?=\n:::)/u, boundTable(dataset));
    writeFileSync(file, `${text}\nNote:\nDas Messamt hat gezählt, was hier steht.\n`);
    const about = join(root, "data", dataset, "dataset.yaml");
    const described = readFileSync(about, "utf8");
    if (!described.includes("licence"))
      writeFileSync(
        about,
        described.replace(" }\n", ", licence: { name: dl-de/by-2-0, address: https://www.govdata.de/dl-de/by-2-0 } }\n"),
      );
  }
}

function boundTable(dataset: string): string {
  return `\`\`\`table\ndata: ${dataset}\ncolumns: [{ header: Was }, { header: Anzahl, data: ${dataset} }, { header: Anteil, data: "share(${dataset}, sum(${dataset}))", format: percent(1) }]\n\`\`\`\n`;
}

/** The command, bundled and started as it starts itself, but for its look at whether the bundle is still true. @returns its path */
async function bundled(out: string, plugins: readonly Plugin[]): Promise<string> {
  mkdirSync(out, { recursive: true });
  await build({
    root: repository,
    configFile: false,
    logLevel: "silent",
    plugins: [...plugins],
    ssr: { noExternal: true, external: ["vite", "rolldown", "fsevents"] },
    build: {
      ssr: join(repository, "src", "cli", "main.ts"),
      outDir: out,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: "cli.mjs", chunkFileNames: "[name]-[hash].mjs" } },
    },
  });
  const own = readFileSync(join(repository, "src", "cli", "stichtag.mjs"), "utf8");
  const loading = 'import { load, packageRoot } from "./load.mjs";';
  if (!own.includes(loading)) throw new Error("The command loads itself in another way.");
  const path = join(out, "stichtag.mjs");
  writeFileSync(path, own.replace(loading, `const packageRoot = ${JSON.stringify(repository)};\nconst load = () => import("./cli.mjs");`));
  return path;
}

/** Modules in whose place nothing is done. */
const nothing: ReadonlyMap<string, string> = new Map([
  ["src/data/checks/standing.ts", "export const standingFaults = () => [];"],
  [
    "src/project/lint.ts",
    "export const stoppingFaults = () => []; export const lintProject = () => []; export const lintCompiled = () => [];",
  ],
  [
    "src/deck/ledger/appearances.ts",
    'export const appearancesOf = () => ({ all: [], numbers: new Map(), thousands: "." }); export const placeId = () => "";',
  ],
  ["src/deck/ledger/build.ts", "export const slideLedger = () => undefined; export const deckLedger = () => undefined;"],
  [
    "src/targets/html/ask.ts",
    'export const renderAnswers = () => ""; export const renderSources = () => ""; export const sourcesOf = () => ({});',
  ],
]);

function without(): Plugin {
  const output = { file: "src/project/output.ts", head: "export function ledgersOf(" };
  return {
    name: "bench:without-ledger",
    enforce: "pre",
    load: (id) => nothing.get(relative(repository, id).split(sep).join("/")),
    transform(code, id) {
      if (relative(repository, id).split(sep).join("/") !== output.file) return undefined;
      if (!code.includes(output.head)) throw new Error(`${output.file} has no ${output.head}`);
      return code.replace(output.head, `export function ledgersOf() { return []; }\nexport function writtenLedgers(`);
    },
  };
}

function row(what: string, bare: Summary, of: Summary, goal: string): string {
  const share = (measured: "wall" | "cpu"): string => `${((1 - bare[measured] / of[measured]) * 100).toFixed(1)} %`;
  return `| ${what} | ${bare.wall.toFixed(2)} | ${of.wall.toFixed(2)} | ${share("wall")} | ${share("cpu")} | ${goal} |`;
}

export function tableOfChecks({ slides, usual, proved, strict }: CheckResult): string {
  return [
    `| build of ${slides.toLocaleString("en")} slides | s without ledger and checks | s | their share | of processor time | goal |`,
    "| --- | --: | --: | --: | --: | --- |",
    row("**the deck of all other measures**", usual.bare, usual.whole, "≤ 15 %"),
    row("thirty bound numbers and a claim on a slide", proved.bare, proved.whole, ""),
    row("the same with all rules of the lint (`--strict`)", proved.bare, strict, ""),
  ].join("\n");
}
