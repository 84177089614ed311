import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canvasClass, themeCss } from "./css.ts";
import { layouts } from "./layouts.ts";
import * as tokens from "./tokens.ts";
import { colours, text } from "./tokens.ts";

const generated = themeCss();
const folder = new URL("./", import.meta.url);
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith(".css"))
  .map((name): readonly [string, string] => [name, readFileSync(new URL(name, folder), "utf8")]);

function count(sheet: string, sign: string): number {
  return sheet.split(sign).length - 1;
}

describe("the generated style sheet", () => {
  it("has every colour and size as a variable", () => {
    for (const [name, hex] of Object.entries(colours)) expect(generated).toContain(`--colour-${name}:${hex}`);
    for (const [name, { size, line }] of Object.entries(text)) expect(generated).toContain(`--text-${name}:${size}px/${line}px`);
  });

  it("has the box of every region of every layout on every canvas", () => {
    for (const canvas of ["16:9", "4:3"] as const) {
      for (const layout of Object.values(layouts[canvas])) {
        for (const { name, x, y, width, height } of layout.regions) {
          const selector = `.layout-${layout.name}.${canvasClass(canvas)}>.region-${name}`;
          const rule = generated.split("\n").find((line) => line.split("{")[0]?.split(",").includes(selector));
          expect(rule, selector).toContain(`{--x:${x}px;--y:${y}px;--width:${width}px;--height:${height}px}`);
        }
      }
    }
  });

  it("follows other tokens", () => {
    expect(generated).not.toContain("#c0ffee");
    expect(themeCss({ ...tokens, colours: { ...colours, blue: "#c0ffee" } })).toContain("--colour-blue:#c0ffee");
  });
});

describe.each(sheets)("%s", (_, sheet) => {
  it("uses only variables that exist", () => {
    const everywhere = generated + sheets.map(([, other]) => other).join("");
    const used = [...sheet.matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name);
    for (const name of used) expect(everywhere.includes(`${name}:`) || name.startsWith("--r-"), name).toBe(true);
  });

  it("has no colour of its own", () => {
    expect(sheet.match(/#[\da-f]{3,8}\b|rgba?\(|hsla?\(/gi)).toBeNull();
  });

  it("loads nothing from a network", () => {
    expect(sheet).not.toMatch(/url\(\s*["']?(?:https?:)?\/\//);
  });

  it("closes what it opens", () => {
    expect(count(sheet, "{")).toBe(count(sheet, "}"));
  });
});
