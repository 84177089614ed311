/** Holds imports to the downward order of docs/architecture.md, and the pure stages to being pure. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repository } from "./repository.ts";
import { type Import, type Module, readModule } from "./modules.ts";

/** From the bottom up: a folder may import from itself and from those before it. */
const order = ["theme", "source", "data", "scene", "chart", "deck", "targets", "update", "project", "client", "vite", "cli"] as const;
/** What runs in the browser stands beside the order: it reads what is drawn, not how a deck comes about. */
const clientReads: readonly string[] = ["theme", "source", "data", "scene", "chart", "client"];
/** Below these nothing may read files, clocks or chance. */
const edge: ReadonlySet<string> = new Set(["project", "vite", "cli", "client", "test"]);
/** Modules of Node that only reckon. */
const harmless: ReadonlySet<string> = new Set(["node:buffer", "node:crypto", "node:zlib"]);

/** The folder under `src/`, or `theme`. */
function areaOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  return first === "src" ? second : first;
}

/** What is wrong with an import, in words; `undefined` for a good one. */
function fault({ from, to, request }: Import): string | undefined {
  const area = areaOf(from);
  if (to === undefined)
    return request.startsWith("node:") && !harmless.has(request) && !edge.has(area) ? `${from} is pure and imports ${request}` : undefined;
  const target = areaOf(to);
  if (area === "test" || target === area) return undefined;
  const mayRead =
    area === "client"
      ? clientReads
      : order.slice(
          0,
          order.findIndex((name) => name === area),
        );
  return mayRead.includes(target) ? undefined : `${from} reaches up to ${to}`;
}

/** The first circle met, as the files on it; the first and the last are the same. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return undefined;
    for (const next of graph.get(path) ?? []) {
      const circle = walk(next, [...trail, path]);
      if (circle !== undefined) return circle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of graph.keys()) {
    const circle = walk(path, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

function valueGraph(modules: readonly Module[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    modules.map(({ path, imports }) => [path, imports.flatMap(({ to, typeOnly }) => (to === undefined || typeOnly ? [] : [to]))]),
  );
}

const modules: readonly Module[] = ["src", "theme"].flatMap((top) =>
  readdirSync(`${repository}/${top}`, { recursive: true, encoding: "utf8" })
    .map((path) => `${top}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.endsWith(".d.ts"))
    .map((path) => readModule(path, readFileSync(`${repository}/${path}`, "utf8"))),
);

describe("imports", () => {
  it("are read from the sources", () => {
    const code = `import type { A } from "../data/a.ts"; import { type B } from "./b.ts"; export * from "./c.ts"; type D = import("./d.ts").D; await import("./e.ts"); import "./f.css"; new Date(); new Date(0)`;
    expect(readModule("src/scene/x.ts", code)).toEqual({
      path: "src/scene/x.ts",
      imports: [
        { from: "src/scene/x.ts", request: "../data/a.ts", to: "src/data/a.ts", typeOnly: true, names: [] },
        { from: "src/scene/x.ts", request: "./b.ts", to: "src/scene/b.ts", typeOnly: true, names: [] },
        { from: "src/scene/x.ts", request: "./f.css", to: "src/scene/f.css", typeOnly: false, names: [] },
        { from: "src/scene/x.ts", request: "./c.ts", to: "src/scene/c.ts", typeOnly: false, names: ["*"] },
        { from: "src/scene/x.ts", request: "./d.ts", to: "src/scene/d.ts", typeOnly: true, names: [] },
        { from: "src/scene/x.ts", request: "./e.ts", to: "src/scene/e.ts", typeOnly: false, names: ["*"] },
      ],
      impure: ["new Date()"],
    });
    expect(fault({ from: "src/data/a.ts", request: "../deck/b.ts", to: "src/deck/b.ts", typeOnly: true, names: [] })).toBe(
      "src/data/a.ts reaches up to src/deck/b.ts",
    );
    expect(fault({ from: "src/client/a.ts", request: "../deck/b.ts", to: "src/deck/b.ts", typeOnly: true, names: [] })).toBeDefined();
    expect(fault({ from: "src/deck/a.ts", request: "node:fs", to: undefined, typeOnly: false, names: [] })).toBeDefined();
    expect(
      circleIn(
        new Map([
          ["a", ["b"]],
          ["b", ["c", "d"]],
          ["c", []],
          ["d", ["b"]],
        ]),
      ),
    ).toEqual(["b", "d", "b"]);
  });

  it("go down only", () => {
    expect(modules.length).toBeGreaterThan(8);
    expect(modules.flatMap(({ imports }) => imports.map(fault)).filter((words) => words !== undefined)).toEqual([]);
  });

  it("lead to files that know their area", () => {
    const known = new Set<string>([...order, "client", "test"]);
    expect(modules.map(({ path }) => path).filter((path) => !known.has(areaOf(path)))).toEqual([]);
  });

  it("make no circle (types of one folder may name each other)", () => {
    expect(circleIn(valueGraph(modules))).toBeUndefined();
  });

  it("bring neither clock nor chance into the pure stages", () => {
    expect(
      modules.filter(({ path }) => !edge.has(areaOf(path))).flatMap(({ path, impure }) => impure.map((words) => `${path}: ${words}`)),
    ).toEqual([]);
  });
});
