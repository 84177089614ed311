/** Floor: a bare Vite build of reveal.js and the d3 modules that the deck's client imports. `node vite.mjs <folder>` */

import { build } from "vite";

const [root = ""] = process.argv.slice(2);
await build({ root, configFile: false, logLevel: "silent", build: { outDir: "dist", emptyOutDir: true } });
