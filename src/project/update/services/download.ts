/** A plain file behind an address, without an account. */

import { join } from "node:path";
import type { Dataset } from "../../../data/dataset.ts";
import { error } from "../../../source/diagnostic.ts";
import { asking, credentialsInAddress, noAddress } from "../../../source/messages/services.ts";
import type { Mapping } from "../../../update/mapping.ts";
import { answerFolder } from "./answer-folder.ts";
import type { Head } from "./http/exchange.ts";
import { noTableWords } from "./http/no-table.ts";
import { askPatiently } from "./http/patience.ts";
import { urlOf, withoutQuery } from "./http/url.ts";
import { isPage, nothingSecret } from "./http/words.ts";
import type { Service, ServiceAnswer, ServiceContext } from "./service.ts";

export const download: Service = {
  name: "download",
  async fetch(mapping: Mapping, _dataset: Dataset, context: ServiceContext): Promise<ServiceAnswer> {
    const url = mapping.address === undefined ? undefined : urlOf(mapping.address);
    const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
    if (url === undefined || !isWeb) return { kind: "refused", diagnostics: [error(mapping.span, noAddress())] };
    if (url.username !== "" || url.password !== "") {
      return { kind: "refused", diagnostics: [error(mapping.span, credentialsInAddress())] };
    }
    const address = withoutQuery(url);
    for (const [parameter, value] of mapping.query) url.searchParams.append(parameter, value);
    url.hash = "";
    const who = url.host;
    const name = nameOf(url);
    context.progress(asking(who, name));
    const place = (): string => join(answerFolder(context.folder), name);
    const settled = await askPatiently({ who, method: "GET", url, headers: { accept: "*/*" }, isFile, place }, context, nothingSecret);
    if (settled.kind === "file") {
      const query = new Map([["address", address], ...mapping.query]);
      return { kind: "file", path: settled.path, name, service: "download", query, diagnostics: [], settled: nothing };
    }
    const message = settled.kind === "fault" ? settled.message : noTableWords(who, settled, nothingSecret);
    return { kind: "refused", diagnostics: [error(mapping.span, message)] };
  },
};

/** There is no way to ask for what is newer. */
function nothing(): void {}

/** Anything but nothing and a web page: what it is will be found out when it is read. */
function isFile({ beginning, type }: Head): boolean {
  return beginning.length > 0 && type !== "text/html" && !isPage(new TextDecoder().decode(beginning));
}

/** The last part of the address, as the name of a file on any system. */
function nameOf(url: URL): string {
  let last = url.pathname.split("/").findLast((part) => part !== "") ?? "";
  try {
    last = decodeURIComponent(last);
  } catch {
    // Then as it is written.
  }
  const plain = last.replaceAll(/[^\p{L}\p{N}._-]+/gu, "_").replace(/^\.+/u, "");
  return plain.slice(-80) || "download";
}
