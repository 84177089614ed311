import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startWitness } from "../../../../test/genesis/listen.ts";
import { type Fault, type GenesisServer, startGenesis } from "../../../../test/genesis/server.ts";
import { clock } from "../clock.ts";
import { fetchTable } from "../services.ts";
import type { ServiceContext } from "../service.ts";
import { account, brief, dataset, type Desk, deskFor, filesBelow, gemeinden, mappingOf, spokenOf } from "../../../../test/genesis/desk.ts";
import { waitAskedFor } from "./patience.ts";

let server: GenesisServer;
beforeEach(async () => {
  server = await startGenesis({ accounts: [account], tables: [gemeinden] });
});
afterEach(() => server.close());

const good = ["12411-01-01-5.zip"];

/** What comes of asking while these faults happen. */
async function under(
  faults: readonly Fault[],
  changes: Partial<ServiceContext> = {},
): Promise<{ codes: readonly string[]; spoken: string; desk: Desk }> {
  server.script(...faults);
  const desk = deskFor(server.url, changes);
  const answer = await fetchTable(mappingOf(), dataset, desk);
  // Whatever happened, no half file stays.
  expect([...filesBelow(desk.folder).keys()]).toEqual(answer.kind === "file" ? [answer.path] : []);
  return { codes: brief(answer), spoken: spokenOf(answer), desk };
}

describe("a passing fault", () => {
  it("is waited out: cut and reset connections, and a service out of order", async () => {
    const faults: readonly Fault[] = [{ kind: "cut" }, { kind: "reset" }, { kind: "http", status: 503 }];
    const { codes, desk } = await under(faults);
    expect(codes).toEqual(good);
    expect(desk.waits).toEqual([2000, 8000, 30_000]);
    expect(desk.told.filter((words) => words.includes("Neuer Versuch"))).toEqual([
      "Regionaldatenbank Deutschland ist nicht zu erreichen: Die Verbindung brach ab. Neuer Versuch (2 von 4) in 2 s …",
      "Regionaldatenbank Deutschland ist nicht zu erreichen: Die Verbindung brach ab. Neuer Versuch (3 von 4) in 8 s …",
      "Regionaldatenbank Deutschland antwortet mit HTTP 503: Der Dienst ist vorübergehend nicht verfügbar. Neuer Versuch (4 von 4) in 30 s …",
    ]);
  });

  it("that does not pass ends in words after four tries", async () => {
    for (const status of [500, 502, 504]) {
      const { codes, spoken } = await under([{ kind: "http", status, times: 4 }]);
      expect(codes).toEqual(["service-http-status"]);
      expect(spoken).toContain(`HTTP ${status}: Der Dienst hat eine Störung (»Fehler«)`);
    }
    expect(server.requests).toHaveLength(12);
    expect((await under([{ kind: "cut", times: 4 }])).codes).toEqual(["service-unreachable"]);
  });

  it("of latency is none", async () => {
    expect((await under([{ kind: "latency", ms: 60 }])).codes).toEqual(good);
  });
});

describe("too many requests", () => {
  it("are answered by waiting as long as is asked, and that is told", async () => {
    const { codes, desk } = await under([{ kind: "http", status: 429, retryAfter: "95" }]);
    expect(codes).toEqual(good);
    expect(desk.waits).toEqual([95_000]);
    expect(desk.told).toContain(
      "Regionaldatenbank Deutschland antwortet mit HTTP 429: zu viele Anfragen in kurzer Zeit. Neuer Versuch (2 von 4) in 1 min 35 s …",
    );
  });

  it("are answered so for a date, too, and as usual where nothing is asked", async () => {
    expect((await under([{ kind: "http", status: 429, retryAfter: "Sun, 22 Nov 2026 12:02:00 GMT" }])).desk.waits).toEqual([120_000]);
    expect((await under([{ kind: "http", status: 429 }])).desk.waits).toEqual([2000]);
    expect((await under([{ kind: "http", status: 429, retryAfter: "soon" }])).desk.waits).toEqual([2000]);
  });

  it("end in words where it is more than ten minutes", async () => {
    const { codes, spoken, desk } = await under([{ kind: "http", status: 429, retryAfter: "3600" }]);
    expect(codes).toEqual(["service-busy"]);
    expect(spoken).toContain("1 h 0 min zu warten");
    expect(desk.waits).toEqual([]);
  });

  it("say how long in seconds or as a date", () => {
    expect(waitAskedFor("7", 0)).toBe(7000);
    expect(waitAskedFor("0", 0)).toBe(1000);
    expect(waitAskedFor("Thu, 01 Jan 1970 00:01:00 GMT", 0)).toBe(60_000);
    expect(waitAskedFor("Thu, 01 Jan 1970 00:01:00 GMT", 90_000)).toBe(1000);
    expect(waitAskedFor("-1", 0) ?? 1000).toBeGreaterThanOrEqual(1000);
    expect(waitAskedFor("morgen", 0)).toBeUndefined();
    expect(waitAskedFor(null, 0)).toBeUndefined();
  });

  it("are waited out by the real clock as well", async () => {
    const started = Date.now();
    const { codes } = await under([{ kind: "http", status: 429, retryAfter: "1" }], { clock });
    expect(codes).toEqual(good);
    expect(Date.now() - started).toBeGreaterThanOrEqual(950);
  });
});

