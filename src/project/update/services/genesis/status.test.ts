import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedIn, jobNameIn, readStatus } from "./status.ts";

describe("a status", () => {
  it("is read in both forms, with numbers as numbers or text", () => {
    expect(readStatus('{"Status":{"Code":104,"Content":"nichts"},"List":null}')).toEqual({ code: 104, content: "nichts", listed: [] });
    expect(readStatus('{"Code":"15","Content":"wer?","Type":"ERROR"}')).toEqual({ code: 15, content: "wer?", listed: [] });
    expect(readStatus('{"Status":{"Code":0,"Content":null},"List":[{"Code":"a_1"},{},null]}')).toEqual({
      code: 0,
      content: "",
      listed: ["a_1"],
    });
  });

  it("is not seen in what is none", () => {
    for (const text of ["", "null", "[]", "7", "{}", '{"Status":"ok"}', '{"Code":"x"}', "<html>", '{"Status":{"Code":1.']) {
      expect(readStatus(text), text).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (text) => readStatus(text) === undefined || /\d/u.test(text)));
    fc.assert(fc.property(fc.json(), (text) => readStatus(text) === undefined || text.includes("Code")));
  });

  it("says what it says, whatever stands beside it", () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.anything(), (code, content, rest) => {
        const text = JSON.stringify({ Ident: rest, Status: { Code: code, Content: content }, List: [{ Code: content }, rest] });
        expect(readStatus(text)).toMatchObject({ code, content });
        expect(readStatus(text)?.listed[0]).toBe(content);
      }),
    );
  });

  it("names a job, and only one of its own table", () => {
    const words = "kann mit folgendem Namen abgerufen werden: 12531-0043_175879554";
    expect(jobNameIn(words, "12531-0043")).toBe("12531-0043_175879554");
    expect(jobNameIn(`${words} (Mindestens ein Parameter …: stand)`, "12531-0043")).toBe("12531-0043_175879554");
    expect(jobNameIn(words, "12531-004")).toBeUndefined();
    expect(jobNameIn("… werden: 12531-0043_../../etc", "12531-0043")).toBeUndefined();
    expect(jobNameIn("", "12531-0043")).toBeUndefined();
  });

  it("names the parameters that were changed", () => {
    const note = "Mindestens ein Parameter enthält ungültige Werte. Er wurde angepasst, um den Service starten zu können.";
    expect(adjustedIn(`erfolgreich (${note}: stand)`)).toEqual(["stand"]);
    expect(adjustedIn(`… werden: 1-2_3 (${note}: startyear, regionalkey)`)).toEqual(["startyear", "regionalkey"]);
    expect(adjustedIn("erfolgreich")).toEqual([]);
  });
});
