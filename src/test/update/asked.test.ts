/** Datasets that ask a service: once for each table, for what is newer only where nothing was left over. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Folder, folderWith } from "../../project/testing.ts";
import { flatFile, good, smallProject } from "../../project/update/testing.ts";
import { type Updated, type UpdateRequest, update } from "../../project/update/update.ts";
import { speak } from "../../source/diagnostic.ts";
import { account } from "../genesis/desk.ts";
import { type GenesisServer, startGenesis } from "../genesis/server.ts";

const table = { code: "12411-01-01-5", title: "Bevölkerung", updated: "2026-07-14 08:00" };
const whole = flatFile([...good(), { ags: "03453", value: 6030 }]);
/** The places do not make their county. */
const wrong = flatFile([...good([1010, 2010, 2900]), { ags: "03453", value: 6000 }]);

let server: GenesisServer;
let folder: Folder;
beforeEach(async () => {
  const asking = Object.entries(smallProject).map(([path, text]) => [
    path,
    text.replace("update:\n", "update:\n  service: regionaldatenbank\n"),
  ]);
  folder = folderWith(Object.fromEntries(asking));
  server = await startGenesis({ accounts: [account], tables: [{ ...table, ffcsv: whole }] });
});
afterEach(() => server.close());

async function run(request: Partial<UpdateRequest> = {}, password: string = account.password): Promise<Updated> {
  const environment = {
    STICHTAG_REGIONALDATENBANK_URL: server.url,
    STICHTAG_REGIONALDATENBANK_USERNAME: account.username,
    STICHTAG_REGIONALDATENBANK_PASSWORD: password,
  };
  return update({ root: folder.root, datasets: [], accept: false, today: "2026-11-22", ...request }, { environment, progress: () => {} });
}

function events({ updates }: Updated): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(updates.map(({ dataset, events: told }) => [dataset, told.map(({ kind }) => kind)]));
}

/** All of `data/`, as one text. */
function dataText(): string {
  const paths = readdirSync(join(folder.root, "data"), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  return paths.map((path) => readFileSync(join(folder.root, "data", path), "utf8")).join("\n");
}

/** How often the table itself was asked for. */
function askedFor(): number {
  return server.requests.filter(({ asked }) => asked === "data/tablefile").length;
}

it("asks once for a table that two datasets are made of, and then for what is newer", async () => {
  expect(events(await run())).toEqual({ kreis: ["new"], orte: ["new"] });
  expect(askedFor()).toBe(1);
  const written = dataText();
  expect(written).toContain("connector: regionaldatenbank");
  expect(written).toContain(`name: "12411-01-01-5"`);
  for (const secret of [account.username, account.password]) expect(written).not.toContain(secret);
  expect(events(await run({ today: "2026-11-23" }))).toEqual({ kreis: ["nothing-newer"], orte: ["nothing-newer"] });
  server.put({ ...table, updated: "2026-12-01 08:00", ffcsv: flatFile([...good([1011, 2010, 3010]), { ags: "03453", value: 6031 }]) });
  expect(events(await run({ today: "2026-12-02" }))).toEqual({ kreis: ["revision"], orte: ["revision"] });
});

it("comes back to what was refused, until it is accepted", async () => {
  server.put({ ...table, ffcsv: wrong });
  expect(events(await run())).toEqual({ kreis: ["new"], orte: ["refused"] });
  expect(events(await run({ today: "2026-11-23" }))["orte"]).toEqual(["refused"]);
  expect(events(await run({ today: "2026-11-24", accept: true }))["orte"]).toEqual(["new"]);
  expect(events(await run({ today: "2026-11-25" }))["orte"]).toEqual(["nothing-newer"]);
});

it("tries a wrong password once, and tells it nowhere", async () => {
  const before = dataText();
  const updated = await run({}, "falsch-4711");
  expect(events(updated)).toEqual({ kreis: ["refused"], orte: ["refused"] });
  expect(server.requests).toHaveLength(1);
  expect(dataText()).toBe(before);
  const diagnostics = updated.updates.flatMap(({ events: told }) =>
    told.flatMap((event) => (event.kind === "refused" ? event.diagnostics : [])),
  );
  const said = diagnostics.flatMap((one) => [speak(one, "de"), speak(one, "en")]).join("\n");
  expect(said).toContain("credentials-refused");
  for (const secret of [account.username, "falsch-4711"]) expect(said).not.toContain(secret);
});

it("takes what comes though another table does not", async () => {
  folder.write(
    "data/kreis/dataset.yaml",
    (smallProject["data/kreis/dataset.yaml"] ?? "").replace("update:\n", "update:\n  service: regionaldatenbank\n  table: 99999-01-01-5\n"),
  );
  expect(events(await run())).toEqual({ kreis: ["refused"], orte: ["new"] });
});
