/** The bare page of the Vite floor: reveal.js and the d3 functions that the deck's client imports, and nothing else. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../src/test/repository.ts";
import { readModule } from "../../src/test/modules.ts";

/** Packages whose code the deck's client brings to the browser. */
const counted = /^(?:d3-|reveal\.js$|reveal\.js\/plugin)/;

/** Names imported by package, over all modules that the client reaches. */
export function clientImports(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const seen = new Set<string>();
  const walk = (path: string): void => {
    if (seen.has(path) || !path.endsWith(".ts")) return;
    seen.add(path);
    for (const { request, to, typeOnly, names } of readModule(path, readFileSync(join(repository, path), "utf8")).imports) {
      if (typeOnly) continue;
      if (to !== undefined) walk(to);
      else if (counted.test(request)) {
        const all = found.get(request) ?? new Set();
        found.set(request, all);
        for (const name of names) all.add(name);
      }
    }
  };
  walk("src/client/main.ts");
  return new Map([...found].map(([request, names]) => [request, [...names]]));
}

/** Writes the floor's project: a page, and a module that holds on to all that it imports, so that none is dropped. */
export function writeFloor(root: string): void {
  mkdirSync(root, { recursive: true });
  const imports = [...clientImports()].map(([request, names], at) => {
    const wanted = names.map((name, index) => `${name} as i${at}_${index}`);
    return { line: `import { ${wanted.join(", ")} } from ${JSON.stringify(request)};`, held: names.map((_, index) => `i${at}_${index}`) };
  });
  writeFileSync(
    join(root, "index.html"),
    '<!doctype html><meta charset="utf-8"><div class="reveal"><div class="slides"></div></div><script type="module" src="./main.js"></script>\n',
  );
  writeFileSync(
    join(root, "main.js"),
    `${imports.map(({ line }) => line).join("\n")}\nimport "reveal.js/reveal.css";\nglobalThis.held = [${imports.flatMap(({ held }) => held).join(", ")}];\n`,
  );
}
