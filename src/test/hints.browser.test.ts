/** What the lint finds while a deck is written: a line in the corner that opens. */

import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { banner, LiveBriefing } from "./live.ts";

let live: LiveBriefing;
let page: Page;
beforeAll(async () => {
  live = await LiveBriefing.start();
});
afterAll(async () => live.stop());
beforeEach(async () => {
  page = await live.open();
});

it("are a line in the corner until somebody opens it, each with its place, its words and its line", async () => {
  await live.withEdit(
    live.slide("10-staatsangehoerigkeiten.md"),
    (text) => text.replace(/^Note:$/m, "Note:\nEs waren 4711 Fälle."),
    async () => {
      await live.shows(banner, "10-staatsangehoerigkeiten.md");
      const bar = page.locator(banner);
      const closed = await bar.boundingBox();
      expect(closed?.height).toBeLessThan(48);
      expect(closed?.width).toBeLessThan(320);
      await bar.locator("summary").click();
      const hint = bar.locator("section", { hasText: "4711" });
      expect(await hint.locator(".place").textContent()).toMatch(/^slides\/mut-briefing\/10-[\w-]+\.md:\d+:\d+ · lint-unbound-number$/);
      expect(await hint.locator("pre").textContent()).toMatch(/\| Es waren 4711 Fälle\.\n +\| +\^\^\^\^/);
      // Beside an open list the deck is still to be seen.
      expect((await bar.boundingBox())?.width).toBeLessThan(900);
    },
  );
  await live.gone(banner, "4711");
});