describe("a silence", () => {
  it("ends in words: no answer, one that stops, one that takes for ever", async () => {
    const began = Date.now();
    expect((await under([{ kind: "hang" }], { limits: { begin: 80 } })).codes).toEqual(["service-silent"]);
    expect((await under([{ kind: "stall" }], { limits: { idle: 80 } })).codes).toEqual(["service-silent"]);
    expect((await under([{ kind: "stall" }], { limits: { total: 80 } })).codes).toEqual(["service-too-slow"]);
    expect(Date.now() - began).toBeLessThan(3000);
  });

  it("can be ended by Ctrl+C, as can a wait", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 40);
    expect((await under([{ kind: "hang" }], { signal: controller.signal })).codes).toEqual(["interrupted"]);
    expect((await under([], { signal: controller.signal })).codes).toEqual(["interrupted"]);
    const later = new AbortController();
    setTimeout(() => later.abort(), 40);
    const began = Date.now();
    expect((await under([{ kind: "http", status: 429, retryAfter: "500" }], { signal: later.signal, clock })).codes).toEqual([
      "interrupted",
    ]);
    expect(Date.now() - began).toBeLessThan(3000);
  });
});

describe("an answer that is no table", () => {
  it("is refused: web pages, other types, nothing, odd texts", async () => {
    const page = await under([{ kind: "page", body: "<!DOCTYPE html><html><head><title>Wartung &amp; Pflege\u001b[31m</title>" }]);
    expect(page.codes).toEqual(["service-web-page"]);
    expect(page.spoken).toContain("»Wartung & Pflege␛[31m«");
    const odd = await under([{ kind: "type", type: "image/png" }]);
    expect(odd.codes).toEqual(["service-odd-answer"]);
    expect(odd.spoken).toContain("(image/png)");
    expect((await under([{ kind: "type", type: "text/csv", body: "" }])).codes).toEqual(["service-empty-answer"]);
    expect((await under([{ kind: "type", type: "text/csv", body: "  <html><body>" }])).codes).toEqual(["service-web-page"]);
    expect((await under([{ kind: "type", type: "application/json", body: '{"Ident":' }])).codes).toEqual(["service-odd-answer"]);
    expect((await under([{ kind: "http", status: 403 }])).codes).toEqual(["service-http-status"]);
    expect((await under([{ kind: "http", status: 206, body: "PK\u0003\u0004" }])).codes).toEqual(["service-web-page"]);
    expect(server.requests).toHaveLength(7);
  });

  it("may still be a plain table, or a ZIP by another name", async () => {
    expect((await under([{ kind: "type", type: "text/csv", body: "statistics_code;…\n" }])).codes).toEqual(["12411-01-01-5.csv"]);
    expect((await under([{ kind: "type", type: "application/x-whatever", body: "PK\u0003\u0004…" }])).codes).toEqual(good);
  });

  it("is not taken beyond a size", async () => {
    const { codes } = await under([{ kind: "type", type: "text/csv", body: "a;b\n".repeat(3000) }], { limits: { file: 10_000 } });
    expect(codes).toEqual(["service-too-much"]);
  });

  it("is kept as it came where only unpacking would show what it is", async () => {
    server.script({ kind: "bomb", bytes: 1 << 30 });
    const answer = await fetchTable(mappingOf(), dataset, deskFor(server.url));
    expect(brief(answer)).toEqual(good);
    expect(answer.kind === "file" && readFileSync(answer.path).length).toBeLessThan(2_000_000);
  });
});

describe("a redirection", () => {
  it("to elsewhere is not followed, and nothing goes there", async () => {
    const witness = await startWitness();
    for (const status of [301, 302, 303, 307, 308]) {
      const { codes, spoken } = await under([{ kind: "redirect", to: `${witness.url}/take?it=1`, status }]);
      expect(codes).toEqual(["service-redirected"]);
      expect(spoken).toContain(`${witness.url}/take. `);
      expect(spoken).not.toContain("it=1");
    }
    expect((await under([{ kind: "redirect", to: "http://" }])).codes).toEqual(["service-redirected"]);
    expect(witness.seen).toEqual([]);
    await witness.close();
  });

  it("within the same origin is followed where the request stays the same, and not in circles", async () => {
    const to = `${server.url}/data/tablefile`;
    expect((await under([{ kind: "redirect", to, status: 308 }])).codes).toEqual(good);
    const named = to.replace("http://", "http://someone:else@");
    expect((await under([{ kind: "redirect", to: named, status: 308 }])).codes).toEqual(["service-redirected"]);
    // A POST would become a GET.
    expect((await under([{ kind: "redirect", to, status: 302 }])).codes).toEqual(["service-redirected"]);
    expect((await under([{ kind: "redirect", to, status: 307, times: 6 }])).codes).toEqual(["service-redirected"]);
    expect(server.requests.every(({ method }) => method === "POST")).toBe(true);
  });
});

describe("a service that is not there", () => {
  it("is named, with a hint where a proxy is set that Node does not use", async () => {
    await server.close();
    const desk = deskFor(server.url);
    const refused = await fetchTable(mappingOf(), dataset, desk);
    expect(spokenOf(refused)).toContain("Die Verbindung wird abgelehnt.");
    expect(spokenOf(refused)).not.toContain("Proxy");
    expect(desk.waits).toEqual([]);
    const environment = { ...desk.environment, HTTPS_PROXY: "http://user:pw@proxy.example:3128" };
    const behind = spokenOf(await fetchTable(mappingOf(), dataset, deskFor(server.url, { environment })));
    expect(behind).toContain("In HTTPS_PROXY steht ein Proxy");
    expect(behind).not.toContain("proxy.example");
  });
});
