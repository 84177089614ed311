import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { listen } from "../../../test/genesis/listen.ts";
import { fetchTable } from "./services.ts";
import type { ServiceAnswer } from "./service.ts";
import { brief, dataset, deskFor, mappingOf, spokenOf } from "../../../test/genesis/desk.ts";

const stat = '{"version":"2.0","class":"dataset","label":"Population","id":["geo"],"size":[1],"value":{"0":179000}}';

interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}

/** Asks an Eurostat of one answer. */
async function ask(
  reply: Reply,
  query: ReadonlyMap<string, string> = new Map(),
): Promise<{ answer: ServiceAnswer; asked: string[]; agent: string[] }> {
  const asked: string[] = [];
  const agent: string[] = [];
  const server = await listen((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    agent.push(...Object.keys(request.headers));
    response.writeHead(reply.status ?? 200, { "content-type": reply.type ?? "application/json" }).end(reply.body);
  });
  onTestFinished(server.close);
  const environment = { STICHTAG_EUROSTAT_URL: `${server.url}/api/1.0` };
  const desk = deskFor("", { environment });
  return { answer: await fetchTable(mappingOf({ service: "eurostat", table: "demo_r_pjanaggr3", query }), dataset, desk), asked, agent };
}

describe("Eurostat", () => {
  it("is asked for JSON-stat in German, with several codes of a dimension", async () => {
    const query = new Map([
      ["geo", "DE948, DE"],
      ["sex", "T"],
    ]);
    const { answer, asked, agent } = await ask({ body: stat }, query);
    expect(asked).toEqual(["GET /api/1.0/data/demo_r_pjanaggr3?format=JSON&lang=DE&geo=DE948&geo=DE&sex=T"]);
    expect(agent).not.toContain("username");
    expect(brief(answer)).toEqual(["demo_r_pjanaggr3.json"]);
    expect(answer.kind === "file" && readFileSync(answer.path, "utf8")).toBe(stat);
    expect(answer.kind === "file" && [...answer.query]).toEqual([
      ["table", "demo_r_pjanaggr3"],
      ["format", "JSON"],
      ["lang", "DE"],
      ...query,
    ]);
  });

  it("is refused in its own words, whatever HTTP says", async () => {
    const body = '{"error":[{"status":400,"id":140,"label":"Dimension \\"gea\\" does not exist"}]}';
    for (const status of [400, 200]) {
      const { answer } = await ask({ status, body });
      expect(brief(answer)).toEqual(["service-http-status"]);
      expect(spokenOf(answer)).toContain('HTTP 400: Die Anfrage ist so nicht möglich (»Dimension "gea" does not exist«)');
    }
    const large = await ask({ status: 413, body: '{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Come back later."}}' });
    expect(spokenOf(large.answer)).toContain("HTTP 413: Die Auswahl ist zu groß (»ASYNCHRONOUS_RESPONSE. Come back later.«)");
  });

  it("is refused where it is no JSON", async () => {
    expect(brief((await ask({ body: "<html><title>x</title></html>", type: "text/html" })).answer)).toEqual(["service-web-page"]);
    expect(brief((await ask({ body: "" })).answer)).toEqual(["service-empty-answer"]);
    expect(brief((await ask({ body: "a;b" })).answer)).toEqual(["service-odd-answer"]);
  });

  it("has its format and language set", async () => {
    const { answer, asked } = await ask({ body: stat }, new Map([["lang", "EN"]]));
    expect(brief(answer)).toEqual(["service-reserved-parameter"]);
    expect(asked).toEqual([]);
  });
});
