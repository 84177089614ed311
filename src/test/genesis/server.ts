/**
 * A GENESIS for tests, on this machine: the protocol "REST 2020" with accounts, tables, jobs and statuses as the real
 * ones have them, and strict where those are lax: what it does not know it refuses. Faults come by {@link GenesisServer.script}.
 */

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, bare, bomb, serial, statusAnswer, text, zipped } from "./answers.ts";
import { deliver, type Fault, Script } from "./faults.ts";
import { bodyOf, listen, type Listening } from "./listen.ts";
import { type GenesisTable, select } from "./table.ts";

export type { Fault } from "./faults.ts";
export type { GenesisTable } from "./table.ts";

export interface GenesisAccount {
  readonly username: string;
  readonly password: string;
  readonly token?: string;
}

export interface GenesisOptions {
  readonly accounts: readonly GenesisAccount[];
  readonly tables: readonly GenesisTable[];
  /** Values of a direct call; default 40,000 as the real one has it. */
  readonly limit?: number;
  /** How often it is asked for a job in vain; default twice. */
  readonly polls?: number;
}

export interface Recorded {
  readonly method: string;
  /** "data/tablefile" */
  readonly asked: string;
  readonly headers: IncomingHttpHeaders;
  readonly parameters: ReadonlyMap<string, string>;
}

export interface GenesisServer extends Listening {
  readonly requests: readonly Recorded[];
  /** Adds faults to come. */
  readonly script: (...faults: readonly Fault[]) => void;
  /** A new state of a table. */
  readonly put: (table: GenesisTable) => void;
}

export async function startGenesis(options: GenesisOptions): Promise<GenesisServer> {
  const office = new Office(options);
  const { url, close } = await listen((request, response) => void office.receive(request, response));
  return {
    url: `${url}${root}`,
    close,
    requests: office.requests,
    script: (...faults) => office.script.add(faults),
    put: (table) => office.put(table),
  };
}

const root = "/genesisWS/rest/2020";

interface Job {
  readonly owner: GenesisAccount;
  readonly table: string;
  readonly csv: string;
  /** Questions in vain still to come. */
  polls: number;
}

const selecting: readonly string[] = [
  "startyear",
  "endyear",
  "timeslices",
  "regionalvariable",
  "regionalkey",
  ...[1, 2, 3, 4, 5].flatMap((number) => [`classifyingvariable${number}`, `classifyingkey${number}`]),
];
const known: Readonly<Record<string, readonly string[]>> = {
  "data/tablefile": ["name", "area", "compress", "transpose", "contents", ...selecting, "format", "job", "stand", "quality", "language"],
  "catalogue/results": ["selection", "searchcriterion", "sortcriterion", "area", "pagelength", "language"],
  "data/resultfile": ["name", "area", "compress", "format", "language"],
};

class Office {
  readonly requests: Recorded[] = [];
  readonly script = new Script();
  private readonly options: GenesisOptions;
  private readonly tables: Map<string, GenesisTable>;
  private readonly jobs = new Map<string, Job>();

  constructor(options: GenesisOptions) {
    this.options = options;
    this.tables = new Map(options.tables.map((table) => [table.code, table]));
  }

  put(table: GenesisTable): void {
    this.tables.set(table.code, table);
  }

