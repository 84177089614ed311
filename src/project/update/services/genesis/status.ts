/** The statuses of GENESIS: `{ Status: { Code, Content, Type } }`, or, where credentials are at fault, the inner part alone. */

export interface Status {
  readonly code: number;
  readonly content: string;
  /** Codes of the objects in `List`. */
  readonly listed: readonly string[];
}

export const ok = 0;
/** A failure of any kind; where credentials are wrong the text says so. */
export const failure = 2;
const notAuthorised = 15;
export const adjusted = 22;
export const nothingNewer = 50;
export const noSuchTable = 90;
export const tooLarge = 98;
export const jobCreated = 99;
/** Or not ready yet. */
export const nothingFound = 104;

/** `undefined` for a text that is no status. */
export function readStatus(text: string): Status | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return undefined;
  }
  const inner = field(answer, "Status") ?? answer;
  const code = field(inner, "Code");
  const content = field(inner, "Content");
  // Some answers have their numbers as text.
  const number = typeof code === "number" ? code : typeof code === "string" && /^-?\d+$/u.test(code) ? Number(code) : undefined;
  if (number === undefined) return undefined;
  const list = field(answer, "List");
  const listed = Array.isArray(list) ? list.flatMap((item: unknown) => asText(field(item, "Code")) ?? []) : [];
  return { code: number, content: asText(content) ?? "", listed };
}

/** Whether the text of a failure speaks of user name, password or token. */
export function isAboutCredentials({ code, content }: Status): boolean {
  return code === notAuthorised || (code === failure && /nutzername|passwort|token|username|password/iu.test(content));
}

/**
 * Names of the parameters that the service has changed: they stand at the end of its text,
 * "(Mindestens ein Parameter enthält ungültige Werte. Er wurde angepasst, um den Service starten zu können.: stand)".
 */
export function adjustedIn(content: string): readonly string[] {
  const names = /ungültige Werte.*?:([^:()]*)\)?\s*$/su.exec(content)?.[1] ?? "";
  return names.split(/[\s,;]+/u).filter((name) => name !== "");
}

/** Whether a text says that parameters were changed, named or not. */
export function speaksOfAdjustment(content: string): boolean {
  return /angepasst|ungültige Werte/iu.test(content);
}

/** The name under which a job's result will be had: the table's code, an underscore, digits. */
export function jobNameIn(content: string, table: string): string | undefined {
  return content.split(/[\s():,;]+/u).find((word) => word.startsWith(`${table}_`) && /^\d{1,20}$/u.test(word.slice(table.length + 1)));
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
