import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Outcome } from "../../source/diagnostic.ts";
import { zipEntry, zipOf } from "../../targets/pptx/zip/write.ts";
import { folderWith } from "../testing.ts";
import { type FileInspection, inspectFile, type Limits, readPowerPoint } from "./reader.ts";

const table = "Gemeinde;Stichtag;Einwohner\nBarßel;30.06.2025;13812\nBösel;30.06.2025;8906\n";

function look(path: string, limits?: Limits): Promise<Outcome<FileInspection>> {
  return inspectFile({ content: { path }, name: "gesandt.csv" }, limits);
}

async function faultsOf(path: string, limits?: Limits): Promise<readonly string[]> {
  const { value, diagnostics } = await look(path, limits);
  expect(value).toBeUndefined();
  return diagnostics.map(({ message }) => message.code);
}

/** Measures and how many numbers each has. */
function numbersIn({ value }: Outcome<FileInspection>): readonly string[] {
  return [...(value?.inspection.measures ?? [])].map(([code, { numbers }]) => `${code}: ${numbers}`);
}

const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("a file", () => {
  it("is read in a thread of its own, with the check sum of its bytes", async () => {
    const { root } = folderWith({ "a.csv": table });
    const found = await look(join(root, "a.csv"));
    expect(found.diagnostics).toEqual([]);
    expect(found.value).toMatchObject({ kind: "inspect", sha256: sha256(table), size: Buffer.byteLength(table) });
    expect(numbersIn(found)).toEqual(["Einwohner: 2"]);
    expect(found.value?.inspection.head.variables.map(({ code }) => code)).toEqual(["Gemeinde", "Stichtag", "MERKMAL"]);
  });

  it("may come as bytes, as an archive, as a workbook, or as one in the other", async () => {
    const workbook = await writeXlsx({
      sheets: [
        {
          name: "T",
          rows: table
            .trim()
            .split("\n")
            .map((line) => line.split(";")),
        },
      ],
    });
    const packed = zipOf([zipEntry("t/12411.csv", Buffer.from(table), true)]);
    const both = zipOf([zipEntry("a.xlsx", workbook, false)]);
    for (const [bytes, archived] of [[Buffer.from(table)], [packed, "12411.csv"], [workbook], [both, "a.xlsx"]] as const) {
      const found = await inspectFile({ content: { bytes }, name: "antwort" });
      expect(numbersIn(found)).toEqual(["Einwohner: 2"]);
      expect(found.value?.sha256).toBe(sha256(bytes));
      expect(found.value?.archived).toBe(archived);
    }
  });

  it("of many pieces has the check sum of all of them", async () => {
    const long = `${table}${"Emstek;30.06.2025;1\n".repeat(100_000)}`;
    const { root } = folderWith({ "a.csv": long });
    expect((await look(join(root, "a.csv"))).value).toMatchObject({ sha256: sha256(long), size: Buffer.byteLength(long) });
  });
});

describe("in words and not in a hang or a crash end", () => {
  it("a file that is not there, a folder, and a link to nothing", async () => {
    const { root } = folderWith({ "a/b.csv": table });
    symlinkSync(join(root, "weg.csv"), join(root, "link.csv"));
    expect(await faultsOf(join(root, "x.csv"))).toEqual(["update-file-missing"]);
    expect(await faultsOf(join(root, "a", "b.csv", "c"))).toEqual(["update-file-missing"]);
    expect(await faultsOf(join(root, "link.csv"))).toEqual(["update-file-missing"]);
    expect(await faultsOf(join(root, "a"))).toEqual(["update-not-a-file"]);
    // Who gives a folder in place of a presentation is not told of tables.
    const { diagnostics } = await readPowerPoint({ path: join(root, "a") }, "a");
    expect(diagnostics.map(({ message }) => message.de)).toEqual(["»a« ist ein Ordner. Gebraucht wird die Datei selbst."]);
  });

  it.skipIf(process.platform === "win32")("a named pipe, a device, a socket", async () => {
    const { root } = folderWith({});
    execFileSync("mkfifo", [join(root, "pipe")]);
    const server = createServer().listen(join(root, "socket"));
    onTestFinished(() => void server.close());
    expect(await faultsOf(join(root, "pipe"))).toEqual(["update-not-a-file"]);
    expect(await faultsOf("/dev/zero")).toEqual(["update-not-a-file"]);
    expect(await faultsOf(join(root, "socket"))).toEqual(["update-not-a-file"]);
  });

  it.skipIf(process.getuid?.() === 0)("a file that may not be read", async () => {
    const { root } = folderWith({ "a.csv": table });
    chmodSync(join(root, "a.csv"), 0);
    expect(await faultsOf(join(root, "a.csv"))).toEqual(["unreadable"]);
  });

  it("files that are no tables", async () => {
    const { root } = folderWith({ "leer.csv": "", "seite.csv": "<!doctype html><title>Anmelden</title>", "b.pdf": "%PDF-1.7 …" });
    expect(await faultsOf(join(root, "leer.csv"))).toEqual(["empty-table-file"]);
    expect(await faultsOf(join(root, "seite.csv"))).toEqual(["html-page"]);
    expect(await faultsOf(join(root, "b.pdf"))).toEqual(["foreign-file"]);
  });

  it("damaged archives and workbooks, also where it shows only while they are read", async () => {
    const packed = Buffer.from(zipOf([zipEntry("a.csv", Buffer.from(table.repeat(1000)), true)]));
    packed[200] = (packed[200] ?? 0) ^ 0xff;
    const { root } = folderWith({ "a.zip": packed, "b.zip": packed.subarray(0, 300), "leer.zip": zipOf([]) });
    expect(await faultsOf(join(root, "a.zip"))).toEqual(["archive-damaged"]);
    expect(await faultsOf(join(root, "b.zip"))).toEqual(["archive-damaged"]);
    expect(await faultsOf(join(root, "leer.zip"))).toEqual(["archive-without-table"]);
  });

  it("what takes more memory than is allowed", async () => {
    const rows = Array.from({ length: 400_000 }, (_, at) => `{"ort":"Ort Nummer ${at}","zahl":${at}}`);
    const { root } = folderWith({ "a.json": `[${rows.join(",\n")}]` });
    expect(await faultsOf(join(root, "a.json"), { memory: 48, time: 60_000 })).toEqual(["reading-too-much-memory"]);
  });

  it("what takes longer than is allowed", async () => {
    const rows = Array.from({ length: 400_000 }, (_, at) => `Ort Nummer ${at};30.06.2025;${at}\n`);
    const { root } = folderWith({ "a.csv": `Gemeinde;Stichtag;Einwohner\n${rows.join("")}` });
    const start = performance.now();
    expect(await faultsOf(join(root, "a.csv"), { memory: 512, time: 30 })).toEqual(["reading-too-long"]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
