import { describe, expect, it } from "vitest";
import { speak } from "../../source/diagnostic.ts";
import type { FormatName } from "../table.ts";
import { formatOf, formats } from "./formats.ts";
import { latin1 } from "./testing.ts";

function found(content: string | Uint8Array, { name = "datei.csv", wanted }: { name?: string; wanted?: FormatName } = {}): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { value, diagnostics } = formatOf({ name, bytes: bytes.subarray(0, 65_536) }, wanted);
  return [value?.name, ...diagnostics.map((diagnostic) => speak(diagnostic, "de"))].filter((text) => text !== undefined).join("\n");
}

const flat = "statistics_code;statistics_label;time_code;time_label;time;value;value_unit;value_variable_code;value_variable_label\n";

describe("the format of a file", () => {
  it("is each one's own, whatever its encoding", () => {
    for (const [name, format] of Object.entries(formats)) expect(format.name).toBe(name);
    expect(found(flat)).toBe("ffcsv");
    expect(found(`\uFEFF${flat}`)).toBe("ffcsv");
    expect(found(Buffer.from(`\uFEFF${flat}`, "utf16le"))).toBe("ffcsv");
    expect(found('"statistics_code";"statistics_label"\n')).toBe("ffcsv");
    expect(found("Statistik_Code;Statistik_Label;Zeit_Code\n")).toBe("ffcsv");
    expect(found(latin1("GENESIS-Tabelle: 12411-01-01-4\nBevölkerung;;\n"))).toBe("genesis-csv");
    expect(found("Tabelle: 12521-0041\n")).toBe("genesis-csv");
    expect(found("Ort;Einwohner\nMöwenstadt;12\n")).toBe("csv");
  });

  it("is what somebody says, but not where the file plainly is another", () => {
    expect(found("Ort;Einwohner\nMöwenstadt;12\n", { wanted: "ffcsv" })).toBe("ffcsv");
    expect(found(flat, { wanted: "ffcsv" })).toBe("ffcsv");
    expect(found(flat, { wanted: "genesis-csv" })).toMatch(
      /\[other-table-format\] Unter update: steht »format: genesis-csv«, aber diese Datei ist ffcsv\./,
    );
  });
});

describe("what is no table", () => {
  it("is a page of the web", () => {
    const page = "<!DOCTYPE html>\n<html><head><title>Anmeldung\n  – Dienst</title></head><body>…</body></html>";
    expect(found(page)).toMatch(
      /^datei\.csv:1:1 Fehler \[html-page\] Das ist keine Tabelle, sondern eine Webseite mit dem Titel »Anmeldung – Dienst«/,
    );
    for (const other of ["  \n<html lang=de>", '<?xml version="1.0"?>\n<html>', "<!-- x -->\n<HEAD>", "\uFEFF<!doctype html>"]) {
      expect(found(other)).toContain("[html-page]");
      expect(found(other, { wanted: "csv" })).toContain("[html-page]");
    }
  });

  it("is an empty file", () => {
    expect(found("")).toContain("[empty-table-file] Die Datei ist leer.");
    expect(found(" \r\n\n")).toContain("[empty-table-file]");
    expect(found("\uFEFF")).toContain("[empty-table-file]");
  });

  it("is a message of the service, whose words are told, but not what it was asked", () => {
    const answer = {
      Ident: { Service: "data", Method: "tablefile" },
      Status: { Code: 98, Content: 'Die Tabelle ist "zu groß".', Type: "Fehler" },
      Parameter: { username: "geheim" },
    };
    expect(found(JSON.stringify(answer))).toBe(
      'datei.csv:1:1 Fehler [service-status] Das ist keine Tabelle, sondern eine Meldung des Dienstes (Status 98): »Die Tabelle ist "zu groß".«',
    );
    expect(found('{"Status":{"Code":"104"}}')).toContain("(Status 104)");
  });

  it("is a file of another kind", () => {
    expect(found(Buffer.from(flat, "utf16le"))).toContain("[foreign-file]");
    expect(found(Buffer.from(flat, "utf16le"), { wanted: "ffcsv" })).toBe("ffcsv");
    expect(found(latin1("%PDF-1.7\n%âãÏÓ"))).toContain("Das ist eine PDF-Datei");
    expect(found(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toContain("im alten Excel-Format");
    expect(found(Uint8Array.of(0x1f, 0x8b, 8, 0))).toContain("Das ist eine gzip-Datei");
    expect(found(Uint8Array.of(1, 2, 0, 3))).toBe(
      "datei.csv:1:1 Fehler [foreign-file] Das ist keine Textdatei und keine Arbeitsmappe (xlsx); in dieser Form kann keine Tabelle gelesen werden.",
    );
  });
});
