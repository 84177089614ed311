/** Edits while the deck is shown: how long until it is on the page, and whether each one comes. */

import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { commandPath } from "../src/test/project.ts";
import { repository } from "../src/test/repository.ts";
import { type Server, serve } from "../src/test/serve.ts";
import { type BenchDeck, dataPlace, isChart, slideId, slidePlace } from "./deck.ts";
import { type Edit, editOnce, openDeck, still } from "./edits.ts";
import { median } from "./process.ts";

export interface LiveResult {
  readonly slides: number;
  /** ms from write to first change of the page, medians; NaN where not measured. */
  readonly floor: number;
  readonly words: number;
  readonly number: number;
  /** The first edit after the page stands. */
  readonly first: number;
  /** 95th percentile of words and numbers. */
  readonly slow: number;
  readonly made: number;
  readonly lost: number;
}

export interface LivePlan {
  /** Edits timed of each sort. */
  readonly timed: number;
  /** Starts of the server, for the first edit. */
  readonly starts: number;
  /** Edits of which none may be lost, half of them written in slow chunks. */
  readonly endurance: number;
}

const floorPort = 4199;
const german = new Intl.NumberFormat("de-DE");

export async function measureLive(browser: Browser, deck: BenchDeck, plan: LivePlan): Promise<LiveResult> {
  const values = counter();
  const firsts: number[] = [];
  const words: number[] = [];
  const numbers: number[] = [];
  let lost = 0;
  for (let start = 0; start < plan.starts; start++) {
    await onServer(startDeck(deck), browser, deckReady, async (page) => {
      const timed = async (edit: Edit, into: number[]): Promise<void> => {
        await still(page);
        const time = await editOnce(page, edit, values(), undefined);
        if (time === undefined) lost++;
        else into.push(time);
      };
      const first = start % 2 === 0 ? wordEdit(deck) : numberEdit(deck);
      await showSlide(page, first.slide);
      await timed(first, firsts);
      if (start > 0) return;
      for (const [edit, into] of [[wordEdit(deck), words] as const, [numberEdit(deck), numbers] as const]) {
        await showSlide(page, edit.slide);
        for (let count = 0; count < plan.timed; count++) await timed(edit, into);
      }
      await showSlide(page, wordEdit(deck).slide);
      lost += await endure(page, wordEdit(deck), plan.endurance, values);
    });
  }
  return {
    slides: deck.slides,
    floor: await measureFloor(browser, deck, plan.timed, values),
    words: median(words),
    number: median(numbers),
    first: median(firsts),
    slow: [...words, ...numbers].toSorted((a, b) => a - b)[Math.floor((words.length + numbers.length) * 0.95)] ?? Number.NaN,
    made: plan.endurance + 2 * plan.timed + plan.starts,
    lost,
  };
}

/** Every second one in two halves, with pauses from nothing to a quarter of a second. */
async function endure(page: Page, edit: Edit, count: number, values: () => number): Promise<number> {
  let lost = 0;
  for (let done = 0; done < count; done++) {
    const pause = done % 2 === 0 ? undefined : [0, 5, 20, 60, 250][Math.floor(done / 2) % 5];
    if ((await editOnce(page, edit, values(), pause)) === undefined) lost++;
  }
  return lost;
}

async function measureFloor(browser: Browser, deck: BenchDeck, count: number, values: () => number): Promise<number> {
  const args = [join(repository, "bench", "floors", "live.mjs"), deck.root, `${floorPort}`];
  const times: number[] = [];
  await onServer(serve(args, repository), browser, "body[data-ready]", async (page) => {
    for (let done = 0; done <= count; done++) {
      await still(page);
      const time = await editOnce(page, wordEdit(deck), values(), undefined);
      if (time !== undefined && done > 0) times.push(time);
    }
  });
  return median(times);
}

const deckReady = "html.reveal-ready .slides > section.present";

function startDeck({ root }: BenchDeck): Promise<Server> {
  return serve([commandPath, "start", "--root", root, "--no-open"], repository);
}

async function onServer(starting: Promise<Server>, browser: Browser, ready: string, use: (page: Page) => Promise<void>): Promise<void> {
  const server = await starting;
  try {
    const page = await openDeck(browser, server.url, ready);
    await use(page);
    await page.close();
  } finally {
    await server.stop();
  }
}

async function showSlide(page: Page, id: string): Promise<void> {
  await page.evaluate((target) => {
    location.hash = `#/${target}`;
  }, id);
  await page.waitForFunction((target) => document.querySelector(".slides > section.present")?.id === target, id);
}

/** Words on a slide in the middle of the deck. */
function wordEdit(deck: BenchDeck): Edit {
  const middle = Math.floor(deck.slides / 2);
  const index = isChart(middle) ? middle + 1 : middle;
  return { ...slidePlace(deck, index), slide: slideId(index), shown: (value) => `Erster Punkt ${value}` };
}

/** A number of the first dataset, on a slide with a chart of it. */
function numberEdit(deck: BenchDeck): Edit {
  return { ...dataPlace(deck.root, 0), slide: slideId(3), shown: (value) => `Dinklage zählt ${german.format(value)} Personen` };
}

function counter(): () => number {
  let value = 20_000;
  return () => value++;
}
