/**
 * Floor for edits: a Vite dev server that turns the changed Markdown file into HTML with marked and sends it in one
 * event; the page replaces that section. No data, no charts, no checks. `node live.mjs <folder> <port>`
 */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { marked } from "marked";
import { createServer } from "vite";

const [root = "", port = "0"] = process.argv.slice(2);
const folder = join(root, "slides", "bench");
const html = (name) => marked.parse(readFileSync(join(folder, name), "utf8"), { async: false });
const script = `
import.meta.hot.on("slide", ({ id, html }) => { document.getElementById(id).innerHTML = html; });
document.body.dataset.ready = "";`;

const server = await createServer({
  root,
  configFile: false,
  logLevel: "silent",
  appType: "custom",
  server: { host: "localhost", port: Number(port), strictPort: true },
  optimizeDeps: { noDiscovery: true },
  plugins: [
    {
      name: "floor",
      resolveId: (id) => (id === "/floor.js" ? id : undefined),
      load: (id) => (id === "/floor.js" ? script : undefined),
      configureServer(dev) {
        dev.watcher.add(folder);
        dev.watcher.on("change", (path) => {
          const id = basename(path, ".md");
          if (path.endsWith(".md")) dev.ws.send("slide", { id, html: html(basename(path)) });
        });
        dev.middlewares.use((request, response, next) => {
          if (request.url !== "/") return next();
          const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
          const sections = names.toSorted().map((name) => `<section id="${basename(name, ".md")}">${html(name)}</section>`);
          response.setHeader("content-type", "text/html; charset=utf-8");
          response.end(
            `<!doctype html><body><div class="slides">${sections.join("\n")}</div><script type="module" src="/floor.js"></script>`,
          );
        });
      },
    },
  ],
});
await server.listen();
console.log(`http://localhost:${server.config.server.port}/`);
