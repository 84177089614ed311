/** From a file to a changed slide: the real command on a copy of the repository's project. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildDecks } from "../project.ts";
import { startGenesis } from "../genesis/server.ts";
import { fixture, fixtures, keysOf, municipality } from "./cases.ts";
import { flatCells, taken, textOf } from "./independent.ts";
import { added, fixtureText, type Workspace, workspace } from "./workspace.ts";

let space: Workspace;
beforeEach(() => {
  space = workspace();
});
afterEach(() => space.remove());

/** The deck's page. */
async function page(...args: readonly string[]): Promise<string> {
  const decks = await buildDecks(space.root, ["--deck", "mut-briefing", ...args]);
  return readFileSync(decks.get("mut-briefing") ?? "", "utf8");
}

/** What stands on the slides, without marks. */
function words(html: string): string {
  return html.replaceAll(/<(script|style)\b[^]*?<\/\1>/g, " ").replaceAll(/<[^>]*>/g, "");
}

function german(number: number): string {
  return new Intl.NumberFormat("de-DE").format(number);
}

const municipalitiesFile = join(fixtures, "12411-01-01-5_2025-12-31.csv");
const countyFile = join(fixtures, "12411-01-01-4_2025-12-31.csv");
const placesFile = join(fixtures, "lsn_A100001G_20251231.json");
const foreignersFile = join(fixtures, "12521-0041_2026-12-31.csv");
const protectionFile = join(fixtures, "12531-0043_2025-12-31.csv");

