/** The name of a job that a service works on, kept so that a later run can take it up. No credentials in it. */

import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFile } from "../../../write.ts";

export interface Job {
  /** E.g. "12531-0043_175879554". */
  readonly name: string;
  /** ms since 1970. */
  readonly since: number;
}

/** The file of jobs with one query. */
export class JobFile {
  readonly path: string;
  private readonly table: string;

  constructor(folder: string, service: string, table: string, query: ReadonlyMap<string, string>) {
    const hash = createHash("sha256")
      .update(JSON.stringify([...query].toSorted(([a], [b]) => (a < b ? -1 : 1))))
      .digest("hex")
      .slice(0, 12);
    this.path = join(folder, `${service}-${table}-${hash}.json`);
    this.table = table;
  }

  /** `undefined` where there is none, or the file is damaged: then the job is begun anew. */
  read(): Job | undefined {
    let found: unknown;
    try {
      found = JSON.parse(readFileSync(this.path, "utf8"));
    } catch {
      return undefined;
    }
    if (typeof found !== "object" || found === null || !("name" in found) || !("since" in found)) return undefined;
    const { name, since } = found;
    if (typeof name !== "string" || typeof since !== "number") return undefined;
    return name.startsWith(`${this.table}_`) && Number.isFinite(since) ? { name, since } : undefined;
  }

  /** @throws WriteError */
  write(job: Job): void {
    writeFile(this.path, `${JSON.stringify(job)}\n`);
  }

  forget(): void {
    rmSync(this.path, { force: true });
  }
}