  async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ""] = (request.url ?? "").split("?");
    const asked = path.replace(`${root}/`, "");
    const form = await formOf(request);
    this.requests.push({ method: request.method ?? "", asked, headers: request.headers, parameters: form });
    const fault = this.script.next(asked);
    switch (fault?.kind) {
      case "hang":
        return;
      case "reset":
        response.destroy();
        return;
      case "http":
        return deliver(
          response,
          text(
            fault.status,
            "text/html",
            fault.body ?? "<html><head><title>Fehler</title></head></html>",
            fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter },
          ),
        );
      case "bomb":
        return deliver(response, bomb(fault.bytes));
      case "redirect":
        return deliver(response, text(fault.status ?? 302, "text/html", "", { location: fault.to }));
      case "page":
        return deliver(response, text(200, "text/html", fault.body ?? "<!DOCTYPE html><title>Wartungsarbeiten</title>"));
      case "type":
        return deliver(response, text(200, fault.type, fault.body ?? "\u0089PNG\r\n"));
      case "says": {
        const content = fault.content
          .replaceAll("{username}", String(request.headers["username"]))
          .replaceAll("{password}", String(request.headers["password"]));
        const answer = statusAnswer(asked, { code: fault.code, content }, form);
        return deliver(response, fault.http === undefined ? answer : { ...answer, status: fault.http });
      }
      case "latency":
        await wait(fault.ms);
        break;
      case "stall":
      case "cut":
      case undefined:
        break;
    }
    await deliver(response, this.answer(request, asked, form), fault?.kind);
  }

  private answer(request: IncomingMessage, asked: string, form: ReadonlyMap<string, string>): Answer {
    const parameters = known[asked];
    if (parameters === undefined) return text(404, "text/html", "<html><head><title>404 Not Found</title></head></html>");
    if (request.method !== "POST")
      return text(405, "text/html", "<html><head><title>Method Not Allowed</title></head></html>", { allow: "POST" });
    if (!/^application\/x-www-form-urlencoded(?:;|$)/iu.test(request.headers["content-type"] ?? ""))
      return text(415, "text/plain", "form expected");
    const account = this.accountOf(request.headers);
    if (account === "none") return bare(401, 15, "Sie sind nicht berechtigt: Im Kopf der Anfrage fehlen Ihre Zugangsdaten.");
    if (account === "wrong")
      return bare(404, 2, "Ein Fehler ist aufgetreten. (Bitte prüfen Sie Ihren Nutzernamen oder Ihren Token bzw. das Passwort.)");
    const strange = [...form.keys()].filter((name) => !parameters.includes(name));
    if (strange.length > 0) return text(400, "text/plain", `unknown: ${strange.join(", ")}`);
    switch (asked) {
      case "data/tablefile":
        return this.tableFile(form, account);
      case "catalogue/results":
        return this.results(form, account);
      default:
        return this.resultFile(form, account);
    }
  }

  private accountOf({
    username,
    password,
  }: IncomingHttpHeaders): { readonly account: GenesisAccount; readonly token: boolean } | "none" | "wrong" {
    if (typeof username !== "string" || typeof password !== "string" || username === "") return "none";
    const account = this.options.accounts.find((one) => one.username === username && one.password === password);
    if (account !== undefined) return { account, token: false };
    const owner = password === "" ? this.options.accounts.find(({ token }) => token === username) : undefined;
    return owner === undefined ? "wrong" : { account: owner, token: true };
  }

  private tableFile(
    form: ReadonlyMap<string, string>,
    { account, token }: { readonly account: GenesisAccount; readonly token: boolean },
  ): Answer {
    const say = (code: number, content: string, type: "Information" | "Warnung" | "Fehler" = "Information"): Answer =>
      statusAnswer("data/tablefile", { code, content, type }, form, { Object: null });
    const table = this.tables.get(form.get("name") ?? "");
    if (form.get("format") !== "ffcsv") return say(25, "Dieses Format gibt es hier nicht: format", "Fehler");
    if (table === undefined) return say(90, "Die angeforderte Tabelle ist nicht vorhanden.", "Fehler");
    const selected = select(table, form);
    const stand = standIn(form.get("stand") ?? "");
    const adjusted = [...selected.adjusted, ...(stand === undefined ? ["stand"] : [])];
    const note = `(Mindestens ein Parameter enthält ungültige Werte. Er wurde angepasst, um den Service starten zu können.: ${adjusted.join(", ")})`;
    if (stand !== undefined && table.updated <= stand) return say(50, "Seit dem angegebenen Stand gibt es nichts Neueres.");
    if (selected.values === 0) return say(104, "Es gibt nichts zur angegebenen Auswahl.");
    if (form.get("job") === "true") {
      if (token) return bare(401, 15, "Sie sind nicht berechtigt, diesen Service mit einem Token aufzurufen.");
      const name = `${table.code}_${String(Number(serial(table.code)) + this.jobs.size).padStart(9, "0")}`;
      this.jobs.set(name, { owner: account, table: table.code, csv: selected.csv, polls: this.options.polls ?? 2 });
      return say(
        99,
        `Der Auftrag ist angelegt. Die Tabelle kann in Kürze mit folgendem Namen abgerufen werden: ${name}${adjusted.length > 0 ? ` ${note}` : ""}`,
      );
    }
    if (adjusted.length > 0) return say(22, `erfolgreich ${note}`, "Warnung");
    if (selected.values > (this.options.limit ?? 40_000))
      return say(98, "Die Tabelle ist zu gross für den direkten Abruf; mit job=true wird sie im Hintergrund erstellt.", "Fehler");
    return zipped(table.code, selected.csv);
  }

  private results(form: ReadonlyMap<string, string>, { account }: { readonly account: GenesisAccount }): Answer {
    const name = form.get("selection") ?? "";
    const job = this.jobs.get(name);
    const ready = job !== undefined && job.owner === account && job.polls-- <= 0;
    const say = { code: ready ? 0 : 104, content: ready ? "erfolgreich" : "Es gibt keine Objekte zur angegebenen Auswahl" };
    const list = ready ? [{ Code: name, Content: this.tables.get(job.table)?.title ?? "", Values: "0" }] : null;
    return statusAnswer("catalogue/results", say, form, { List: list });
  }

  private resultFile(form: ReadonlyMap<string, string>, { account }: { readonly account: GenesisAccount }): Answer {
    const job = this.jobs.get(form.get("name") ?? "");
    if (job !== undefined && job.owner === account && job.polls < 0) return zipped(job.table, job.csv);
    return statusAnswer("data/resultfile", { code: 104, content: "Es gibt keine Objekte zur angegebenen Auswahl" }, form, { Object: null });
  }
}

/** Without a word on the encoding the body counts as ISO-8859-1, as with the real ones. */
async function formOf(request: IncomingMessage): Promise<ReadonlyMap<string, string>> {
  const bytes = await bodyOf(request);
  const isUtf8 = /charset="?utf-8/iu.test(request.headers["content-type"] ?? "");
  const pairs = new URLSearchParams(bytes.toString("latin1"));
  return new Map([...pairs].map(([name, value]) => [name, isUtf8 ? value : Buffer.from(value).toString("latin1")]));
}

/** "10.03.2026 08:00" as "2026-03-10 08:00"; "" for none; `undefined` for what is no such time. */
function standIn(written: string): string | undefined {
  if (written === "") return "";
  const match = /^(\d{2})\.(\d{2})\.(\d{4})(?: (\d{2}:\d{2}))?$/u.exec(written);
  return match === null ? undefined : `${match[3]}-${match[2]}-${match[1]} ${match[4] ?? "00:00"}`;
}
