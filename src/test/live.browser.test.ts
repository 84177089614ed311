/** Live editing as an author meets it: a dev server on a copy of the briefing, a browser on it, an editor that writes files. */

import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchBrowser, watch, type Faults } from "./browser.ts";
import { goTo, holds, plain, presentId, ready, settled, slideIds } from "./deck-page.ts";
import { commandPath, copyProject, remove, temporaryFolder } from "./project.ts";
import { repository } from "./repository.ts";
import { serve, type Server } from "./serve.ts";

/** ms within which an edit must be on the page; it takes tens of them, but the machine of a test may be busy. */
const soon = 5_000;

let browser: Browser;
let server: Server;
let root = "";
let page: Page;
let faults: Faults;

const slides = (name: string): string => join(root, "slides", "mut-briefing", name);
const states = (): string => join(root, "data", "auslaender_staaten", "2017-07-01.yaml");

beforeAll(async () => {
  root = temporaryFolder();
  copyProject(repository, root);
  browser = await launchBrowser();
  server = await serve([commandPath, "start", "--root", root, "--no-open"], root);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  remove(root);
});

declare global {
  /** Set by a test; a reload would take it away. */
  var untouched: boolean;
}

beforeEach(async () => {
  await page?.context().close();
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: "de-DE" });
  faults = watch(page, server.url);
  await page.goto(server.url);
  await ready(page);
  await page.evaluate(() => {
    globalThis.untouched = true;
  });
});

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`The edit changes nothing in ${path}`);
  writeFileSync(path, after);
}

/** Does an edit, looks, and takes it back, so that the next test finds the briefing as it was. */
async function withEdit(path: string, change: (text: string) => string, look: () => Promise<void>): Promise<void> {
  const before = readFileSync(path, "utf8");
  edit(path, change);
  try {
    await look();
  } finally {
    writeFileSync(path, before);
  }
}

function shows(selector: string, text: string): Promise<unknown> {
  return page.waitForFunction(
    ([where, what]) =>
      [...document.querySelectorAll(where ?? "")].some((element) =>
        (element.textContent ?? "").replaceAll(/\s+/g, " ").includes(what ?? ""),
      ),
    [selector, text],
    { timeout: soon },
  );
}

function gone(selector: string, text: string): Promise<unknown> {
  return page.waitForFunction(
    ([where, what]) =>
      ![...document.querySelectorAll(where ?? "")].some(
        (element) => element.checkVisibility() && (element.textContent ?? "").includes(what ?? ""),
      ),
    [selector, text],
    { timeout: soon },
  );
}

const present = ".slides > section.present";
const banner = ".fault-banner";

/** Nothing was loaded anew, and the page had no fault of its own. */
async function expectUntouched(): Promise<void> {
  expect(await page.evaluate(() => globalThis.untouched)).toBe(true);
  expect(faults).toEqual({ console: [], exceptions: [], requests: [] });
}

