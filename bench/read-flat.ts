/** Reads a ffcsv file in a stream and counts the values: `node read-flat.mjs <file> <values expected> [<district>]`. */

import { createReadStream } from "node:fs";
import { ffcsv } from "../src/update/formats/ffcsv.ts";

const [path = "", expected = "", district] = process.argv.slice(2);
let seen = 0;
const { value, diagnostics } = await ffcsv.read(
  { name: path, chunks: createReadStream(path, { highWaterMark: 1 << 18 }), options: {} },
  {
    open: ({ variables }) => variables.map(({ code }) => (code === "KREISE" && district !== undefined ? new Set([district]) : undefined)),
    observe: () => {
      seen++;
    },
  },
);
// A run that read something else must not count as a fast one.
if (value === undefined || seen !== Number(expected)) {
  console.error(`${seen} values in place of ${expected}\n${diagnostics.map(({ message }) => message.en).join("\n")}`);
  process.exitCode = 1;
}
