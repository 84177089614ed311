/** Requests to one GENESIS with one account: what comes back is a table, a status, or words. */

import { renameSync } from "node:fs";
import { join } from "node:path";
import { error, type Diagnostic, type Message, warning } from "../../../../source/diagnostic.ts";
import { type Account, credentialsRefused } from "../../../../source/messages/services.ts";
import type { Span } from "../../../../source/source.ts";
import type { ServiceName } from "../../../../update/mapping.ts";
import { answerFolder } from "../answer-folder.ts";
import { type Credentials, hiding } from "../credentials.ts";
import type { Head } from "../http/exchange.ts";
import { askPatiently, type Settled } from "../http/patience.ts";
import { noTableWords } from "../http/no-table.ts";
import { excerpt, type Hide } from "../http/words.ts";
import type { ServiceContext } from "../service.ts";
import { isAboutCredentials, readStatus, type Status } from "./status.ts";

/** Where a GENESIS is and what it takes. */
export interface Installation extends Account {
  readonly service: ServiceName;
  readonly base: string;
}

export type GenesisAnswer =
  | { readonly kind: "table"; readonly path: string }
  /** Anything but wrong credentials. */
  | { readonly kind: "status"; readonly status: Status }
  | { readonly kind: "fault"; readonly message: Message };

interface Settings {
  readonly installation: Installation;
  readonly base: URL;
  readonly credentials: Credentials;
  readonly context: ServiceContext;
  /** Where the service is asked for. */
  readonly span: Span;
}

/** Types under which tables come that are not packed; servers are not at one about them. */
const tableTypes: ReadonlySet<string> = new Set(["", "text/csv", "text/plain", "application/csv", "application/octet-stream"]);

export class Session {
  readonly context: ServiceContext;
  readonly installation: Installation;
  /** Whether jobs can be had: a token does not suffice. */
  readonly mayHaveJobs: boolean;
  private readonly settings: Settings;
  private readonly hide: Hide;

  constructor(settings: Settings) {
    this.settings = settings;
    this.context = settings.context;
    this.installation = settings.installation;
    this.mayHaveJobs = !settings.credentials.token;
    this.hide = hiding(settings.credentials);
  }

  get who(): string {
    return this.installation.who;
  }

  /** @param method e.g. `data/tablefile` @throws Error of the file system */
  async ask(method: string, parameters: ReadonlyMap<string, string>): Promise<GenesisAnswer> {
    const { base, credentials, context } = this.settings;
    const { username, password } = credentials;
    const settled = await askPatiently(
      {
        who: this.who,
        method: "POST",
        url: new URL(`${base.href.replace(/\/+$/u, "")}/${method}`),
        headers: { username, password, accept: "application/zip, text/csv, application/json, */*" },
        // Sent as UTF-8 and said to be: without the word GENESIS takes the body for ISO-8859-1.
        body: new URLSearchParams([...parameters]),
        isFile,
        place: () => join(answerFolder(context.folder), "answer"),
      },
      context,
      this.hide,
    );
    return this.understand(settled);
  }

  /** A service's words as they may be told. */
  quote(text: string): string {
    return excerpt(text, this.hide);
  }

  /** Whether a text of the service has none of the credentials in it, and may be kept. */
  isHarmless(text: string): boolean {
    return this.hide(text) === text;
  }

  fault(message: Message): Diagnostic {
    return error(this.settings.span, message);
  }

  warning(message: Message): Diagnostic {
    return warning(this.settings.span, message);
  }

  private understand(settled: Settled): GenesisAnswer {
    if (settled.kind === "fault") return settled;
    if (settled.kind === "file") return { kind: "table", path: settled.path };
    const status = readStatus(settled.text);
    if (status !== undefined) {
      if (!isAboutCredentials(status)) return { kind: "status", status };
      const { installation, credentials } = this.settings;
      return { kind: "fault", message: credentialsRefused(installation, this.quote(status.content), credentials.from) };
    }
    return { kind: "fault", message: noTableWords(this.who, settled, this.hide) };
  }
}

const zip = [0x50, 0x4b] as const;

/** A ZIP, whatever the server calls it; or text that is neither a status nor a page and that the server calls a table. */
function isFile({ type, beginning }: Head): boolean {
  if (isZip(beginning)) return true;
  const start = new TextDecoder().decode(beginning).trimStart();
  return start !== "" && !start.startsWith("{") && !start.startsWith("<") && tableTypes.has(type);
}

export function isZip(bytes: Uint8Array): boolean {
  return zip.every((byte, at) => bytes[at] === byte);
}

/** Gives the file of an answer the name that it keeps. */
export function named(path: string, name: string): string {
  const to = join(path, "..", name);
  renameSync(path, to);
  return to;
}
