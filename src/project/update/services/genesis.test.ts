import { readFileSync } from "node:fs";
import { unzipSync, strFromU8 } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GenesisServer, startGenesis } from "../../../test/genesis/server.ts";
import { spanOf } from "../../../source/source.ts";
import type { Mapping } from "../../../update/mapping.ts";
import type { Retrieval } from "../../../data/dataset.ts";
import { concernsAll, fetchTable } from "./services.ts";
import type { ServiceAnswer } from "./service.ts";
import { account, brief, dataset, type Desk, deskFor, filesBelow, gemeinden, mappingOf, spokenOf } from "../../../test/genesis/desk.ts";

let server: GenesisServer;
beforeEach(async () => {
  server = await startGenesis({ accounts: [account], tables: [gemeinden] });
});
afterEach(() => server.close());

/** The rows of the CSV in the ZIP of an answer, without the header. */
function rowsOf(answer: ServiceAnswer): readonly string[] {
  if (answer.kind !== "file") throw new Error(spokenOf(answer));
  const files = Object.values(unzipSync(readFileSync(answer.path)));
  return strFromU8(files[0] ?? new Uint8Array())
    .trimEnd()
    .split("\n")
    .slice(1);
}

const good = ["12411-01-01-5.zip"];

/** A desk where the table was fetched on 12 March and all of it taken in. */
async function settledDesk(): Promise<{ readonly last: Retrieval; readonly desk: Desk }> {
  const desk = deskFor(server.url);
  const answer = await fetchTable(mappingOf(), dataset, desk);
  if (answer.kind !== "file") throw new Error(spokenOf(answer));
  answer.settled(mappingOf(), dataset, "2026-03-12");
  return { last: { on: "2026-03-12", query: answer.query }, desk };
}

/** All that is said where the service refuses. */
async function refusal(changes: Partial<Mapping> = {}): Promise<string> {
  const answer = await fetchTable(mappingOf(changes), dataset, deskFor(server.url));
  expect(answer.kind).toBe("refused");
  return spokenOf(answer);
}

describe("a table of GENESIS", () => {
  it("comes as the ZIP that the service sends, with what was asked", async () => {
    const desk = deskFor(server.url);
    const answer = await fetchTable(mappingOf(), dataset, desk);
    expect(brief(answer)).toEqual(["12411-01-01-5.zip"]);
    expect(rowsOf(answer)).toHaveLength(5);
    expect(answer.kind === "file" && [...answer.query]).toEqual([
      ["name", "12411-01-01-5"],
      ["area", "all"],
      ["compress", "false"],
      ["transpose", "false"],
      ["format", "ffcsv"],
      ["language", "de"],
      ["quality", "on"],
    ]);
    expect(answer.kind === "file" && answer.service).toBe("regionaldatenbank");
    // One file in the folder, and nothing half-written.
    expect([...filesBelow(desk.folder).keys()]).toEqual([answer.kind === "file" ? answer.path : ""]);
  });

  it("is asked for by POST, as a form in UTF-8, with credentials in headers and nowhere else", async () => {
    await fetchTable(mappingOf(), dataset, deskFor(server.url));
    const [request] = server.requests;
    expect(request).toMatchObject({ method: "POST", asked: "data/tablefile" });
    expect(request?.headers).toMatchObject({
      username: account.username,
      "content-type": "application/x-www-form-urlencoded;charset=UTF-8",
    });
    expect(request?.headers).not.toHaveProperty("authorization");
    expect([...(request?.parameters.keys() ?? [])]).not.toContain("username");
    // Headers are bytes of ISO-8859-1; Node gives them back as such.
    expect(request?.headers["password"]).toBe(account.password);
  });

  it("holds what the query selects", async () => {
    const query = new Map([
      ["regionalvariable", "GEMEIN"],
      ["regionalkey", "03453*"],
      ["startyear", "2024"],
      ["classifyingvariable1", "GES"],
      ["classifyingkey1", "GESM"],
    ]);
    const answer = await fetchTable(mappingOf({ query }), dataset, deskFor(server.url));
    expect(rowsOf(answer).map((row) => row.split(";").at(-5))).toEqual(["8700"]);
  });

  it("is one that the mapping names, by a code", async () => {
    const { table: _, ...unnamed } = mappingOf();
    expect(brief(await fetchTable(unnamed, dataset, deskFor(server.url)))).toEqual(["service-no-table"]);
    for (const table of ["../x", "", "12411 01", "1241*", "https://x"]) {
      expect(brief(await fetchTable(mappingOf({ table }), dataset, deskFor(server.url)))).toEqual(["service-odd-table"]);
    }
    expect(server.requests).toEqual([]);
  });

  it("is had with a token where the service takes one", async () => {
    const environment = { STICHTAG_GENESIS_URL: server.url, STICHTAG_GENESIS_TOKEN: account.token };
    const answer = await fetchTable(mappingOf({ service: "genesis" }), dataset, deskFor(server.url, { environment }));
    expect(brief(answer)).toEqual(["12411-01-01-5.zip"]);
    expect(server.requests[0]?.headers).toMatchObject({ username: account.token, password: "" });
  });

  it("of several services have one protocol and each its own address and account", async () => {
    const environment = {
      STICHTAG_ZENSUS_URL: `${server.url}/`,
      STICHTAG_ZENSUS_USERNAME: account.username,
      STICHTAG_ZENSUS_PASSWORD: account.password,
    };
    expect(brief(await fetchTable(mappingOf({ service: "zensus" }), dataset, deskFor(server.url, { environment })))).toEqual([
      "12411-01-01-5.zip",
    ]);
    expect(brief(await fetchTable(mappingOf(), dataset, deskFor(server.url, { environment })))).toEqual(["credentials-missing"]);
  });
});

