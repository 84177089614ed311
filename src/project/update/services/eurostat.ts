/** Eurostat's API of statistics: JSON-stat 2.0, no account. */

import { join } from "node:path";
import type { Dataset } from "../../../data/dataset.ts";
import { error, type Diagnostic, type Message } from "../../../source/diagnostic.ts";
import { httpStatus } from "../../../source/messages/network.ts";
import { asking, oddAddress, reservedParameter } from "../../../source/messages/services.ts";
import type { Mapping } from "../../../update/mapping.ts";
import { answerFolder } from "./answer-folder.ts";
import type { Head } from "./http/exchange.ts";
import { noTableWords, type TextReply } from "./http/no-table.ts";
import { askPatiently } from "./http/patience.ts";
import { isSafe, urlOf } from "./http/url.ts";
import { excerpt, nothingSecret } from "./http/words.ts";
import type { Service, ServiceAnswer, ServiceContext } from "./service.ts";
import { tableOf } from "./table.ts";

const who = "Eurostat";
const usualBase = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0";
const ours: Readonly<Record<string, string>> = { format: "JSON", lang: "DE" };

export const eurostat: Service = {
  name: "eurostat",
  async fetch(mapping: Mapping, _dataset: Dataset, context: ServiceContext): Promise<ServiceAnswer> {
    const report: Diagnostic[] = [];
    const table = tableOf(mapping, who, report);
    for (const name of mapping.query.keys()) if (name in ours) report.push(error(mapping.span, reservedParameter(name)));
    const base = urlOf(context.environment["STICHTAG_EUROSTAT_URL"] || usualBase);
    if (base === undefined || !isSafe(base)) report.push(error(mapping.span, oddAddress("STICHTAG_EUROSTAT_URL")));
    if (table === undefined || base === undefined || report.length > 0) return { kind: "refused", diagnostics: report };

    context.progress(asking(who, table));
    const name = `${table}.json`;
    const place = (): string => join(answerFolder(context.folder), name);
    const url = new URL(`${base.href.replace(/\/+$/u, "")}/data/${table}`);
    for (const [parameter, value] of Object.entries(ours)) url.searchParams.append(parameter, value);
    // Several codes of one dimension are given by naming it several times.
    for (const [parameter, value] of mapping.query) {
      for (const code of value.split(",")) url.searchParams.append(parameter, code.trim());
    }
    const call = { who, method: "GET", url, headers: { accept: "application/json" }, isFile, place } as const;
    const settled = await askPatiently(call, context, nothingSecret);
    if (settled.kind === "file") {
      const query = new Map([["table", table], ...Object.entries(ours), ...mapping.query]);
      return { kind: "file", path: settled.path, name, service: "eurostat", query, diagnostics: [], settled: nothing };
    }
    const message = settled.kind === "fault" ? settled.message : wordsOf(settled);
    return { kind: "refused", diagnostics: [error(mapping.span, message)] };
  },
};

/** There is no way to ask for what is newer. */
function nothing(): void {}

/** A refusal is JSON, too, and may come under HTTP 200: it begins with its only field. */
function isFile({ beginning }: Head): boolean {
  const start = new TextDecoder().decode(beginning).replace(/^\uFEFF/u, "");
  return /^\s*\{/u.test(start) && !/^\s*\{\s*"(?:error|warning)"\s*:/u.test(start);
}

/** Eurostat's own words, `{ "error": [{ "status": 400, "label": "…" }] }`, else what can be said of any answer. */
function wordsOf(reply: TextReply): Message {
  const label = /"label"\s*:\s*("(?:[^"\\]|\\.)*")/u.exec(reply.text)?.[1];
  if (label === undefined) return noTableWords(who, reply, nothingSecret);
  const status = Number(/"status"\s*:\s*(\d{3})/u.exec(reply.text)?.[1] ?? reply.status);
  return httpStatus(who, status, excerpt(unquoted(label), nothingSecret));
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}
