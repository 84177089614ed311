import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptySlide } from "../project/diff-slide-head.ts";
import { folderWith } from "../project/testing.ts";
import { markdownOf } from "../update/diff/markdown.ts";
import { jsonOf } from "../update/diff/json.ts";
import { textOf } from "../update/diff/text.ts";
import type { Changes } from "../update/diff/changes.ts";
import { outFault } from "./diff-out.ts";

const latest = { kind: "latest", value: "" } as const;
const lists = { decks: [], figures: [], appeared: [], vanished: [], sentences: [], texts: [], datasets: [], otherDatasets: [] };
const changes: Changes = { before: latest, after: latest, ...lists };

describe("a list of changes", () => {
  it("is never written into data, nor over what somebody else wrote", () => {
    const { root } = folderWith({
      "data/einwohner/dataset.yaml": "title: Einwohner\n",
      "slides/a/01-eins.md": "# Was wir tun\n\n{{ a.b }}\n",
      "slides/a/02-zwei.md": "---\nkicker: Was sich geändert hat\n---\n# Was sich geändert hat\n\nVon Hand.\n",
      "package.json": "{}",
    });
    symlinkSync(join(root, "data"), join(root, "verweis"));
    const codes = (paths: readonly string[]): readonly unknown[] => paths.map((path) => outFault(join(root, path), root)?.code);
    expect(codes(["data/einwohner/dataset.yaml", "data/neu.yaml", "data/neu/neu.yaml", "verweis/neu.md", "data"])).toEqual(
      Array(5).fill("diff-into-data"),
    );
    expect(codes(["slides/a/01-eins.md", "slides/a/02-zwei.md", "package.json", "slides"])).toEqual(Array(4).fill("diff-over-other-file"));
    const outside = mkdtempSync(join(tmpdir(), "stichtag-"));
    expect(outFault(join(outside, "neu", "a.md"), root)?.code).toBe("diff-no-folder");
    expect(outFault(join(outside, "a.md"), root)).toBeUndefined();
    expect(codes(["slides/a/03.md", "slides/neu/01.md", "data.md", "aenderungen.json"])).toEqual(Array(4).fill(undefined));
  });

  it("is written again over one that diff wrote, in any form", () => {
    const slide = '---\nkicker: "Was sich geändert hat: Einwohner (1/2)"\n---\n# Aurach: von {{ a.b }}\n\n```changes\nfrom: 2019-12-31\n';
    const texts = [slide, emptySlide(), markdownOf(changes), jsonOf(changes), ""];
    for (const language of ["de", "en"] as const) texts.push(textOf(changes, { width: 80, language }));
    for (const text of texts) expect(outFault(join(folderWith({ "a.md": `${text}\n` }).root, "a.md"), ".")).toBeUndefined();
  });
});
