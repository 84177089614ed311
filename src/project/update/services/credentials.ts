/**
 * Credentials of a service: from the environment, else from `credentials.yaml` in the project's folder. Nothing that
 * stands in that file is ever told, not even where it cannot be read: its diagnostics have no line to show.
 */

import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { textOf } from "../../../data/fields.ts";
import { parseYaml, type YamlNode } from "../../../data/yaml.ts";
import { error, type Diagnostic, type Message, warning } from "../../../source/diagnostic.ts";
import { emptyFile } from "../../../source/messages/yaml.ts";
import { unreadable } from "../../../source/messages/project.ts";
import {
  type Account,
  credentialsIncomplete,
  credentialsMissing,
  credentialsNotIgnored,
  credentialsOpen,
  credentialsUnreadable,
  credentialsUnsendable,
  noTokens,
} from "../../../source/messages/services.ts";
import { positionAt, type Source, spanOf, type Span, toSource } from "../../../source/source.ts";
import { codeOf, look } from "../../disk.ts";
import type { Hide } from "./http/words.ts";

export interface Credentials {
  /** Or a token. */
  readonly username: string;
  /** Empty beside a token. */
  readonly password: string;
  readonly token: boolean;
  /** For people: names of variables, or of the file. */
  readonly from: string;
}

const file = "credentials.yaml";

/** What somebody has written down; blanks around do not count, and what is empty is not there. */
interface Written {
  readonly username?: string;
  readonly password?: string;
  readonly token?: string;
  readonly from: string;
}

/**
 * Credentials that can be sent; else `undefined` and at least one error in `report`.
 *
 * @param span where the service is asked for
 */
export function readCredentials(
  account: Account,
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
  span: Span,
  report: Diagnostic[],
): Credentials | undefined {
  const faults: Diagnostic[] = [];
  const written = inEnvironment(account.service, environment) ?? inFile(account.service, root, faults);
  report.push(...faults);
  if (faults.some(({ severity }) => severity === "error")) return undefined;
  const complete = written === undefined ? credentialsMissing(account) : completed(written, account);
  if ("username" in complete) return complete;
  report.push(error(span, complete));
  return undefined;
}

function completed({ username, password, token, from }: Written, account: Account): Credentials | Message {
  // A password can do more than a token: only with one can large tables be had.
  if (token !== undefined && username === undefined && password === undefined) {
    if (!account.tokens) return noTokens(account.who);
    return isSendable(token) ? { username: token, password: "", token: true, from } : credentialsUnsendable(account.who, from);
  }
  if (username === undefined) return credentialsIncomplete(account.who, "username", from);
  if (password === undefined) return credentialsIncomplete(account.who, "password", from);
  const sendable = isSendable(username) && isSendable(password);
  return sendable ? { username, password, token: false, from } : credentialsUnsendable(account.who, from);
}

/** Headers are bytes: Latin-1 without control characters. */
function isSendable(text: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u00ff]+$/u.test(text);
}

function inEnvironment(service: string, environment: Readonly<Record<string, string | undefined>>): Written | undefined {
  const prefix = `STICHTAG_${service.toUpperCase()}`;
  const names = { username: `${prefix}_USERNAME`, password: `${prefix}_PASSWORD`, token: `${prefix}_TOKEN` };
  const [username, password, token] = [names.username, names.password, names.token].map((name) => filled(environment[name]));
  const from = [username && names.username, password && names.password, token && names.token].filter(Boolean).join(", ");
  return from === "" ? undefined : { ...given(username, password, token), from };
}

function inFile(service: string, root: string, report: Diagnostic[]): Written | undefined {
  const path = join(root, file);
  if (look(path).kind === "nothing") return undefined;
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch (reason) {
    report.push(error(blank(1), unreadable(file, codeOf(reason))));
    return undefined;
  }
  report.push(...exposure(root, path));
  const source = toSource(file, content);
  const { value, diagnostics } = parseYaml(source);
  // Comments at most.
  if (diagnostics.some(({ message }) => message.code === emptyFile().code)) return undefined;
  const fault = diagnostics.find(({ severity }) => severity === "error");
  if (fault !== undefined || value?.kind !== "mapping") {
    report.push(error(blank(lineOf(source, fault?.span ?? value?.span)), credentialsUnreadable()));
    return undefined;
  }
  const entry = value.entries.find(({ key }) => key === service);
  if (entry === undefined || isEmpty(entry.value)) return undefined;
  const fields = entry.value.kind === "mapping" ? entry.value.entries : [];
  const read = new Map(fields.map(({ key, value: field }) => [key, scalarText(field)]));
  const odd = fields.length === 0 || [...read].some(([key, text]) => !known.has(key) || text === undefined);
  if (odd) {
    report.push(error(blank(lineOf(source, entry.value.span)), credentialsUnreadable()));
    return undefined;
  }
  const [username, password, token] = ["username", "password", "token"].map((name) => filled(read.get(name)));
  return { ...given(username, password, token), from: file };
}

const known: ReadonlySet<string> = new Set(["username", "password", "token"]);

function scalarText(node: YamlNode): string | undefined {
  if (node.kind !== "scalar") return undefined;
  // As it is written: a password of digits is no number.
  return node.value === null ? "" : textOf(node);
}

function isEmpty(node: YamlNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? undefined : trimmed;
}

function given(username?: string, password?: string, token?: string): Omit<Written, "from"> {
  return {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(token === undefined ? {} : { token }),
  };
}

/** Who else may come by the file. */
function exposure(root: string, path: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  // 0 is ignored, 1 is not, anything else: no git here, so nothing to check in.
  const { status } = spawnSync("git", ["check-ignore", "--quiet", "--", file], { cwd: root, stdio: "ignore", timeout: 5000 });
  if (status === 1) found.push(warning(blank(1), credentialsNotIgnored()));
  const others = process.platform === "win32" ? 0 : statSync(path).mode & 0o077;
  if (others !== 0) found.push(warning(blank(1), credentialsOpen()));
  return found;
}

function lineOf(source: Source, span: Span | undefined): number {
  return span === undefined ? 1 : positionAt(source, span.start).line;
}

/** A line of the file without what stands in it. */
function blank(line: number): Span {
  return spanOf({ path: file, text: "", firstLine: line }, 0, 0);
}

const veil = "•••";

/** Replaces credentials wherever a text has them, as they are and as addresses, forms and JSON write them, in capitals or not. */
export function hiding({ username, password }: Credentials): Hide {
  const secrets = [password, username].filter((secret) => secret !== "");
  const forms = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams([["", secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64").replace(/=+$/u, ""),
  ]);
  const all = new Set([...forms, Buffer.from(`${username}:${password}`).toString("base64")]);
  // The longest first: one may contain another.
  const patterns = [...all].toSorted((a, b) => b.length - a.length).map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
  // In capitals or not: servers and this program change that, as in a content type.
  const any = new RegExp(patterns.join("|"), "giu");
  return (text) => text.replaceAll(any, veil);
}
