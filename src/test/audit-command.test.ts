/** `stichtag audit` as a person calls it: what it says of each kind of file, and how it ends. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import PptxGenJs from "pptxgenjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Edited } from "./pptx/mutate.ts";
import { copyProject, type Ended, remove, stichtag, temporaryFolder } from "./project.ts";
import { repository } from "./repository.ts";

let root = "";
beforeAll(async () => {
  root = temporaryFolder();
  copyProject(join(repository, "src", "test", "decks", "draft-data"), root);
  const { code, stderr } = await stichtag(["pptx", "--deck", "fall"], root);
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => remove(root));

function audited(file: string, ...options: readonly string[]): Promise<Ended> {
  return stichtag(["audit", file, "--lang", "de", ...options], root);
}

/** The written file, changed or not, as a file of the partner's. */
function partner(name: string, edit?: (file: Edited) => void): string {
  const file = new Edited(readFileSync(join(root, "dist", "fall.pptx")));
  edit?.(file);
  const path = join(root, name);
  writeFileSync(path, file.bytes());
  return path;
}

async function foreign(name: string, texts: readonly string[]): Promise<string> {
  const own = new PptxGenJs();
  for (const text of texts) own.addSlide().addText(text, { x: 1, y: 1, w: 8, h: 1 });
  const path = join(root, name);
  writeFileSync(path, zipOf(await own.write({ outputType: "uint8array" })));
  return path;
}

function zipOf(written: unknown): Uint8Array {
  if (!(written instanceof Uint8Array)) throw new Error("pptxgenjs wrote no bytes.");
  return written;
}

describe("stichtag audit", () => {
  it("ends with 0 where nothing differs, and says what it compared with: day and drafts", async () => {
    const { code, stdout, stderr } = await audited(partner("gleich.pptx"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("(fall, Datenstand 01.01.2021): keine Abweichung, 0 Hinweise;");
    expect(stdout).toContain("Verglichen mit dem Foliensatz, wie er jetzt wäre: Datenstand 01.01.2021; ENTWURF.");
    expect(stdout).toContain("Einwohner der Orte, Stichtag 31.12.2020");
  });

  it("says as of which day and as known on which it compared, to people and to programs", async () => {
    const file = partner("tag.pptx");
    const days = ["--as-of", "2020-06-30", "--known-on", "2020-07-01"];
    const { stdout } = await audited(file, ...days);
    expect(stdout).toContain("wie er jetzt wäre: Datenstand 30.06.2020, Kenntnisstand 01.07.2020");
    const told: unknown = JSON.parse((await audited(file, ...days, "--format", "json")).stdout);
    expect(told).toMatchObject({ deck: { asOf: "2021-01-01" }, compared: { asOf: "2020-06-30", knownOn: "2020-07-01" } });
    const drafts: unknown = JSON.parse((await audited(file, "--format", "json")).stdout);
    expect(drafts).toMatchObject({ compared: { state: "draft", drafts: [{ dataset: "orte", stichtag: "2020-12-31" }] } });
  });

  it("ends with 1 where something differs", async () => {
    const file = partner("anders.pptx", (own) => {
      for (const { path } of own.files.filter((each) => /^ppt\/slides\/slide2\.xml$/.test(each.path))) {
        own.text(path, (text) => text.replaceAll("1.234", "1.243"));
      }
    });
    const { code, stdout } = await audited(file);
    expect(code).toBe(1);
    expect(stdout).toContain("Hier steht »1.243«, geschrieben war »1.234«.");
  });

  it("lists each number of a file from elsewhere that no data prove, and where the others are from", async () => {
    const file = await foreign("fremd.pptx", ["Wir beraten 4.711 Menschen", "Aurach hat 1.234 Menschen, am 12.03.2024"]);
    const { code, stdout, stderr } = await audited(file);
    expect(code).toBe(1);
    expect(stderr).toContain("[audit-nothing-ours] »fremd.pptx« stammt nicht von hier.");
    expect(stdout).toContain("»4.711 Menschen« ist nicht von hier und durch keine Daten belegt.");
    expect(stdout).toContain("Hinweis: »1.234 Menschen« ist eine Zahl der Folie fall, 02-ort und steht jetzt hier.");
    expect(stdout).toContain("1 Abweichung, 1 Hinweis.");
    expect(stdout).not.toContain("2024 ist");
  });

  it("ends with 0 for a file from elsewhere without numbers", async () => {
    expect((await audited(await foreign("leer.pptx", ["Guten Tag"]))).code).toBe(0);
  });

  it.each([
    ["text.pptx", strToU8("kein Archiv"), "audit-no-presentation"],
    ["andere.pptx", zipSync({ "a.txt": strToU8("a") }), "audit-no-presentation"],
    ["kennwort.pptx", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "audit-old-or-locked"],
  ])("ends with 1 where it cannot read %s", async (name, bytes, message) => {
    writeFileSync(join(root, name), bytes);
    const { code, stdout, stderr } = await audited(join(root, name));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`[${message}]`);
  });

  it("ends with 1 where there is no such file, and with 2 where it was called wrongly", async () => {
    expect((await audited(join(root, "fehlt.pptx"))).code).toBe(1);
    expect((await stichtag(["audit"], root)).code).toBe(2);
    expect((await audited(partner("deck.pptx"), "--deck", "gibt-es-nicht")).code).toBe(2);
    expect((await audited(partner("form.pptx"), "--format", "yaml")).code).toBe(2);
  });
});
