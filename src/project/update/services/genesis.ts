/**
 * GENESIS: one protocol ("REST 2020"), three services. Everything goes by POST, credentials in headers; a table comes as
 * a file, everything else is a status in JSON, and that under HTTP 200 as well.
 *
 *     mapping ─parametersOf→ parameters ─tablefile→ file
 *                                          ├ 50 → nothing newer
 *                                          ├ 98 → as a job ─99→ name ─results … results→ ready ─resultfile→ file
 *                                          └ any other → words
 */

import type { Dataset } from "../../../data/dataset.ts";
import type { IsoDate } from "../../../data/figure.ts";
import { error, type Diagnostic } from "../../../source/diagnostic.ts";
import { oddAddress } from "../../../source/messages/services.ts";
import type { Mapping } from "../../../update/mapping.ts";
import { readCredentials } from "./credentials.ts";
import { Notes } from "./genesis/notes.ts";
import { parametersOf, standOf } from "./genesis/query.ts";
import { Session, type Installation } from "./genesis/session.ts";
import { tableFile } from "./genesis/table-file.ts";
import { isSafe, urlOf } from "./http/url.ts";
import type { Service, ServiceAnswer, ServiceContext } from "./service.ts";
import { tableOf } from "./table.ts";

export const genesis: Service = serviceAt({
  service: "genesis",
  who: "GENESIS-Online",
  base: "https://www-genesis.destatis.de/genesisWS/rest/2020",
  register: "https://www-genesis.destatis.de/datenbank/online",
  tokens: true,
});

export const regionaldatenbank: Service = serviceAt({
  service: "regionaldatenbank",
  who: "Regionaldatenbank Deutschland",
  base: "https://www.regionalstatistik.de/genesisws/rest/2020",
  register: "https://www.regionalstatistik.de/genesis/online",
  tokens: false,
});

export const zensus: Service = serviceAt({
  service: "zensus",
  who: "Zensusdatenbank",
  base: "https://ergebnisse.zensus2022.de/api/rest/2020",
  register: "https://ergebnisse.zensus2022.de/datenbank/online",
  tokens: true,
});

function serviceAt(installation: Installation): Service {
  return {
    name: installation.service,
    async fetch(mapping: Mapping, dataset: Dataset, context: ServiceContext): Promise<ServiceAnswer> {
      const report: Diagnostic[] = [];
      const table = tableOf(mapping, installation.who, report);
      const query = table === undefined ? undefined : parametersOf(mapping, table, installation.who, report);
      const base = baseOf(installation, mapping, context, report);
      const credentials = readCredentials(installation, context.root, context.environment, mapping.span, report);
      if (table === undefined || query === undefined || base === undefined || credentials === undefined) {
        return { kind: "refused", diagnostics: report };
      }
      const session = new Session({ installation, base, credentials, context, span: mapping.span });
      const notes = new Notes(context.jobs, installation.service, table, query);
      const stand = notes.isSettled(mapping, dataset, context.last) ? standOf(query, context.last) : undefined;
      const found = await tableFile({ session, table, query, stand, asked: mapping.query, notes });
      const diagnostics = [...report, ...found.diagnostics];
      if (found.kind !== "file") return { kind: found.kind, diagnostics };
      const settled = (by: Mapping, of: Dataset, on: IsoDate): void => notes.settle(by, of, on);
      return { kind: "file", path: found.path, name: found.name, service: installation.service, query, diagnostics, settled };
    },
  };
}

/** A mirror or a server of tests may be named in the environment. */
function baseOf({ service, base }: Installation, mapping: Mapping, context: ServiceContext, report: Diagnostic[]): URL | undefined {
  const variable = `STICHTAG_${service.toUpperCase()}_URL`;
  const url = urlOf(context.environment[variable] || base);
  if (url !== undefined && isSafe(url)) return url;
  report.push(error(mapping.span, oddAddress(variable)));
  return undefined;
}
