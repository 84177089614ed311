/** What the dev server does when something is wrong, and what it shows to whom. */

import { readFileSync } from "node:fs";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { goTo, holds, plain, presentId, ready, settled } from "./deck-page.ts";
import { banner, LiveBriefing, present } from "./live.ts";

let live: LiveBriefing;
let page: Page;
beforeAll(async () => {
  live = await LiveBriefing.start();
});
afterAll(async () => live.stop());
beforeEach(async () => {
  page = await live.open();
});

describe("a fault", () => {
  it("shows with its place while the last good deck stays, and goes when it is gone", async () => {
    await goTo(page, "06-schwerpunkte");
    const lines = readFileSync(live.slide("06-schwerpunkte.md"), "utf8").split("\n");
    const line = lines.findIndex((text) => text.includes("Willkommenskultur")) + 1;
    await live.withEdit(
      live.slide("06-schwerpunkte.md"),
      (text) => text.replace("Willkommenskultur", "Willkommenskultur {{ auslender.landkreis }}"),
      async () => {
        await live.shows(banner, `slides/mut-briefing/06-schwerpunkte.md:${line}:`);
        await live.shows(banner, "auslaender");
        expect(await page.locator(banner).isVisible()).toBe(true);
        expect(plain((await page.locator(present).textContent()) ?? "")).toContain("Willkommenskultur");
        expect(await presentId(page)).toBe("06-schwerpunkte");
        await page.keyboard.press("ArrowRight");
        await settled(page);
        expect(await presentId(page)).toBe("07-netzwerkarbeit");
      },
    );
    await live.gone(banner, "");
    await live.expectUntouched();
  });

  it("in a YAML file shows, too, and each of several", async () => {
    await live.withEdit(
      live.nationalities,
      (text) => text.replace(/Polen: \d+/, "Polen: viele"),
      async () => {
        await live.shows(banner, "data/auslaender_staaten/2017-07-01.yaml");
        await live.withEdit(
          live.slide("06-schwerpunkte.md"),
          (text) => text.replace("Willkommenskultur", "{{ offen"),
          async () => {
            await live.shows(banner, "06-schwerpunkte.md");
            await live.shows(banner, "data/auslaender_staaten/2017-07-01.yaml");
          },
        );
        await live.gone(banner, "06-schwerpunkte.md");
        await live.shows(banner, "data/auslaender_staaten/2017-07-01.yaml");
      },
    );
    await live.gone(banner, "");
  });

  it("that was there before the page was opened shows on opening", async () => {
    await live.withEdit(
      live.slide("06-schwerpunkte.md"),
      (text) => text.replace("kicker:", "kiker:"),
      async () => {
        await page.waitForTimeout(300);
        await page.goto(live.url);
        await live.shows(banner, "kiker");
      },
    );
    await live.gone(banner, "");
    await ready(page);
    const text = plain(await page.$eval(".slides", (all) => all.textContent ?? ""));
    expect(holds(text, "17.135")).toBe(true);
  });
});

describe("the server", () => {
  it("speaks to this machine only", async () => {
    const { port } = new URL(live.url);
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address !== undefined && !address.internal && address.family === "IPv4");
    for (const address of others) await expect(answers(address?.address ?? "", Number(port))).resolves.toBe(false);
    await expect(answers(new URL(live.url).hostname, Number(port))).resolves.toBe(true);
  });

  it("shows no file from outside the project", async () => {
    for (const path of ["/@fs/etc/passwd", "/../../../../etc/passwd", "/@fs/etc/passwd?raw", "/@fs/etc/passwd?import&raw"]) {
      const text = await fetch(new URL(path, live.url)).then((response) => response.text());
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
