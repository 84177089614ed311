/** A client that cannot be bundled, told by a command of its own process: in its language, in words alone. */

import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../project/testing.ts";
import { stichtag } from "../test/project.ts";
import { repository } from "../test/repository.ts";

const plugin = `{ name: "rot", transform(code, id) { if (id.endsWith("/main.ts")) this.error("\\u001b[31mfalsch\\u001b[0m"); } }`;

it.each([
  [
    "a fault of the bundler",
    `plugins: [stichtag(), ${plugin}]`,
    "de",
    /^Fehler \[bundling-failed\] Der Client lässt sich nicht bündeln: .*falsch/su,
  ],
  [
    "a fault of the bundler",
    `plugins: [stichtag(), ${plugin}]`,
    "en",
    /^error \[bundling-failed\] The client cannot be bundled: .*falsch/su,
  ],
  ["a missing plugin", "plugins: []", "de", /^Fehler \[plugin-missing\] In vite\.config fehlt das Plugin/u],
])("tells %s (%#)", async (_, config, language, words) => {
  const { root } = folderWith({
    "vite.config.js": `import { stichtag } from "stichtag/vite";\nexport default { ${config} };\n`,
    "slides/fall/deck.yaml": "title: Test\nas_of: 2021-01-01\n",
    "slides/fall/10-a.md": "# Titel\n",
  });
  mkdirSync(join(root, "node_modules"));
  symlinkSync(repository, join(root, "node_modules", "stichtag"), "junction");
  const { code, stderr } = await stichtag(["build", "--lang", language], root);
  expect(code).toBe(1);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/␛|\n\s+at /u);
  expect(stderr.match(/\[[a-z-]+\] /gu)).toHaveLength(1);
});
