/** Credentials reach the service, and nothing else: whatever goes wrong, all that is written, told and spoken is searched for them. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startWitness } from "../../../test/genesis/listen.ts";
import { type Fault, type GenesisServer, startGenesis } from "../../../test/genesis/server.ts";
import { fetchTable } from "./services.ts";
import { account, dataset, deskFor, filesBelow, gemeinden, mappingOf, spokenOf } from "../../../test/genesis/desk.ts";

const secrets = [account.username, account.password, account.token];
const leaks = [...secrets, ...secrets.map(encodeURIComponent), ...secrets.map((secret) => Buffer.from(secret).toString("base64"))];

/** In capitals or not. */
function leaksIn(text: string): readonly string[] {
  return leaks.filter((leak) => text.toLowerCase().includes(leak.toLowerCase()));
}

let server: GenesisServer;
beforeEach(async () => {
  server = await startGenesis({ accounts: [account], tables: [gemeinden], limit: 4 });
});
afterEach(() => server.close());

const echo = "Nutzername {username}, Passwort {password}, Name 12411-01-01-5_{password}";
const padding = "x".repeat(290);
const page = `<!DOCTYPE html><title>${account.username} ${account.password}</title>`;
const cases: Readonly<Record<string, readonly Fault[]>> = {
  "a table": [],
  "a refusal that quotes them": [{ kind: "says", code: 25, content: echo }],
  "a refusal that is cut within them": [{ kind: "says", code: 25, content: `${padding}{password}` }],
  "wrong credentials, quoted": [{ kind: "says", code: 2, content: echo }],
  "adjusted, quoted": [{ kind: "says", code: 22, content: `ungültige Werte: {username}, {password}` }],
  "a job of their name": [
    { kind: "says", code: 98, content: "zu groß" },
    { kind: "says", code: 99, content: echo },
  ],
  "a page of their title": [{ kind: "page", body: page }],
  "a page under 403": [{ kind: "http", status: 403, body: page }],
  "500s with a page": [{ kind: "http", status: 500, body: page, times: 4 }],
  "a content type of them": [{ kind: "type", type: `text/${account.username}` }],
  "a cut connection": [{ kind: "cut", times: 4 }],
  "a redirect that carries them": [
    { kind: "redirect", to: `http://other.example/${account.username}/${encodeURIComponent(account.password)}` },
  ],
};

describe("credentials are told nobody", () => {
  for (const [name, faults] of Object.entries(cases)) {
    it(`after ${name}`, async () => {
      const printed: string[] = [];
      const spies = (["log", "info", "warn", "error", "debug"] as const).map((level) =>
        vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void printed.push(words.join(" "))),
      );
      server.script(...faults);
      const desk = deskFor(server.url);
      const answer = await fetchTable(mappingOf(), dataset, desk);
      for (const spy of spies) spy.mockRestore();
      // They were used, so that there was something to tell.
      expect(server.requests[0]?.headers).toMatchObject({ username: account.username, password: account.password });
      const query = answer.kind === "file" ? [...answer.query].flat().join(" ") : "";
      const all = [
        spokenOf(answer),
        JSON.stringify(answer.diagnostics),
        query,
        ...desk.told,
        ...printed,
        ...[...filesBelow(desk.root)].flat(),
      ].join("\n");
      expect(leaksIn(all)).toEqual([]);
      // Nor the beginning of one.
      expect(all).not.toContain(account.password.slice(0, 5));
    });
  }

  it("not even servers elsewhere", async () => {
    const witness = await startWitness();
    server.script({ kind: "redirect", to: `${witness.url}/genesisWS/rest/2020/data/tablefile`, status: 307 });
    await fetchTable(mappingOf(), dataset, deskFor(server.url));
    expect(witness.seen).toEqual([]);
    await witness.close();
  });

  it("where they stand in the file", async () => {
    const desk = deskFor(server.url, { environment: { STICHTAG_REGIONALDATENBANK_URL: server.url } });
    const text = `regionaldatenbank: { username: ${account.username}, password: '${account.password}', extra: 1 }\n`;
    writeFileSync(join(desk.root, "credentials.yaml"), text);
    const answer = await fetchTable(mappingOf(), dataset, desk);
    expect(answer.kind).toBe("refused");
    expect(leaksIn(spokenOf(answer) + JSON.stringify(answer))).toEqual([]);
  });
});
