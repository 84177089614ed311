import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { events, type Fault, type Update } from "../client/live/protocol.ts";
import { type Folder, folderWith, png } from "../project/testing.ts";
import { LiveDecks } from "./live.ts";

interface Served {
  readonly live: LiveDecks;
  readonly updates: readonly Update[];
  readonly faults: readonly Fault[];
  readonly reports: readonly string[];
}

function serve(folder: Folder): Served {
  const updates: Update[] = [];
  const faults: Fault[] = [];
  const reports: string[] = [];
  const settings = { root: folder.root, out: join(folder.root, "dist") };
  const live = new LiveDecks(settings, {}, "de", {
    send: (event, payload) => {
      // The two kinds of payload are told apart by their event.
      if (event === events.update) updates.push(JSON.parse(JSON.stringify(payload)));
      else faults.push(JSON.parse(JSON.stringify(payload)));
    },
    report: (text) => reports.push(text),
  });
  onTestFinished(() => live.close());
  updates.length = 0;
  faults.length = 0;
  return { live, updates, faults, reports };
}

const deck = {
  "slides/a/deck.yaml": "title: A\nas_of: 2017-08-07\nlint: { slide-without-notes: off }\n",
  "slides/a/01-eins.md": "# Eins\n\n- Punkt\n",
  "slides/a/02-zwei.md": "# Zweitens\n",
};

