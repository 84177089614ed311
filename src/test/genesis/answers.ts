/** The forms in which a GENESIS answers. */

import { crc32, deflateRawSync, constants } from "node:zlib";
import { type ZipEntry, zipEntry, zipOf } from "../../targets/pptx/zip/write.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export function json(status: number, value: unknown): Answer {
  return { status, headers: { "content-type": "application/json;charset=UTF-8" }, body: Buffer.from(JSON.stringify(value)) };
}

export interface Words {
  readonly code: number;
  readonly content: string;
  readonly type?: "Information" | "Warnung" | "Fehler";
}

/** A status, under HTTP 200 whatever it says, with an echo of the parameters. */
export function statusAnswer(
  method: string,
  { code, content, type = "Information" }: Words,
  parameters: ReadonlyMap<string, string>,
  rest: Readonly<Record<string, unknown>> = {},
): Answer {
  const [service = "", name = ""] = method.split("/");
  return json(200, {
    Ident: { Service: service, Method: name },
    Status: { Code: code, Content: content, Type: type },
    Parameter: { username: "********", password: "********", ...Object.fromEntries(parameters) },
    ...rest,
    Copyright: "© Statistisches Amt der Tests",
  });
}

/** What is wrong with credentials comes without the rest. */
export function bare(http: number, code: number, content: string): Answer {
  return json(http, { Code: code, Content: content, Type: "ERROR" });
}

export function text(http: number, type: string, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: http, headers: { "content-type": type, ...headers }, body: Buffer.from(body) };
}

/** A table as a ZIP with one file. */
export function zipped(table: string, csv: string): Answer {
  const name = `${table}_${serial(table)}_de_flat`;
  return zipAnswer(name, zipOf([zipEntry(`${name}.csv`, Buffer.from(csv), true)]));
}

function zipAnswer(name: string, body: Uint8Array): Answer {
  return {
    status: 200,
    headers: { "content-type": "application/zip", "content-disposition": `attachment; filename=${name}.zip` },
    body,
  };
}

/** A ZIP that is small and becomes so many bytes of zeros; it tells its size truly. */
export function bomb(bytes: number): Answer {
  const block = Buffer.alloc(Math.min(bytes, 1 << 24));
  const times = Math.ceil(bytes / block.length);
  // Deflated blocks that end on whole bytes can be strung together.
  const deflated = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([0x03, 0x00]);
  let crc = 0;
  for (let time = 0; time < times; time++) crc = crc32(block, crc);
  const data = Buffer.concat([...Array.from({ length: times }, () => deflated), end]);
  const entry: ZipEntry = { path: "bomb_de_flat.csv", crc, size: block.length * times, compressed: true, data };
  return zipAnswer("bomb", zipOf([entry]));
}

/** Nine digits, the same for the same table. */
export function serial(table: string): string {
  return `${crc32(table) % 1_000_000_000}`.padStart(9, "0");
}