describe("an edit", () => {
  it("of a value moves the chart, without a reload, on the same slide", async () => {
    await goTo(page, "10-staatsangehoerigkeiten");
    const bar = (): Promise<number> =>
      page.$eval(
        `${present} svg [data-key="bar:Polen"] rect, ${present} svg rect[data-key="bar:Polen"]`,
        (rect) => rect.getBoundingClientRect().width,
      );
    const before = await bar();
    await withEdit(
      states(),
      (text) => text.replace(/Polen: \d+/, "Polen: 3699"),
      async () => {
        await shows(`${present} svg`, "3.699");
        await settled(page);
        expect(await bar()).toBeGreaterThan(before + 5);
        expect(await presentId(page)).toBe("10-staatsangehoerigkeiten");
        await expectUntouched();
      },
    );
    await shows(`${present} svg`, "3.395");
    await settled(page);
    expect(Math.abs((await bar()) - before)).toBeLessThan(1);
  });

  it("of a slide shows on it, and on no other", async () => {
    await goTo(page, "06-schwerpunkte");
    await withEdit(
      slides("06-schwerpunkte.md"),
      (text) => text.replace("Willkommenskultur", "Willkommen und Ankommen"),
      async () => {
        await shows(`${present} li`, "Willkommen und Ankommen");
        await expectUntouched();
      },
    );
    await gone(`${present} li`, "Willkommen und Ankommen");
  });

  it("of the notes, the kicker and deck.yaml arrives, too", async () => {
    await goTo(page, "06-schwerpunkte");
    await withEdit(
      slides("06-schwerpunkte.md"),
      (text) => text.replace("Der Rückblick", "Ein Rückblick").replace("kicker: Handlungsfelder", "kicker: Felder"),
      async () => {
        await shows(`${present} aside.notes`, "Ein Rückblick");
        await shows(`${present} .kicker`, "Felder unter");
      },
    );
    await withEdit(
      slides("deck.yaml"),
      (text) => text.replace("title: Koordinierungsstelle", "title: Anlaufstelle"),
      async () => {
        await page.waitForFunction(() => document.title.startsWith("Anlaufstelle"), undefined, { timeout: soon });
        await expectUntouched();
      },
    );
  });

  it("saved by renaming, as many editors do, and by deleting first", async () => {
    await goTo(page, "06-schwerpunkte");
    const path = slides("06-schwerpunkte.md");
    const before = readFileSync(path, "utf8");
    writeFileSync(`${path}~`, before.replace("Willkommenskultur", "Umbenannt"));
    renameSync(`${path}~`, path);
    await shows(`${present} li`, "Umbenannt");
    rmSync(path);
    await wait(20);
    writeFileSync(path, before.replace("Willkommenskultur", "Neu geschrieben"));
    await shows(".slides li", "Neu geschrieben");
    writeFileSync(path, before);
    await gone(".slides li", "Neu geschrieben");
    expect(await page.evaluate(() => globalThis.untouched)).toBe(true);
  });

  it("written in slow chunks ends right", async () => {
    await goTo(page, "06-schwerpunkte");
    const path = slides("06-schwerpunkte.md");
    const before = readFileSync(path, "utf8");
    for (const pause of [5, 40, 150]) {
      const word = `Langsam${pause}`;
      const bytes = Buffer.from(before.replace("Willkommenskultur", word));
      const file = openSync(path, "w");
      for (let at = 0; at < bytes.length; at += 200) {
        writeSync(file, bytes, at, Math.min(200, bytes.length - at));
        await wait(pause);
      }
      closeSync(file);
      await shows(`${present} li`, word);
      await shows(`${present} aside.notes`, "nicht allein verantwortet");
      await gone(banner, "");
    }
    writeFileSync(path, before);
    await shows(`${present} li`, "Willkommenskultur");
    await gone(banner, "");
    await expectUntouched();
  });

  it("comes through when it is one of a hundred at once", async () => {
    await goTo(page, "06-schwerpunkte");
    const path = slides("06-schwerpunkte.md");
    const before = readFileSync(path, "utf8");
    for (let turn = 1; turn <= 100; turn++) {
      writeFileSync(path, before.replace("Willkommenskultur", `Stand ${turn}.`));
      if (turn % 7 === 0) await wait(15);
    }
    await shows(`${present} li`, "Stand 100.");
    writeFileSync(path, before);
    await shows(`${present} li`, "Willkommenskultur");
    await expectUntouched();
  });
});

describe("a file", () => {
  it("that is new becomes a slide, that is deleted goes, and the present slide stays", async () => {
    await goTo(page, "10-staatsangehoerigkeiten");
    const before = await slideIds(page);
    const path = slides("03b-neu.md");
    writeFileSync(path, "# Eine neue Folie\n\n{{ auslaender.landkreis }} Menschen\n");
    await shows("section#\\30 3b-neu", "17.135 Menschen");
    expect(await slideIds(page)).toEqual([...before.slice(0, 3), "03b-neu", ...before.slice(3)]);
    expect(await presentId(page)).toBe("10-staatsangehoerigkeiten");
    await page.keyboard.press("ArrowLeft");
    await settled(page);
    expect(await presentId(page)).toBe("09-statistik");
    rmSync(path);
    await page.waitForFunction((count) => document.querySelectorAll(".slides > section").length === count, before.length, {
      timeout: soon,
    });
    expect(await slideIds(page)).toEqual(before);
    expect(await presentId(page)).toBe("09-statistik");
    await expectUntouched();
  });

  it("of the present slide that goes leaves a neighbour", async () => {
    const path = slides("03b-neu.md");
    writeFileSync(path, "# Eine neue Folie\n");
    await page.waitForFunction(() => document.getElementById("03b-neu") !== null, undefined, { timeout: soon });
    await goTo(page, "03b-neu");
    rmSync(path);
    await page.waitForFunction(() => document.getElementById("03b-neu") === null, undefined, { timeout: soon });
    expect(["03-querschnittsthema", "04-handlungsfelder"]).toContain(await presentId(page));
    await expectUntouched();
  });

  it("of a new dataset is seen, and a new release", async () => {
    const folder = join(root, "data", "probe");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "dataset.yaml"),
      "title: Probe\nunit: Personen\nkey: Ort\ncoverage: complete\nadditivity: exact\ndefinition: Erfunden.\nsource: { provider: Amt }\n",
    );
    writeFileSync(join(folder, "2016-12-31.yaml"), "stichtag: 2016-12-31\nstatus: final\nvalues: { a: 111 }\n");
    writeFileSync(slides("03b-neu.md"), "# Probe {{ probe.a }}\n");
    await shows("section#\\30 3b-neu", "Probe 111");
    writeFileSync(join(folder, "2017-01-31.yaml"), "stichtag: 2017-01-31\nstatus: final\nvalues: { a: 222 }\n");
    await shows("section#\\30 3b-neu", "Probe 222");
    rmSync(slides("03b-neu.md"));
    rmSync(folder, { recursive: true });
    await page.waitForFunction(() => document.getElementById("03b-neu") === null, undefined, { timeout: soon });
    await gone(banner, "");
    await expectUntouched();
  });
});

