/** What a module imports, read by a real parser: for the test of the order of imports, and for the bench's floor. */

import { posix } from "node:path";
import { parseSync, Visitor } from "vite";

export interface Import {
  readonly from: string;
  /** As written. */
  readonly request: string;
  /** Path in the repository of what is imported; `undefined` for a package. */
  readonly to: string | undefined;
  readonly typeOnly: boolean;
  /** Names of the values imported; "default", and "*" for all of them. */
  readonly names: readonly string[];
}

export interface Module {
  /** Path in the repository, with `/`. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** Reads of the clock and of chance, as written. */
  readonly impure: readonly string[];
}

type Found = Pick<Import, "request" | "typeOnly" | "names">;

const clocks: ReadonlySet<string> = new Set(["Date.now", "Math.random", "performance.now", "process.env"]);

/** @throws Error where the text does not parse */
export function readModule(path: string, text: string): Module {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const found: Found[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const values = entries.filter((entry) => !entry.isType);
    const typeOnly = /^import\s+type\b/.test(text.slice(start)) || (entries.length > 0 && values.length === 0);
    const names = values.map(({ importName: { kind, name } }) =>
      kind === "NamespaceObject" ? "*" : kind === "Default" ? "default" : (name ?? ""),
    );
    found.push({ request: moduleRequest.value, typeOnly, names });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType, importName } of entries) {
      if (moduleRequest !== null)
        found.push({ request: moduleRequest.value, typeOnly: isType, names: isType ? [] : [importName.name ?? "*"] });
    }
  }
  const impure: string[] = [];
  new Visitor({
    ImportExpression: ({ source }) => {
      if (source.type === "Literal" && typeof source.value === "string")
        found.push({ request: source.value, typeOnly: false, names: ["*"] });
    },
    TSImportType: ({ source }) => {
      found.push({ request: source.value, typeOnly: true, names: [] });
    },
    NewExpression: ({ callee, arguments: given, start, end }) => {
      if (callee.type === "Identifier" && callee.name === "Date" && given.length === 0) impure.push(text.slice(start, end));
    },
    MemberExpression: ({ start, end }) => {
      const written = text.slice(start, end);
      if (clocks.has(written)) impure.push(written);
    },
  }).visit(program);
  return {
    path,
    imports: found.map(({ request, typeOnly, names }) => ({ from: path, request, to: resolved(path, request), typeOnly, names })),
    impure,
  };
}

function resolved(path: string, request: string): string | undefined {
  return request.startsWith(".") ? posix.join(posix.dirname(path), request) : undefined;
}
