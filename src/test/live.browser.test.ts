/** Live editing as an author meets it: an editor writes files, and the deck in the browser follows. */

import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { goTo, presentId, settled, slideIds } from "./deck-page.ts";
import { banner, LiveBriefing, present, soon } from "./live.ts";

let live: LiveBriefing;
let page: Page;
beforeAll(async () => {
  live = await LiveBriefing.start();
});
afterAll(async () => live.stop());
beforeEach(async () => {
  page = await live.open();
});

describe("an edit", () => {
  it("of a value moves the chart, without a reload, on the same slide", async () => {
    await goTo(page, "10-staatsangehoerigkeiten");
    const bar = (): Promise<number> =>
      page.$eval(`${present} svg [data-key="datum:Polen"] rect`, (rect) => rect.getBoundingClientRect().width);
    const before = await bar();
    await live.withEdit(
      live.nationalities,
      (text) => text.replace(/Polen: \d+/, "Polen: 3499"),
      async () => {
        await live.shows(`${present} svg`, "3.499");
        await settled(page);
        expect(await bar()).toBeGreaterThan(before + 5);
        expect(await presentId(page)).toBe("10-staatsangehoerigkeiten");
        await live.expectUntouched();
      },
    );
    await live.shows(`${present} svg`, "3.395");
    await settled(page);
    expect(Math.abs((await bar()) - before)).toBeLessThan(1);
  });

  it("of a slide shows on it, and on no other", async () => {
    await goTo(page, "06-schwerpunkte");
    await live.withEdit(
      live.slide("06-schwerpunkte.md"),
      (text) => text.replace("Willkommenskultur", "Willkommen und Ankommen"),
      async () => {
        await live.shows(`${present} li`, "Willkommen und Ankommen");
        await live.expectUntouched();
      },
    );
    await live.gone(`${present} li`, "Willkommen und Ankommen");
  });

  it("of the notes, the kicker and deck.yaml arrives, too", async () => {
    await goTo(page, "06-schwerpunkte");
    await live.withEdit(
      live.slide("06-schwerpunkte.md"),
      (text) => text.replace(/^Note:$/m, "Note:\nZuerst dies.").replace(/^kicker: .*$/m, "kicker: Ein anderer Rahmen"),
      async () => {
        await live.shows(`${present} aside.notes`, "Zuerst dies.");
        await live.shows(`${present} .kicker`, "Ein anderer Rahmen");
      },
    );
    await live.withEdit(
      live.slide("deck.yaml"),
      (text) => text.replace(/^title: /m, "title: Anlaufstelle "),
      async () => {
        await page.waitForFunction(() => document.title.startsWith("Anlaufstelle"), undefined, { timeout: soon });
        await live.expectUntouched();
      },
    );
  });

  it("saved by renaming, as many editors do, and by deleting first", async () => {
    await goTo(page, "06-schwerpunkte");
    const path = live.slide("06-schwerpunkte.md");
    const before = readFileSync(path, "utf8");
    writeFileSync(`${path}~`, before.replace("Willkommenskultur", "Umbenannt"));
    renameSync(`${path}~`, path);
    await live.shows(`${present} li`, "Umbenannt");
    rmSync(path);
    await wait(20);
    writeFileSync(path, before.replace("Willkommenskultur", "Neu geschrieben"));
    await live.shows(".slides li", "Neu geschrieben");
    writeFileSync(path, before);
    await live.gone(".slides li", "Neu geschrieben");
    expect(await page.evaluate(() => globalThis.untouched)).toBe(true);
  });

  it("written in slow chunks ends right", async () => {
    await goTo(page, "06-schwerpunkte");
    const path = live.slide("06-schwerpunkte.md");
    const before = readFileSync(path, "utf8");
    for (const pause of [5, 40, 150]) {
      const word = `Langsam${pause}`;
      const bytes = Buffer.from(`${before.replace("Willkommenskultur", word)}\nSchluss${pause}.\n`);
      const file = openSync(path, "w");
      for (let at = 0; at < bytes.length; at += 200) {
        writeSync(file, bytes, at, Math.min(200, bytes.length - at));
        await wait(pause);
      }
      closeSync(file);
      await live.shows(`${present} li`, word);
      await live.shows(`${present} aside.notes`, `Schluss${pause}.`);
      await live.gone(banner, "");
    }
    writeFileSync(path, before);
    await live.shows(`${present} li`, "Willkommenskultur");
    await live.gone(banner, "");
    await live.expectUntouched();
  });

  it("comes through when it is one of a hundred at once", async () => {
    await goTo(page, "06-schwerpunkte");
    const path = live.slide("06-schwerpunkte.md");
    const before = readFileSync(path, "utf8");
    for (let turn = 1; turn <= 100; turn++) {
      writeFileSync(path, before.replace("Willkommenskultur", `Stand ${turn}.`));
      if (turn % 7 === 0) await wait(15);
    }
    await live.shows(`${present} li`, "Stand 100.");
    writeFileSync(path, before);
    await live.shows(`${present} li`, "Willkommenskultur");
    await live.expectUntouched();
  });
});

describe("a file", () => {
  it("that is new becomes a slide, that is deleted goes, and the present slide stays", async () => {
    await goTo(page, "10-staatsangehoerigkeiten");
    const before = await slideIds(page);
    const path = live.slide("03b-neu.md");
    writeFileSync(path, "# Eine neue Folie\n\n{{ auslaender.landkreis }} Menschen\n");
    await live.shows("section#\\30 3b-neu", "17.135 Menschen");
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
    await live.expectUntouched();
  });

  it("of the present slide that goes leaves a neighbour", async () => {
    const path = live.slide("03b-neu.md");
    writeFileSync(path, "# Eine neue Folie\n");
    await page.waitForFunction(() => document.getElementById("03b-neu") !== null, undefined, { timeout: soon });
    await goTo(page, "03b-neu");
    rmSync(path);
    await page.waitForFunction(() => document.getElementById("03b-neu") === null, undefined, { timeout: soon });
    expect(["03-querschnittsthema", "04-handlungsfelder"]).toContain(await presentId(page));
    await live.expectUntouched();
  });

  it("of a new dataset is seen, and a new release", async () => {
    const folder = join(live.root, "data", "probe");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "dataset.yaml"),
      "title: Probe\nunit: Personen\nkey: Ort\ncoverage: complete\nadditivity: exact\ndefinition: Erfunden.\nsource: { provider: Amt }\n",
    );
    writeFileSync(join(folder, "2016-12-31.yaml"), "stichtag: 2016-12-31\nstatus: final\nvalues: { a: 111 }\n");
    writeFileSync(live.slide("03b-neu.md"), "# Probe {{ probe.a }}\n");
    await live.shows("section#\\30 3b-neu", "Probe 111");
    writeFileSync(join(folder, "2017-01-31.yaml"), "stichtag: 2017-01-31\nstatus: final\nvalues: { a: 222 }\n");
    await live.shows("section#\\30 3b-neu", "Probe 222");
    rmSync(live.slide("03b-neu.md"));
    rmSync(folder, { recursive: true });
    await page.waitForFunction(() => document.getElementById("03b-neu") === null, undefined, { timeout: soon });
    await live.gone(banner, "");
    await live.expectUntouched();
  });
});