describe("a query", () => {
  it("of names that the service does not know, or that are the program's, is not sent", async () => {
    const query = new Map([
      ["regionalkeys", "03453"],
      ["job", "true"],
    ]);
    const answer = await fetchTable(mappingOf({ query }), dataset, deskFor(server.url));
    expect(brief(answer)).toEqual(["service-unknown-parameter", "service-reserved-parameter"]);
    expect(spokenOf(answer)).toContain("Gemeint ist vielleicht »regionalkey«.");
    expect(spokenOf(answer)).toContain("data/einwohner/dataset.yaml:2:1");
    expect(server.requests).toEqual([]);
  });

  it("goes only to addresses that nobody can listen to", async () => {
    for (const url of ["http://genesis.example/rest", "ftp://x/", "https://user:pass@genesis.example/", "nonsense"]) {
      expect(brief(await fetchTable(mappingOf(), dataset, deskFor(url)))).toEqual(["service-odd-address"]);
    }
  });
});

describe("stand", () => {
  it("asks whether there is anything newer than the day before the last retrieval", async () => {
    const { last, desk } = await settledDesk();
    expect(brief(await fetchTable(mappingOf(), dataset, { ...desk, last }))).toEqual(["nothing-newer"]);
    expect(server.requests.at(-1)?.parameters.get("stand")).toBe("11.03.2026 00:00");
    server.put({ ...gemeinden, updated: "2026-03-12 06:00" });
    expect(brief(await fetchTable(mappingOf(), dataset, { ...desk, last }))).toEqual(good);
    // What has come now is not settled by what was then.
    expect(brief(await fetchTable(mappingOf(), dataset, { ...desk, last: { ...last, on: "2026-03-14" } }))).toEqual(good);
    expect(server.requests.at(-1)?.parameters.has("stand")).toBe(false);
  });

  it("is not asked before the last answer is settled, for this dataset and mapping, from this query", async () => {
    const { last, desk } = await settledDesk();
    const query = new Map([["startyear", "2020"]]);
    const cases: readonly (() => ReturnType<typeof fetchTable>)[] = [
      () => fetchTable(mappingOf(), dataset, deskFor(server.url, { last })),
      () => fetchTable(mappingOf(), { ...dataset, id: "other" }, { ...desk, last }),
      () => fetchTable(mappingOf({ query }), dataset, { ...desk, last }),
      () => fetchTable(mappingOf({ span: spanOf(mappingOf().span.source, 0, 5) }), dataset, { ...desk, last }),
      () => fetchTable(mappingOf(), dataset, { ...desk, last: { ...last, query } }),
      () => fetchTable(mappingOf(), dataset, { ...desk, last: { on: "2026-03-12" } }),
      () => fetchTable(mappingOf(), dataset, desk),
    ];
    for (const ask of cases) expect(brief(await ask())).toEqual(good);
    expect(server.requests.some(({ parameters }) => parameters.has("stand"))).toBe(false);
  });

  it("is left out, and that is said, where the service cannot read it", async () => {
    const { last, desk } = await settledDesk();
    server.script({
      kind: "says",
      code: 22,
      content: "erfolgreich (Mindestens ein Parameter enthält ungültige Werte. Er wurde angepasst.: stand)",
    });
    const answer = await fetchTable(mappingOf(), dataset, { ...desk, last });
    expect(brief(answer)).toEqual(["12411-01-01-5.zip", "service-adjusted-harmlessly"]);
    expect(server.requests.at(-1)?.parameters.has("stand")).toBe(false);
  });
});

