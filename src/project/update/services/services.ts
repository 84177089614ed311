/** The services, one line each. */

import { error } from "../../../source/diagnostic.ts";
import { cannotWrite } from "../../../source/messages/project.ts";
import { noService } from "../../../source/messages/services.ts";
import type { Dataset } from "../../../data/dataset.ts";
import type { Mapping, ServiceName } from "../../../update/mapping.ts";
import { codeOf } from "../../disk.ts";
import { WriteError } from "../../write.ts";
import { download } from "./download.ts";
import { eurostat } from "./eurostat.ts";
import { genesis, regionaldatenbank, zensus } from "./genesis.ts";
import type { Service, ServiceAnswer, ServiceContext } from "./service.ts";

export const services: Readonly<Record<ServiceName, Service>> = { genesis, regionaldatenbank, zensus, eurostat, download };

/** What concerns a service as a whole, and not one of its tables. */
const wide: ReadonlySet<string> = new Set([
  "credentials-missing",
  "credentials-incomplete",
  "credentials-no-tokens",
  "credentials-unsendable",
  "credentials-unreadable",
  "credentials-refused",
  "service-odd-address",
  "service-unreachable",
  "service-certificate",
  "service-silent",
  "service-busy",
  "service-redirected",
  "service-web-page",
]);

/** Whether the service would refuse any other table just so: to go on asking could lock an account, or wait for nothing. */
export function concernsAll(mapping: Mapping, answer: ServiceAnswer): boolean {
  const ofOneHost = mapping.service !== "download";
  return ofOneHost && answer.kind === "refused" && answer.diagnostics.some(({ message }) => wide.has(message.code));
}

/**
 * Fetches what a mapping names from its service. Never throws for what a service, the network or a person does wrong:
 * that comes as diagnostics at the mapping.
 *
 * @throws WriteError where the context's folders cannot be written
 */
export async function fetchTable(mapping: Mapping, dataset: Dataset, context: ServiceContext): Promise<ServiceAnswer> {
  if (mapping.service === undefined) return { kind: "refused", diagnostics: [error(mapping.span, noService())] };
  try {
    return await services[mapping.service].fetch(mapping, dataset, context);
  } catch (reason) {
    // What is left is the file system: a full disk, a folder that may not be written to.
    if (reason instanceof Error && "syscall" in reason) throw new WriteError(cannotWrite(context.folder, codeOf(reason)));
    throw reason;
  }
}