describe("LiveDecks", () => {
  it("sends what an edit changes, at once, and nothing else", () => {
    const folder = folderWith(deck);
    const { live, updates, faults } = serve(folder);
    folder.write("slides/a/01-eins.md", "# Eins\n\n- Anders\n");
    live.touched([join(folder.root, "slides/a/01-eins.md")]);
    expect(
      updates.map(({ deck: id, from, version, sections, order }) => ({ id, from, version, ids: sections.map((s) => s.id), order })),
    ).toEqual([{ id: "a", from: 1, version: 2, ids: ["01-eins"], order: undefined }]);
    expect(updates[0]?.sections[0]?.html).toContain("Anders");
    expect(faults).toEqual([]);
  });

  it("keeps the last good state while there is a fault, of which it speaks only when the file is still", async () => {
    const folder = folderWith(deck);
    const { live, updates, faults, reports } = serve(folder);
    const path = join(folder.root, "slides/a/01-eins.md");
    folder.write("slides/a/01-eins.md", "# {{ nirgends.da }}\n");
    live.touched([path]);
    expect({ updates, faults, reports }).toEqual({ updates: [], faults: [], reports: [] });
    expect(live.state("a")?.version).toBe(1);
    await vi.waitFor(() => expect(faults).toHaveLength(1));
    expect(faults[0]?.report).toContain("slides/a/01-eins.md:1:");
    expect(reports).toHaveLength(1);
    folder.write("slides/a/01-eins.md", "# Eins\n\n- Punkt\n");
    live.touched([path]);
    await vi.waitFor(() => expect(faults.map(({ report }) => report === "")).toEqual([false, true]));
    expect(reports.at(-1)).toBe("");
    // The text is as it was: nothing is to be seen of it.
    expect(updates).toEqual([]);
  });

  it("tells in the page, not in the terminal, what of a deck could mislead, and shows the deck all the same", async () => {
    const folder = folderWith(deck);
    const { live, updates, faults, reports } = serve(folder);
    const write = (text: string): void => {
      folder.write("slides/a/02-zwei.md", text);
      live.touched([join(folder.root, "slides/a/02-zwei.md")]);
    };
    write("# Mehr als 200\n");
    expect(updates).toHaveLength(1);
    await vi.waitFor(() => expect(faults).toHaveLength(1));
    expect(faults[0]).toMatchObject({ severity: "warning", heading: "2 Hinweise zum Prüfen" });
    expect(faults[0]?.report).toContain("[lint-unbound-number]");
    write("# Eine andere\n");
    await vi.waitFor(() => expect(faults.at(-1)?.report).toBe(""));
    expect(reports).toEqual([]);
  });

  it("tells no more hints than are read, and how many there are", async () => {
    const folder = folderWith(deck);
    const { live, faults } = serve(folder);
    const items = Array.from({ length: 60 }, (_, i) => `- ${1000 + i} Personen`);
    folder.write("slides/a/02-zwei.md", `# Zahlen\n\nNote:\n${items.join("\n")}\n`);
    live.touched([join(folder.root, "slides/a/02-zwei.md")]);
    await vi.waitFor(() => expect(faults).toHaveLength(1));
    expect(faults[0]?.heading).toBe("60 Hinweise zum Prüfen, hier die ersten 50 (alle: npm run check)");
    expect(faults[0]?.notes).toHaveLength(50);
  });

  it("reads again what was read half-written, without another event", async () => {
    const folder = folderWith(deck);
    const { live, updates } = serve(folder);
    folder.write("slides/a/01-eins.md", "");
    live.touched([join(folder.root, "slides/a/01-eins.md")]);
    folder.write("slides/a/01-eins.md", "# Eins, ganz\n");
    await vi.waitFor(() => expect(updates.at(-1)?.sections[0]?.html).toContain("Eins, ganz"));
  });

  it("finds what no event tells of", async () => {
    const folder = folderWith(deck);
    const { updates } = serve(folder);
    folder.write("slides/a/03-drei.md", "# Drei\n");
    await vi.waitFor(() => expect(updates.at(-1)?.order).toEqual(["01-eins", "02-zwei", "03-drei"]), { timeout: 5_000 });
  });

  it("brings a page up to now from wherever it stands, and one of another run altogether", () => {
    const folder = folderWith(deck);
    const { live } = serve(folder);
    folder.write("slides/a/02-zwei.md", "# Zwei, neu\n");
    live.touched([join(folder.root, "slides/a/02-zwei.md")]);
    const answers = (standing: { run: string; version: number }): readonly Update[] => {
      const sent: Update[] = [];
      live.answer({ deck: "a", ...standing }, (event, payload) => {
        if (event === events.update) sent.push(JSON.parse(JSON.stringify(payload)));
      });
      return sent;
    };
    expect(answers({ run: live.run, version: 2 })).toEqual([]);
    expect(answers({ run: live.run, version: 1 })[0]?.sections.map(({ id }) => id)).toEqual(["02-zwei"]);
    expect(answers({ run: "früher", version: 2 })[0]?.sections.map(({ id }) => id)).toEqual(["01-eins", "02-zwei"]);
  });

  it("tells a picture that is none, does not serve it, and goes on", async () => {
    const folder = folderWith({ ...deck, "slides/a/bild.png": png });
    const { live, reports } = serve(folder);
    expect(live.picture("slides/a/bild.png")?.size).toBe(png.length);
    const told = vi.waitFor(() => expect(reports.at(-1)).toContain("[no-picture]"));
    folder.write("slides/a/bild.png", "nur Text");
    symlinkSync("selbst", join(folder.root, "slides/a/selbst"));
    live.touched(["bild.png", "selbst"].map((name) => join(folder.root, "slides/a", name)));
    await told;
    expect(reports.at(-1)).toContain("[unreadable]");
    expect(live.picture("slides/a/bild.png")).toBeUndefined();
    folder.write("slides/a/bild.png", png);
    folder.remove("slides/a/selbst");
    live.touched(["bild.png", "selbst"].map((name) => join(folder.root, "slides/a", name)));
    await vi.waitFor(() => expect(reports.at(-1)).toBe(""));
  });

  it("serves decks that come later, and those that cannot be read yet", async () => {
    const folder = folderWith({ ...deck, "slides/b/01.md": "# B\n" });
    const { live, updates } = serve(folder);
    expect(live.ids).toEqual(["a", "b"]);
    expect(live.state("b")).toBeUndefined();
    expect(live.fault("b")?.report).toContain("deck.yaml");
    folder.write("slides/b/deck.yaml", "title: B\nas_of: 2017-08-07\nlint: { slide-without-notes: off }\n");
    live.touched([join(folder.root, "slides/b/deck.yaml")]);
    expect(updates.map(({ deck: id }) => id)).toEqual(["b"]);
    await vi.waitFor(() => expect(live.fault("b")?.report).toBe(""));
  });
});
