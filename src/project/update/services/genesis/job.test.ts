import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type GenesisServer, startGenesis } from "../../../../test/genesis/server.ts";
import { fetchTable } from "../services.ts";
import { account, brief, dataset, deskFor, gemeinden, mappingOf, spokenOf } from "../../../../test/genesis/desk.ts";

let server: GenesisServer;
beforeEach(async () => {
  // Five values are too many for a direct call, and the result takes its time.
  server = await startGenesis({ accounts: [account], tables: [gemeinden], limit: 4, polls: 7 });
});
afterEach(() => server.close());

function asked(): readonly string[] {
  return server.requests.map((request) => (request.parameters.get("job") === "true" ? `${request.asked} job` : request.asked));
}

/** A desk at which Ctrl+C is pressed during the nth wait. */
function interruptedAt(wait: number, root?: string): ReturnType<typeof deskFor> {
  const controller = new AbortController();
  const desk = deskFor(server.url, root === undefined ? {} : { root });
  const sleep = (ms: number): Promise<void> => {
    if (desk.waits.length + 1 === wait) controller.abort();
    return desk.clock.sleep(ms);
  };
  return { ...desk, signal: controller.signal, clock: { now: () => desk.clock.now(), sleep } };
}

describe("a table that is too large for a direct call", () => {
  it("is prepared by the service while it is asked at growing intervals, and fetched", async () => {
    const desk = deskFor(server.url);
    const answer = await fetchTable(mappingOf(), dataset, desk);
    expect(brief(answer)).toEqual(["12411-01-01-5.zip"]);
    expect(asked()).toEqual([
      "data/tablefile",
      "data/tablefile job",
      ...Array.from({ length: 8 }, () => "catalogue/results"),
      "data/resultfile",
    ]);
    expect(desk.waits).toEqual([2000, 3000, 4500, 6750, 10125, 15187.5, 22781.25]);
    expect(desk.told.at(-1)).toMatch(
      /^Regionaldatenbank Deutschland: 12411-01-01-5_\d{9} wird im Hintergrund bereitgestellt \(seit 42 s\)/u,
    );
    expect(readdirSync(desk.jobs)).toEqual([]);
    expect(answer.kind === "file" && answer.query.has("job")).toBe(false);
  });

  it("cannot be had with a token: the words say what can be done", async () => {
    const environment = { STICHTAG_GENESIS_URL: server.url, STICHTAG_GENESIS_TOKEN: account.token };
    const answer = await fetchTable(mappingOf({ service: "genesis" }), dataset, deskFor(server.url, { environment }));
    expect(brief(answer)).toEqual(["service-too-large-for-token"]);
    expect(asked()).toEqual(["data/tablefile"]);
  });

  it("goes on being prepared after Ctrl+C, and the next run takes it up", async () => {
    const first = interruptedAt(3);
    const answer = await fetchTable(mappingOf(), dataset, first);
    expect(brief(answer)).toEqual(["service-job-goes-on"]);
    const [file = ""] = readdirSync(first.jobs);
    expect(JSON.parse(readFileSync(join(first.jobs, file), "utf8"))).toEqual({
      name: expect.stringMatching(/^12411-01-01-5_\d{9}$/u),
      since: Date.UTC(2026, 10, 22, 12),
    });
    const begun = asked().length;
    const next = deskFor(server.url, { root: first.root });
    expect(brief(await fetchTable(mappingOf(), dataset, next))).toEqual(["12411-01-01-5.zip"]);
    expect(asked().slice(begun)).not.toContain("data/tablefile job");
    expect(next.told[0]).toContain("nimmt den Auftrag 12411-01-01-5_");
    expect(readdirSync(next.jobs)).toEqual([]);
  });

  it("is taken up only for the same query", async () => {
    const first = interruptedAt(1);
    await fetchTable(mappingOf(), dataset, first);
    const query = new Map([["startyear", "2024"]]);
    expect(brief(await fetchTable(mappingOf({ query }), dataset, deskFor(server.url, { root: first.root })))).toEqual([
      "12411-01-01-5.zip",
    ]);
    expect(readdirSync(first.jobs)).toHaveLength(1);
  });

  it("keeps its job through trouble of the network", async () => {
    const desk = deskFor(server.url);
    server.script({ kind: "cut", at: "data/resultfile", times: 4 });
    expect(brief(await fetchTable(mappingOf(), dataset, desk))).toEqual(["service-unreachable"]);
    expect(readdirSync(desk.jobs)).toHaveLength(1);
    expect(brief(await fetchTable(mappingOf(), dataset, deskFor(server.url, { root: desk.root })))).toEqual(["12411-01-01-5.zip"]);
  });

  it("is begun anew where the job is lost, too old or its file damaged", async () => {
    const { jobs, root } = interruptedAt(1);
    const desk = interruptedAt(1, root);
    await fetchTable(mappingOf(), dataset, desk);
    const path = join(jobs, readdirSync(jobs)[0] ?? "");
    const now = desk.clock.now();
    const hours = 3_600_000;
    for (const content of [
      JSON.stringify({ name: "12411-01-01-5_000000000", since: now - 4 * hours }),
      JSON.stringify({ name: "12411-01-01-5_000000000", since: now - 25 * hours }),
      JSON.stringify({ name: "12411-01-01-5_000000000", since: now + hours }),
      JSON.stringify({ name: "../../elsewhere", since: now }),
      '{"name":',
      "[]",
    ]) {
      writeFileSync(path, content);
      const begun = asked().length;
      expect(brief(await fetchTable(mappingOf(), dataset, deskFor(server.url, { root }))), content).toEqual(["12411-01-01-5.zip"]);
      expect(asked().slice(begun), content).toContain("data/tablefile job");
    }
  });

  it("is waited for an hour at most in one run", async () => {
    await server.close();
    server = await startGenesis({ accounts: [account], tables: [gemeinden], limit: 4, polls: 1000 });
    const desk = deskFor(server.url);
    const answer = await fetchTable(mappingOf(), dataset, desk);
    expect(brief(answer)).toEqual(["service-job-too-slow"]);
    expect(desk.waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(3_600_000);
    expect(Math.max(...desk.waits)).toBe(30_000);
    expect(readdirSync(desk.jobs)).toHaveLength(1);
  });

  it("is refused where the service would deliver another one, or does not say its name", async () => {
    const words = "Der Auftrag ist angelegt, Name: 12411-01-01-5_000000001";
    const note = "(Mindestens ein Parameter enthält ungültige Werte. Er wurde angepasst.: regionalkey)";
    server.script({ kind: "says", code: 99, content: `${words} ${note}` });
    expect(spokenOf(await fetchTable(mappingOf(), dataset, deskFor(server.url)))).toMatch(
      /\[service-adjusted\].*geändert wurde regionalkey/u,
    );
    server.script({ kind: "says", code: 99, content: "Der Auftrag ist angelegt." });
    expect(brief(await fetchTable(mappingOf(), dataset, deskFor(server.url)))).toEqual(["service-job-without-name"]);
  });

  it("that the service then refuses is forgotten", async () => {
    const desk = deskFor(server.url);
    server.script({ kind: "says", code: 90, content: "Es gibt kein solches Ergebnis.", at: "data/resultfile" });
    expect(brief(await fetchTable(mappingOf(), dataset, desk))).toEqual(["service-unknown-table"]);
    expect(readdirSync(desk.jobs)).toEqual([]);
  });

  it("may be listed before its file is there", async () => {
    server.script({ kind: "says", code: 104, content: "noch nicht", at: "data/resultfile" });
    expect(brief(await fetchTable(mappingOf(), dataset, deskFor(server.url)))).toEqual(["12411-01-01-5.zip"]);
  });
});
