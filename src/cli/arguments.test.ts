import { describe, expect, it } from "vitest";
import { parseCommandLine, type Request } from "./arguments.ts";

function requestOf(...words: string[]): Request {
  const parsed = parseCommandLine(words);
  if ("faults" in parsed) throw new Error(parsed.faults.map(({ en }) => en).join(" "));
  return parsed.request;
}

function updateFaults(...words: string[]): readonly string[] {
  const parsed = parseCommandLine(["update", ...words]);
  return "faults" in parsed ? parsed.faults.map(({ code }) => code) : [];
}

function faultsOf(...words: string[]): readonly string[] {
  const parsed = parseCommandLine(words);
  return "faults" in parsed ? parsed.faults.map(({ en }) => en) : [];
}

const unasked = { pptx: false, words: [], accept: false, strict: false };

describe("parseCommandLine", () => {
  it("reads a build with all it can be asked", () => {
    const words = ["build", "--deck", "a", "--deck=b", "--as-of", "2017-08-07", "--lang", "en", "--out", "ziel", "--root", "dort"];
    expect(requestOf(...words)).toEqual({
      command: "build",
      root: "dort",
      open: true,
      language: "en",
      decks: ["a", "b"],
      asOf: "2017-08-07",
      out: "ziel",
      ...unasked,
    });
  });

  it("reads a start", () => {
    expect(requestOf("start", "--no-open", "--port", "4000")).toEqual({
      command: "start",
      root: ".",
      open: false,
      port: 4000,
      ...unasked,
    });
    expect(requestOf("start")).toEqual({ command: "start", root: ".", open: true, ...unasked });
  });

  it("reads what is asked of PowerPoint", () => {
    expect(requestOf("build", "--pptx").pptx).toBe(true);
    expect(requestOf("pptx", "--deck", "a", "--out", "ziel")).toMatchObject({ command: "pptx", decks: ["a"], out: "ziel" });
    expect(faultsOf("pptx", "--pptx")).toEqual(["There is no option --pptx."]);
    expect(faultsOf("start", "--pptx")).toEqual(["There is no option --pptx."]);
  });

  it("reads what is asked of an update, a comparison and a check", () => {
    const words = ["update", "a", "b", "--from", "x.csv", "--stichtag", "2025-12-31", "--accept", "--today", "2026-01-01"];
    expect(requestOf(...words)).toMatchObject({
      command: "update",
      words: ["a", "b"],
      from: "x.csv",
      stichtag: "2025-12-31",
      accept: true,
      today: "2026-01-01",
    });
    expect(requestOf("diff", "2017-08-07", "latest", "--format", "json")).toMatchObject({
      words: ["2017-08-07", "latest"],
      format: "json",
    });
    expect(requestOf("check", "--strict", "--known-on", "2017-08-07")).toMatchObject({ strict: true, knownOn: "2017-08-07" });
    expect(faultsOf("diff", "a", "b", "c")).toEqual(['"c" means nothing here.']);
    expect(faultsOf("diff", "--format", "xml")).toEqual(['--format needs one of text, markdown, json, slide, not "xml".']);
    expect(faultsOf("build", "--known-on", "latest")).toEqual(['--known-on needs a day such as 2017-08-07, not "latest".']);
  });

  it("refuses what of an update means nothing together", () => {
    expect(updateFaults("--inspect", "a.csv", "--from", "b.csv")).toEqual(["inspect-or-from"]);
    expect(updateFaults("a", "--stichtag", "2025-12-31")).toEqual(["stichtag-without-from"]);
    expect(updateFaults("--inspect", "a.csv", "--stichtag", "2025-12-31")).toEqual(["stichtag-without-from"]);
    expect(updateFaults("a", "--stichtag", "2025-12-31", "--from", "a.csv")).toEqual([]);
  });

  it("takes latest for a day", () => {
    expect(requestOf("build", "--as-of", "latest").asOf).toBe("latest");
  });

  it.each([[[]], [["--help"]], [["-h"]], [["help"]], [["build", "--help"]], [["start", "-h"]]])("gives help for %j", (words) => {
    expect(requestOf(...words).command).toBe("help");
  });

  it.each([
    [["biuld"], ['There is no command "biuld". Did you mean build?']],
    [
      ["build", "--dekc", "a"],
      ["There is no option --dekc. Did you mean --deck?", '"a" means nothing here.'],
    ],
    [["build", "--no-open"], ["There is no option --no-open."]],
    [["start", "--out", "x"], ["There is no option --out."]],
    [["build", "--deck"], ["--deck needs a value after it."]],
    [
      ["build", "--deck", "--as-of", "latest"],
      ["--deck needs a value after it.", '"latest" means nothing here.'],
    ],
    [["start", "--open=ja"], ["--open takes no value."]],
    [["build", "-x"], ["There is no option -x."]],
    [["build", "mut"], ['"mut" means nothing here.']],
    [["build", "--as-of", "2017-02-30"], ['--as-of needs a day such as 2017-08-07, or latest, not "2017-02-30".']],
    [["build", "--as-of", "gestern"], ['--as-of needs a day such as 2017-08-07, or latest, not "gestern".']],
    [["build", "--lang", "fr"], ['--lang needs de or en, not "fr".']],
    [["start", "--port", "0"], ['--port needs a number from 1 to 65535, not "0".']],
  ])("says what is wrong with %j", (words, faults) => {
    expect(faultsOf(...words)).toEqual(faults);
  });

  it("answers in the language asked for, faults or not", () => {
    const parsed = parseCommandLine(["build", "--lang", "en", "--dekc"]);
    expect("faults" in parsed ? parsed.language : undefined).toBe("en");
  });
});
