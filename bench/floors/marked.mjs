/** Floor: marked alone, on the same text, as a whole process. `node marked.mjs <folder of .md> <output.html>` */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { marked } from "marked";

const [folder = "", output = ""] = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .toSorted();
const sections = files.map((name) => `<section>${marked.parse(readFileSync(join(folder, name), "utf8"), { async: false })}</section>`);
writeFileSync(output, `<!doctype html>\n<meta charset="utf-8">\n${sections.join("\n")}\n`);