describe("a fault", () => {
  it("shows with its place while the last good deck stays, and goes when it is gone", async () => {
    await goTo(page, "06-schwerpunkte");
    await withEdit(
      slides("06-schwerpunkte.md"),
      (text) => text.replace("Willkommenskultur", "Willkommenskultur {{ auslender.landkreis }}"),
      async () => {
        await shows(banner, "slides/mut-briefing/06-schwerpunkte.md:9");
        await shows(banner, "auslaender");
        expect(await page.locator(banner).isVisible()).toBe(true);
        expect(plain((await page.locator(present).textContent()) ?? "")).toContain("Willkommenskultur");
        expect(await presentId(page)).toBe("06-schwerpunkte");
        await page.keyboard.press("ArrowRight");
        await settled(page);
        expect(await presentId(page)).toBe("07-netzwerkarbeit");
      },
    );
    await gone(banner, "");
    await expectUntouched();
  });

  it("in a YAML file shows, too, and each of several", async () => {
    await withEdit(
      states(),
      (text) => text.replace(/Polen: \d+/, "Polen: viele"),
      async () => {
        await shows(banner, "data/auslaender_staaten/2017-07-01.yaml");
        await withEdit(
          slides("06-schwerpunkte.md"),
          (text) => text.replace("Willkommenskultur", "{{ offen"),
          async () => {
            await shows(banner, "06-schwerpunkte.md");
            await shows(banner, "data/auslaender_staaten/2017-07-01.yaml");
          },
        );
        await gone(banner, "06-schwerpunkte.md");
        await shows(banner, "data/auslaender_staaten/2017-07-01.yaml");
      },
    );
    await gone(banner, "");
  });

  it("that was there before the page was opened shows on opening", async () => {
    await withEdit(
      slides("06-schwerpunkte.md"),
      (text) => text.replace("layout", "x").replace("kicker:", "kiker:"),
      async () => {
        await page.waitForTimeout(300);
        await page.goto(server.url);
        await shows(banner, "kiker");
      },
    );
    await gone(banner, "");
    await ready(page);
    const text = plain(await page.$eval(".slides", (all) => all.textContent ?? ""));
    expect(holds(text, "17.135")).toBe(true);
  });
});

describe("the server", () => {
  it("speaks to this machine only", async () => {
    const { port } = new URL(server.url);
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address !== undefined && !address.internal && address.family === "IPv4");
    for (const address of others) await expect(answers(address?.address ?? "", Number(port))).resolves.toBe(false);
    await expect(answers(new URL(server.url).hostname, Number(port))).resolves.toBe(true);
  });

  it("shows no file from outside the project", async () => {
    for (const path of ["/@fs/etc/passwd", "/../../../../etc/passwd", "/@fs/etc/passwd?raw", "/@fs/etc/passwd?import&raw"]) {
      const text = await fetch(new URL(path, server.url)).then((response) => response.text());
      expect(text).not.toContain("root:");
    }
  });
});

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request({ host, port, timeout: 2_000 }, (response) => {
      response.resume();
      resolve(true);
    });
    call.on("error", () => resolve(false));
    call.on("timeout", () => {
      call.destroy();
      resolve(false);
    });
    call.end();
  });
}
