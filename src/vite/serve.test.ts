/** What the dev server gives away. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandPath, remove, temporaryFolder } from "../test/project.ts";
import { repository } from "../test/repository.ts";
import { serve, type Server } from "../test/serve.ts";

const secret = "geheimes-wort";
const files = {
  "credentials.yaml": `regionaldatenbank: { username: a, password: ${secret} }\n`,
  "credentials.yaml~": secret,
  ".env": secret,
  ".git/config": secret,
  "geheim.json": `"${secret}"`,
  "data/d/dataset.yaml": `# ${secret}\n`,
  "node_modules/.cache/stichtag/jobs/a.json": `"${secret}"`,
  "slides/a/deck.yaml": `title: Probe\nas_of: 2017-08-07 # ${secret}\n`,
  "slides/a/01-eins.md": `# Erste Folie\n\n<!-- ${secret} -->\n`,
} as const;

const config = `import { stichtag } from ${JSON.stringify(join(repository, "src/vite/index.mjs"))};
export default { plugins: [stichtag()] };
`;

describe.each([
  ["without a vite.config", {}],
  ["with one", { "vite.config.js": config, "package.json": '{ "type": "module", "workspaces": ["."] }' }],
])("a project %s", (_name, further) => {
  let root = "";
  let server: Server;
  beforeAll(async () => {
    root = temporaryFolder();
    for (const [name, text] of Object.entries({ ...files, ...further })) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    server = await serve([commandPath, "start", "--root", root, "--no-open"], root);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    remove(root);
  });

  it("gives none of its files away", async () => {
    const given: string[] = [];
    for (const name of Object.keys(files)) {
      const inRoot = encodeURI(name);
      const inSystem = encodeURI(`@fs${join(root, name)}`);
      for (const path of [inRoot, inSystem, inRoot.replace("c", "C")]) {
        for (const query of ["", "?raw", "?import&raw", "?import", "?url", "?inline", "?raw??", "?import&url&raw", ".map", "?raw&.css"]) {
          const response = await fetch(new URL(`/${path}${query}`, server.url));
          const text = await response.text();
          const coded = Buffer.from(secret).toString("base64").slice(2, 12);
          if (text.includes(secret) || text.includes(coded) || response.status === 200) given.push(`${response.status} /${path}${query}`);
        }
      }
    }
    expect(given).toEqual([]);
  });

  it("gives what its pages load", async () => {
    const page = await (await fetch(new URL("/a.html", server.url))).text();
    expect(page).toContain("Erste Folie");
    const script = /<script type="module" src="([^"]+)"/u.exec(page)?.[1] ?? "";
    const asked = new Set([script, "/@vite/client"]);
    const refused: string[] = [];
    // Modules are asked for as they are found in those before.
    for (const path of asked) {
      const response = await fetch(new URL(path, server.url), {
        headers: { accept: "*/*", "sec-fetch-dest": /\.woff2?$/u.test(path) ? "font" : "script" },
      });
      const text = await response.text();
      if (response.status !== 200) refused.push(`${response.status} ${path}`);
      for (const [, next] of text.matchAll(/(?:from |import )"(\/[^"]+)"/gu)) if (next !== undefined) asked.add(next);
      for (const [, next] of text.matchAll(/url\(\\?["']?(\/[^"'\\)]+)/gu)) if (next !== undefined) asked.add(next);
    }
    expect(refused).toEqual([]);
    expect([...asked].some((path) => path.includes("reveal"))).toBe(true);
    expect([...asked].some((path) => path.endsWith(".woff2"))).toBe(true);
  });
});