describe("a status", () => {
  it("90: no such table", async () => {
    expect(await refusal({ table: "99999-0001" })).toMatch(/\[service-unknown-table\].*99999-0001.*nicht vorhanden/u);
  });

  it("104: nothing matches, with the query", async () => {
    const query = new Map([
      ["regionalvariable", "GEMEIN"],
      ["regionalkey", "99*"],
    ]);
    expect(concernsAll(mappingOf(), await fetchTable(mappingOf({ query }), dataset, deskFor(server.url)))).toBe(false);
    expect(await refusal({ query })).toMatch(/\[service-nothing-matches\].*regionalkey: 99\*/u);
  });

  it("22: the service would deliver something else than was asked", async () => {
    expect(await refusal({ query: new Map([["startyear", "heuer"]]) })).toMatch(/\[service-adjusted\].*startyear/u);
  });

  it("15 and 2: the credentials are wrong, in the service's words and with where they stand", async () => {
    const environment = { ...deskFor(server.url).environment, STICHTAG_REGIONALDATENBANK_PASSWORD: "falsch" };
    const answer = await fetchTable(mappingOf(), dataset, deskFor(server.url, { environment }));
    expect(spokenOf(answer)).toMatch(/\[credentials-refused\].*STICHTAG_REGIONALDATENBANK_PASSWORD.*Bitte prüfen Sie/u);
    server.script({ kind: "says", code: 15, content: "Sie sind nicht berechtigt.", http: 401 });
    expect(await refusal()).toContain("[credentials-refused]");
    expect(concernsAll(mappingOf(), answer)).toBe(true);
    // One try each: an account is locked after a few wrong ones.
    expect(server.requests).toHaveLength(2);
  });

  it("2 without a word of credentials, and any other: in the service's words", async () => {
    server.script({ kind: "says", code: 2, content: "Wegen eines unerwarteten Systemfehlers geht es nicht." });
    expect(await refusal()).toMatch(/\[service-refused\].*Code 2.*Systemfehlers/u);
    server.script({ kind: "says", code: 4711, content: "Neu\u001b[2J\nund anders" });
    const spoken = await refusal();
    expect(spoken).toMatch(/Code 4711.*Neu␛\[2J und anders/u);
    expect(spoken).not.toContain("\u001b");
    server.script({ kind: "says", code: 0, content: "erfolgreich" });
    expect(await refusal()).toContain("Code 0");
    server.script({ kind: "says", code: 50, content: "nichts Neueres" });
    expect(await refusal()).toContain("Code 50");
  });
});
