/** Floor for tables: a file's text cut into lines and counted, in a stream, as a whole process. `node lines.mjs <file>` */

import { createReadStream } from "node:fs";

const [path = ""] = process.argv.slice(2);
const decoder = new TextDecoder();
let rest = "";
let lines = 0;
for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
  const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
  rest = parts.pop() ?? "";
  lines += parts.length;
}
console.log(lines);
