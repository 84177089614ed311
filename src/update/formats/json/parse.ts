/** JSON text → tree with places. Strict; depth is bounded, and a key that stands twice is refused. */

import type { Diagnostic, Outcome } from "../../../source/diagnostic.ts";
import { jsonDepth, jsonDuplicateKey, jsonNumber, jsonSyntax } from "../../../source/messages/grid.ts";
import type { Tree, WholeText } from "./tree.ts";

const mostDepth = 32;

/** Never throws; the first fault ends the reading. */
export function parseJson(source: WholeText): Outcome<Tree> {
  const parser = new Parser(source);
  const value = parser.document();
  return parser.fault === undefined ? { value, diagnostics: [] } : { value: undefined, diagnostics: [parser.fault] };
}

const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/uy;
const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

class Parser {
  fault: Diagnostic | undefined;
  private readonly source: WholeText;
  private readonly text: string;
  private at = 0;

  constructor(source: WholeText) {
    this.source = source;
    this.text = source.text;
  }

  document(): Tree | undefined {
    const value = this.value(0);
    this.blank();
    return value !== undefined && this.at < this.text.length ? this.unexpected() : value;
  }

  private value(depth: number): Tree | undefined {
    this.blank();
    const sign = this.text[this.at];
    if (sign === "{" || sign === "[") {
      if (depth === mostDepth) return this.refuse(this.at, this.at + 1, jsonDepth(mostDepth));
      return sign === "{" ? this.record(depth + 1) : this.list(depth + 1);
    }
    if (sign === '"') return this.string();
    return sign === "-" || (sign !== undefined && sign >= "0" && sign <= "9") ? this.number() : this.word();
  }

  private record(depth: number): Tree | undefined {
    const start = this.at++;
    const entries = new Map<string, Tree>();
    for (let first = true; !this.closes("}"); first = false) {
      if (!first && !this.takes(",")) return this.unexpected();
      this.blank();
      if (this.text[this.at] !== '"') return this.unexpected();
      const key = this.string();
      if (key === undefined) return undefined;
      if (!this.takes(":")) return this.unexpected();
      const value = this.value(depth);
      if (value === undefined) return undefined;
      const name = String(key.value).normalize();
      if (entries.has(name)) return this.refuse(key.start, key.end, jsonDuplicateKey(name));
      entries.set(name, value);
    }
    return { kind: "record", entries, start, end: this.at };
  }

  private list(depth: number): Tree | undefined {
    const start = this.at++;
    const items: Tree[] = [];
    for (let first = true; !this.closes("]"); first = false) {
      if (!first && !this.takes(",")) return this.unexpected();
      const value = this.value(depth);
      if (value === undefined) return undefined;
      items.push(value);
    }
    return { kind: "list", items, start, end: this.at };
  }

  private string(): Extract<Tree, { readonly kind: "scalar" }> | undefined {
    const start = this.at;
    for (let at = start + 1; at < this.text.length; at++) {
      const sign = this.text.charCodeAt(at);
      if (sign === 0x5c) at++;
      else if (sign < 0x20) return this.unexpected(at);
      else if (sign === 0x22) {
        this.at = at + 1;
        const value = this.unescaped(start, at + 1);
        return value === undefined ? this.unexpected(start) : { kind: "scalar", value, start, end: at + 1 };
      }
    }
    return this.unexpected(this.text.length);
  }

  private unescaped(start: number, end: number): string | undefined {
    const inner = this.text.slice(start + 1, end - 1);
    if (!inner.includes("\\")) return inner;
    try {
      const value: unknown = JSON.parse(`"${inner}"`);
      return typeof value === "string" ? value : undefined;
    } catch {
      return undefined;
    }
  }

  private number(): Tree | undefined {
    const start = this.at;
    numberForm.lastIndex = start;
    const written = numberForm.exec(this.text)?.[0];
    if (written === undefined) return this.unexpected();
    this.at = start + written.length;
    // No office counts minus zero: adding zero takes its sign away.
    const value = Number(written) + 0;
    const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return isExact ? { kind: "scalar", value, start, end: this.at } : this.refuse(start, this.at, jsonNumber(written));
  }

  private word(): Tree | undefined {
    for (const [word, value] of words) {
      if (!this.text.startsWith(word, this.at)) continue;
      const start = this.at;
      this.at += word.length;
      return { kind: "scalar", value, start, end: this.at };
    }
    return this.unexpected();
  }

  private blank(): void {
    for (; this.at < this.text.length; this.at++) {
      const sign = this.text.charCodeAt(this.at);
      if (sign !== 0x20 && sign !== 0x0a && sign !== 0x0d && sign !== 0x09) return;
    }
  }

  private takes(sign: string): boolean {
    this.blank();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private closes(bracket: "}" | "]"): boolean {
    return this.takes(bracket);
  }

  private unexpected(at: number = this.at): undefined {
    return this.refuse(at, at + 1, jsonSyntax(this.text.slice(at, at + 1)));
  }

  private refuse(start: number, end: number, message: ReturnType<typeof jsonSyntax>): undefined {
    this.fault ??= this.source.fault({ start, end }, message);
    return undefined;
  }
}
