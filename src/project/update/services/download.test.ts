import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { listen } from "../../../test/genesis/listen.ts";
import { fetchTable } from "./services.ts";
import type { ServiceAnswer } from "./service.ts";
import { brief, dataset, deskFor, mappingOf, spokenOf } from "../../../test/genesis/desk.ts";

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Downloads from a server with these answers by path. */
async function get(path: string, replies: Readonly<Record<string, Reply>>): Promise<{ answer: ServiceAnswer; asked: string[] }> {
  const asked: string[] = [];
  const server = await listen((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { status = 200, headers = {}, body = "" } = replies[request.url ?? ""] ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  onTestFinished(server.close);
  return { answer: await fetchTable(mappingOf({ service: "download", address: server.url + path }), dataset, deskFor("")), asked };
}

describe("a download", () => {
  it("is the file behind the address, by its name there", async () => {
    const { answer, asked } = await get("/a/Einwohner%20%C3%BC.csv?v=2", { "/a/Einwohner%20%C3%BC.csv?v=2": { body: "a;b" } });
    expect(brief(answer)).toEqual(["Einwohner_ü.csv"]);
    expect(answer.kind === "file" && readFileSync(answer.path, "utf8")).toBe("a;b");
    expect(answer.kind === "file" && answer.query.get("address")).toMatch(/Einwohner%20%C3%BC\.csv\?…$/u);
    expect(asked).toHaveLength(1);
  });

  it("never gets a name that leads elsewhere", async () => {
    for (const [path, name] of [
      ["/..%2f..%2fetc%2fpasswd", "_.._etc_passwd"],
      ["/%2e%2e%5c", "_"],
      ["/", "download"],
      ["/%00%1b", "_"],
      ["/.hidden", "hidden"],
      ["/%E4", "_E4"],
    ] as const) {
      expect(brief((await get(path, { [path]: { body: "x" } })).answer), path).toEqual([name]);
    }
  });

  it("follows moves on the same origin, and tells of others", async () => {
    const moved = await get("/old.csv", { "/old.csv": { status: 301, headers: { location: "/new.csv" } }, "/new.csv": { body: "x" } });
    expect(brief(moved.answer)).toEqual(["old.csv"]);
    const away = await get("/old.csv", { "/old.csv": { status: 301, headers: { location: "http://other.example/new.csv" } } });
    expect(spokenOf(away.answer)).toMatch(/\[service-redirected\].*http:\/\/other\.example\/new\.csv/u);
  });

  it("keeps and tells no query of an address, which may be a key", async () => {
    const { answer } = await get("/a.csv?token=geheim", { "/a.csv?token=geheim": { body: "a;b" } });
    expect(JSON.stringify(answer.kind === "file" && [...answer.query])).not.toContain("geheim");
    for (const location of [
      "http://other.example/new.csv?token=geheim",
      "http://?token=geheim",
      "http://u:geheim@[/x",
      "http://[#geheim",
    ]) {
      const away = await get("/old.csv", { "/old.csv": { status: 301, headers: { location } } });
      expect(spokenOf(away.answer), location).toContain("[service-redirected]");
      expect(spokenOf(away.answer), location).not.toContain("geheim");
    }
  });

  it("that is nothing, a web page or not there is refused", async () => {
    expect(brief((await get("/a", { "/a": {} })).answer)).toEqual(["service-empty-answer"]);
    expect(brief((await get("/a", { "/a": { body: "<!doctype html><title>Anmeldung</title>" } })).answer)).toEqual(["service-web-page"]);
    expect(brief((await get("/a", {})).answer)).toEqual(["service-http-status"]);
  });

  it("needs an address of the web without credentials", async () => {
    for (const address of [undefined, "", "x", "file:///etc/passwd", "data:,x"]) {
      const mapping = { ...mappingOf({ service: "download" }), ...(address === undefined ? {} : { address }) };
      expect(brief(await fetchTable(mapping, dataset, deskFor("")))).toEqual(["download-no-address"]);
    }
    for (const address of ["https://u:geheim@host/x", "https://geheim@host/x"]) {
      const answer = await fetchTable({ ...mappingOf({ service: "download" }), address }, dataset, deskFor(""));
      expect(brief(answer)).toEqual(["download-credentials"]);
      expect(spokenOf(answer)).not.toContain("geheim");
    }
  });
});
