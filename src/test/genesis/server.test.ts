/** The test server is a faithful citizen: it refuses what the real ones refuse, so that a client cannot get away with it. */

import { crc32, inflateRawSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bomb } from "./answers.ts";
import { type GenesisServer, startGenesis } from "./server.ts";

const account = { username: "u", password: "p", token: "t" };
const header =
  "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q";
const row = (year: number, region: string, value: string): string =>
  `1;S;JAHR;Jahr;${year};KREISE;Kreise;${region};Kreis ${region};${value};Anzahl;BEV;Bevölkerung;e`;
const table = {
  code: "1-2",
  title: "T",
  updated: "2026-03-10 08:00",
  ffcsv: [header, row(2023, "03453", "1"), row(2024, "03453", "2"), row(2024, "03454", "3"), ""].join("\n"),
};

let server: GenesisServer;
beforeEach(async () => {
  server = await startGenesis({ accounts: [account], tables: [table], limit: 2 });
});
afterEach(() => server.close());

const headers = { username: "u", password: "p" };
const form = { name: "1-2", format: "ffcsv" };

function post(method: string, body: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = headers): Promise<Response> {
  return fetch(`${server.url}/${method}`, { method: "POST", headers: more, body: new URLSearchParams(body) });
}

/** The whole CSV, with or without flags. */
async function csv(quality: string): Promise<string> {
  const response = await post("data/tablefile", { ...form, timeslices: "1", quality });
  const files = Object.values(unzipSync(new Uint8Array(await response.arrayBuffer())));
  return files.map((file) => strFromU8(file)).join("");
}

/** The values that these parameters select, as a list; else the status. */
async function values(parameters: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await post("data/tablefile", { ...form, ...parameters });
  if (response.headers.get("content-type") !== "application/zip") return response.json();
  const [bytes = new Uint8Array()] = Object.values(unzipSync(new Uint8Array(await response.arrayBuffer())));
  const [head = "", ...rows] = strFromU8(bytes).trimEnd().split("\n");
  const at = head.split(";").indexOf("value");
  return rows.map((line) => line.split(";")[at]);
}

describe("the test server", () => {
  it("takes POST only, forms only, known methods and parameters only", async () => {
    expect((await fetch(`${server.url}/data/tablefile?name=1-2&username=u&password=p`)).status).toBe(405);
    const plain = { method: "POST", headers: { ...headers, "content-type": "text/plain" }, body: "name=1-2" };
    expect((await fetch(`${server.url}/data/tablefile`, plain)).status).toBe(415);
    expect((await post("data/table", form)).status).toBe(404);
    expect((await post("data/tablefile", { ...form, username: "u", password: "p" })).status).toBe(400);
  });

  it("takes credentials in headers, a token without a password", async () => {
    expect(await (await post("data/tablefile", form, {})).json()).toMatchObject({ Code: 15, Type: "ERROR" });
    expect((await post("data/tablefile", form, { username: "u", password: "x" })).status).toBe(404);
    expect((await post("data/tablefile", { ...form, endyear: "2023" }, { username: "t", password: "" })).headers.get("content-type")).toBe(
      "application/zip",
    );
    expect((await post("data/tablefile", { ...form, job: "true" }, { username: "t", password: "" })).status).toBe(401);
  });

  it("selects by region, year and slices of time", async () => {
    expect(await values({ regionalvariable: "KREISE", regionalkey: "03453" })).toEqual(["1", "2"]);
    expect(await values({ regionalvariable: "KREISE", regionalkey: "*4,x" })).toEqual(["3"]);
    expect(await values({ startyear: "2024", endyear: "2024" })).toEqual(["2", "3"]);
    expect(await values({ timeslices: "1" })).toEqual(["2", "3"]);
    expect(await values({ regionalvariable: "LAND", regionalkey: "03" })).toMatchObject({ Status: { Code: 22 } });
    expect(await values({ regionalvariable: "KREISE", regionalkey: "99" })).toMatchObject({ Status: { Code: 104 } });
    expect(await values({})).toMatchObject({ Status: { Code: 98 } });
    expect(await values({ timeslices: "1", stand: "10.03.2026 08:00" })).toMatchObject({ Status: { Code: 50 } });
    expect(await values({ timeslices: "1", stand: "09.03.2026" })).toEqual(["2", "3"]);
    expect(await values({ timeslices: "1", stand: "gestern" })).toMatchObject({
      Status: { Code: 22, Content: expect.stringContaining(": stand)") },
    });
  });

  it("leaves the flags out unless they are asked for", async () => {
    expect(await csv("on")).toContain("value_q");
    expect(await csv("off")).not.toContain("value_q");
  });

  it("masks credentials in its echo", async () => {
    expect(await values({})).toMatchObject({ Parameter: { username: "********", password: "********", name: "1-2" } });
  });

  it("gives a job's result to its owner, when it is ready", async () => {
    const created = await values({ job: "true" });
    const name = /1-2_\d{9}/u.exec(JSON.stringify(created))?.[0] ?? "";
    const results = async (): Promise<unknown> => (await post("catalogue/results", { selection: name, area: "user" })).json();
    const file = (): Promise<Response> => post("data/resultfile", { name, format: "ffcsv" });
    expect(await results()).toMatchObject({ Status: { Code: 104 }, List: null });
    expect(await (await file()).json()).toMatchObject({ Status: { Code: 104 } });
    expect(await results()).toMatchObject({ Status: { Code: 104 } });
    expect(await results()).toMatchObject({ Status: { Code: 0 }, List: [{ Code: name }] });
    expect((await file()).headers.get("content-type")).toBe("application/zip");
  });

  it("takes a body for ISO-8859-1 where nobody says otherwise", async () => {
    const contents = "Bevölkerung";
    const type = "application/x-www-form-urlencoded";
    await fetch(`${server.url}/data/tablefile`, {
      method: "POST",
      headers: { ...headers, "content-type": type },
      body: `contents=${encodeURIComponent(contents)}`,
    });
    expect(server.requests.at(-1)?.parameters.get("contents")).toBe("BevÃ¶lkerung");
    await post("data/tablefile", { contents });
    expect(server.requests.at(-1)?.parameters.get("contents")).toBe(contents);
  });

  it("makes bombs that are true archives", () => {
    const size = 3 * (1 << 24);
    const { body } = bomb(size);
    const bytes = Buffer.from(body);
    const inflated = inflateRawSync(bytes.subarray(30 + bytes.readUInt16LE(26), 30 + bytes.readUInt16LE(26) + bytes.readUInt32LE(18)));
    expect([inflated.length, bytes.readUInt32LE(22), crc32(inflated)]).toEqual([size, size, bytes.readUInt32LE(14)]);
    expect(body.length).toBeLessThan(size / 500);
  });
});
