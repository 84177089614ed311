/** A project as a revision of git has it, read from git's store: the working tree is not touched, and nothing is written. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Message } from "../source/diagnostic.ts";
import { gitFailed, gitMissing, nothingInRevision, notInGit, unknownRevision } from "../source/messages/diff.ts";
import { toSource } from "../source/source.ts";
import { codeOf } from "./disk.ts";
import { type FileEntry, folders, kindOf } from "./files.ts";
import { type Project, projectOf } from "./read.ts";

/** @param root the project's folder, which may be any folder of the repository */
export function projectAt(root: string, revision: string): { readonly project: Project } | { readonly fault: Message } {
  const git = new Git(root);
  const inside = git.run(["rev-parse", "--is-inside-work-tree"]);
  if (inside.missing) return { fault: gitMissing(revision) };
  if (!inside.good) return { fault: notInGit(revision, root) };
  // What begins with a dash would be an option.
  const found = git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  const commit = found.output.toString("utf8").trim();
  if (!found.good || !/^[0-9a-f]{40,64}$/u.test(commit)) return { fault: unknownRevision(revision) };
  const tree = git.run(["ls-tree", "-r", "-z", commit, "--", ...folders]);
  if (!tree.good) return { fault: gitFailed(revision, tree.words) };
  const blobs = blobsIn(tree.output.toString("utf8"));
  const texts = git.run(["cat-file", "--batch"], blobs.map(({ id }) => `${id}\n`).join(""));
  if (!texts.good) return { fault: gitFailed(revision, texts.words) };
  const files = entriesOf(root, blobs, contentsOf(texts.output));
  if (![...files.values()].some(({ kind }) => kind === "slide" || kind === "settings")) return { fault: nothingInRevision(revision) };
  return { project: projectOf(root, files) };
}

/**
 * The newest commit in which the text came into the file, or went.
 *
 * @param path relative to the project
 */
export function revisionWith(root: string, text: string, path: string): string | undefined {
  const { good, output } = new Git(root).run(["log", "-1", "--format=%H", `-S${text}`, "--", path]);
  const commit = output.toString("utf8").trim();
  return good && /^[0-9a-f]{40,64}$/u.test(commit) ? commit : undefined;
}

interface Ran {
  readonly good: boolean;
  /** There is no such program. */
  readonly missing: boolean;
  readonly output: Buffer;
  /** What it had to say, one line. */
  readonly words: string;
}

const largest = 1 << 30;

class Git {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  run(words: readonly string[], input: string = ""): Ran {
    const { status, error, stdout, stderr } = spawnSync("git", ["-c", "core.quotePath=false", ...words], {
      cwd: this.root,
      input,
      maxBuffer: largest,
      // A comparison reads what is here: it asks nobody for a password and fetches nothing.
      env: { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" },
      windowsHide: true,
    });
    const missing = error !== undefined && codeOf(error) === "ENOENT";
    const said = (stderr ?? Buffer.alloc(0)).toString("utf8").trim().split("\n", 1)[0] ?? "";
    return {
      good: error === undefined && status === 0,
      missing,
      output: stdout ?? Buffer.alloc(0),
      words: error === undefined ? said : codeOf(error),
    };
  }
}

interface Blob {
  readonly id: string;
  /** Relative to the project, as git has it. */
  readonly path: string;
}

/** Plain files; links lead elsewhere and are left out. */
function blobsIn(listing: string): readonly Blob[] {
  return listing.split("\0").flatMap((line) => {
    const match = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/su.exec(line);
    const [, id = "", path = ""] = match ?? [];
    return match !== null && kindOf(path.normalize("NFC")) !== undefined ? [{ id, path }] : [];
  });
}

/** `<id> blob <size>`, a line break, the content, a line break; by id. */
function contentsOf(output: Buffer): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [id = "", , size = ""] = output.toString("utf8", at, end).split(" ");
    const length = Number(size);
    if (!Number.isInteger(length)) break;
    contents.set(id, output.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
  return contents;
}

function entriesOf(root: string, blobs: readonly Blob[], contents: ReadonlyMap<string, Buffer>): ReadonlyMap<string, FileEntry> {
  const entries: FileEntry[] = [];
  for (const { id, path } of blobs) {
    const address = path.normalize("NFC");
    const kind = kindOf(address);
    const content = contents.get(id);
    if (kind === undefined || content === undefined) continue;
    const base = { kind, address, path: join(root, path), size: content.length, modified: 0, fresh: false, diagnostics: [] };
    entries.push(kind === "picture" || kind === "misnamed" ? base : { ...base, source: toSource(address, content.toString("utf8")) });
  }
  return new Map(entries.toSorted((a, b) => (a.address < b.address ? -1 : 1)).map((entry) => [entry.address, entry]));
}