describe("population by municipality", () => {
  it("goes from two tables of the Regionaldatenbank to the slides", async () => {
    const original = await page("--as-of", "2017-08-07");
    const before = space.holdings();
    const county = await space.update(["einwohner", "--from", countyFile]);
    expect(county).toMatchObject({ code: 0, stderr: "" });
    const { code, stdout, stderr } = await space.update(["einwohner_gemeinden", "--from", municipalitiesFile]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("einwohner_gemeinden: neuer Stand 31.12.2025: 13 Werte → data/einwohner_gemeinden/2025-12-31.yaml");
    // The list of changes, without having been asked for.
    expect(stdout).toMatch(/Cloppenburg\s.*36\.569\s.*36\.915/);
    expect(stdout).toContain("11a-bevoelkerung");
    expect(added(before, space.holdings())).toEqual(["einwohner/2025-12-31.yaml", "einwohner_gemeinden/2025-12-31.yaml"]);
    const latest = words(await page("--as-of", "latest"));
    expect(latest).toContain("36.915");
    expect(latest).toContain("Einwohnerinnen und Einwohner nach Gemeinden, 31.12.2025");
    expect(await page("--as-of", "2017-08-07")).toBe(original);
    // The second time nothing is new.
    const held = space.holdings();
    const again = await space.update(["einwohner", "einwohner_gemeinden", "--from", municipalitiesFile]);
    expect(again.stdout).toContain("einwohner_gemeinden: nichts Neues (der Stand 31.12.2025 ist schon da)");
    expect(space.holdings()).toEqual(held);
  });

  it("comes from the state's office as one file for two datasets, and a corrected file makes revisions", async () => {
    const before = space.holdings();
    const { code, stdout, stderr } = await space.update(["--from", placesFile]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("einwohner: neuer Stand 31.12.2025: 1 Wert → data/einwohner/2025-12-31.yaml");
    expect(added(before, space.holdings())).toEqual(["einwohner/2025-12-31.yaml", "einwohner_gemeinden/2025-12-31.yaml"]);
    const written = space.read("data/einwohner_gemeinden/2025-12-31.yaml");
    expect(written).toMatch(/^stichtag: 2025-12-31\nstatus: final\nvalues:\n {2}Barßel: 13863\n/);
    expect(written).toContain("file: lsn_A100001G_20251231.json");
    expect(written).toMatch(/on: 2026-11-22\n/);

    const corrected = fixtureText("lsn_A100001G_20251231.json").replace("36915", "36920").replace("180195", "180200");
    const held = space.holdings();
    const revised = await space.update(["--from", space.lay("berichtigt.json", corrected)], "2026-12-01");
    expect({ code: revised.code, stderr: revised.stderr }).toEqual({ code: 0, stderr: "" });
    expect(revised.stdout).toContain("einwohner_gemeinden: berichtigter Stand 31.12.2025");
    expect(revised.stdout).toMatch(/36\.915\s.*36\.920/);
    expect(added(held, space.holdings())).toEqual([
      "einwohner/2025-12-31.2026-12-01.yaml",
      "einwohner_gemeinden/2025-12-31.2026-12-01.yaml",
    ]);
    expect(words(await page("--as-of", "latest"))).toContain("36.920");
    const asKnown = words(await page("--as-of", "latest", "--known-on", "2026-11-30"));
    expect(asKnown).toContain("36.915");
    expect(asKnown).not.toContain("36.920");
  });

  it("comes from the service itself, in a job, with nothing newer the next time", async () => {
    const account = { username: "DE4711", password: "geheim+öffnen" };
    const server = await startGenesis({
      accounts: [account],
      limit: 20,
      polls: 1,
      tables: [
        {
          code: "12411-01-01-4",
          title: "Bevölkerung: Kreise",
          updated: "2026-07-14 08:00",
          ffcsv: textOf(fixture("12411-01-01-4_2025-12-31.csv")),
        },
        {
          code: "12411-01-01-5",
          title: "Bevölkerung: Gemeinden",
          updated: "2026-07-14 08:00",
          ffcsv: textOf(fixture("12411-01-01-5_2025-12-31.csv")),
        },
      ],
    });
    const env = {
      STICHTAG_REGIONALDATENBANK_URL: server.url,
      STICHTAG_REGIONALDATENBANK_USERNAME: account.username,
      STICHTAG_REGIONALDATENBANK_PASSWORD: account.password,
    };
    try {
      const before = space.holdings();
      const first = await space.update(["einwohner", "einwohner_gemeinden"], undefined, env);
      expect(first.code, first.stderr).toBe(0);
      expect(first.stdout).toContain("einwohner_gemeinden: neuer Stand 31.12.2025: 13 Werte");
      expect(server.requests.map(({ asked }) => asked)).toContain("data/resultfile");
      expect(added(before, space.holdings())).toEqual(["einwohner/2025-12-31.yaml", "einwohner_gemeinden/2025-12-31.yaml"]);
      const written = space.read("data/einwohner_gemeinden/2025-12-31.yaml");
      expect(written).toContain("connector: regionaldatenbank");
      for (const secret of [account.username, account.password, encodeURIComponent(account.password)]) {
        expect(`${written}${first.stdout}${first.stderr}`).not.toContain(secret);
      }
      const held = space.holdings();
      const second = await space.update(["einwohner", "einwohner_gemeinden"], undefined, env);
      expect(second.code, second.stderr).toBe(0);
      expect(second.stdout).toContain("einwohner_gemeinden: nichts Neues");
      expect(space.holdings()).toEqual(held);
    } finally {
      await server.close();
    }
  });
});

describe("foreigners by group", () => {
  const day = "2027-04-01";

  it("goes from one classic table to six datasets and the slides", async () => {
    const original = await page("--as-of", "2017-08-07");
    const before = space.holdings();
    const { code, stdout, stderr } = await space.update(["--from", foreignersFile], day);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const names = [
      "auslaender",
      "auslaender_eu",
      "auslaender_geschlecht",
      "auslaender_gruppen",
      "auslaender_kontinente",
      "auslaender_regionen",
    ];
    for (const name of names) expect(stdout).toContain(`${name}: neuer Stand 31.12.2026`);
    expect(added(before, space.holdings())).toEqual(names.map((name) => `${name}/2026-12-31.yaml`));
    expect(stdout).toMatch(/26\.690\s.*27\.905/);
    expect(stdout).toContain("10a-laendergruppen");
    const groups = space.read("data/auslaender_gruppen/2026-12-31.yaml");
    expect(groups).toContain("Eine erfundene Fußnote; mit einem");
    expect(groups).toMatch(/^quality: e$/m);
    expect(groups).toContain("22.03.2027 / 09:00:00");
    const latest = words(await page("--as-of", "latest"));
    for (const number of ["22.040", "15.045"]) expect(latest).toContain(number);
    expect(await page("--as-of", "2017-08-07")).toBe(original);
    const held = space.holdings();
    const again = await space.update(["--from", foreignersFile], "2027-04-02");
    expect(again.code).toBe(0);
    expect(again.stdout).toContain("auslaender_gruppen: nichts Neues");
    expect(space.holdings()).toEqual(held);
  });

  it("is revised by a file in which one value has changed, and both are known on their day", async () => {
    await space.update(["auslaender_kontinente", "--from", foreignersFile], day);
    const changed = fixtureText("12521-0041_2026-12-31.csv").replace("Europa;11800;e;10240;e;22040;e", "Europa;11800;e;10250;e;22050;e");
    const held = space.holdings();
    const { code, stdout } = await space.update(["auslaender_kontinente", "--from", space.lay("neu.csv", changed)], "2027-05-01");
    expect(code).toBe(0);
    expect(stdout).toMatch(/22\.040\s.*22\.050/);
    expect(added(held, space.holdings())).toEqual(["auslaender_kontinente/2026-12-31.2027-05-01.yaml"]);
    expect(words(await page("--as-of", "latest", "--known-on", "2027-04-30"))).toContain("22.040");
    expect(words(await page("--as-of", "latest"))).toContain("22.050");
  });
});

describe("people seeking protection", () => {
  it("go from a flat table with four variables to the slides", async () => {
    const original = await page("--as-of", "2017-08-07");
    const values = taken(flatCells(textOf(fixture("12531-0043_2025-12-31.csv"))), keysOf.protection);
    const recognised = [...values].reduce((sum, [key, value]) => (key.includes("|anerkannt|") ? sum + Number(value) : sum), 0);
    expect(words(await page("--as-of", "latest"))).not.toContain(`${german(recognised)} Schutzsuchende sind anerkannt`);
    const before = space.holdings();
    const { code, stdout, stderr } = await space.update(["schutzsuchende", "--from", protectionFile]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`schutzsuchende: neuer Stand 31.12.2025: ${values.size} Werte`);
    expect(stdout).toContain("12a-schutzsuchende");
    expect(added(before, space.holdings())).toEqual(["schutzsuchende/2025-12-31.yaml"]);
    expect(words(await page("--as-of", "latest"))).toContain(`${german(recognised)} Schutzsuchende sind anerkannt`);
    expect(await page("--as-of", "2017-08-07")).toBe(original);
    const held = space.holdings();
    expect((await space.update(["schutzsuchende", "--from", protectionFile])).stdout).toContain("nichts Neues");
    expect(space.holdings()).toEqual(held);
  });
});

describe("a table by hand", () => {
  it("comes with dots between thousands, through a mapping of its own", async () => {
    const dataset = space.read("data/einwohner_gemeinden/dataset.yaml");
    const own = dataset.slice(0, dataset.indexOf("update:"));
    const mapping =
      'update:\n  filter: { MERKMAL: Einwohner }\n  key: { variable: Schlüssel, by: ags }\n  decimal: ","\n  stichtag: { after: am }\n';
    space.lay("../data/einwohner_gemeinden/dataset.yaml", `${own}${mapping}`);
    const { code, stderr } = await space.update(["einwohner_gemeinden", "--from", join(fixtures, "einwohner_von_hand.csv")]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(space.read("data/einwohner_gemeinden/2025-12-31.yaml")).toContain(`${municipality("03453004")}: 36915\n`);
  });
});
