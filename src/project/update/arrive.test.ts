import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { folderWith } from "../testing.ts";
import { arrive, disk, sweep } from "./arrive.ts";

const text = "stichtag: 2025-12-31\n";

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

/** A disk that knows no links. */
const withoutLinks = { ...disk, link: failing("EPERM") };

describe.each([
  ["a disk with links", disk],
  ["a disk without links", withoutLinks],
])("arrive on %s", (_, used) => {
  it("writes the file and leaves nothing beside it", () => {
    const { root } = folderWith({});
    expect(arrive(join(root, "2025-12-31.yaml"), "data/a/2025-12-31.yaml", text, used)).toBeUndefined();
    expect(readdirSync(root)).toEqual(["2025-12-31.yaml"]);
    expect(readFileSync(join(root, "2025-12-31.yaml"), "utf8")).toBe(text);
  });

  it("never replaces a file", () => {
    const { root } = folderWith({ "2025-12-31.yaml": "old" });
    expect(arrive(join(root, "2025-12-31.yaml"), "data/a/2025-12-31.yaml", text, used)?.code).toBe("already-there");
    expect(readdirSync(root)).toEqual(["2025-12-31.yaml"]);
    expect(readFileSync(join(root, "2025-12-31.yaml"), "utf8")).toBe("old");
  });

  it.each(["ENOSPC", "EIO"])("changes nothing where writing fails with %s after some bytes", (code) => {
    const { root } = folderWith({});
    let calls = 0;
    const full = {
      ...used,
      write: (file: number, bytes: Uint8Array, at: number) =>
        ++calls > 2 ? failing(code)() : disk.write(file, bytes.subarray(0, at + 3), at),
    };
    const words = arrive(join(root, "2025-12-31.yaml"), "data/a/2025-12-31.yaml", text, full);
    expect(words?.code).toBe("cannot-write");
    expect(words?.de).toContain("data/a/2025-12-31.yaml");
    expect(readdirSync(root)).toEqual([]);
  });
});

it("says so where a folder cannot be written", () => {
  const { root } = folderWith({});
  chmodSync(root, 0o555);
  onTestFinished(() => chmodSync(root, 0o755));
  if (process.getuid?.() === 0) return expect(arrive(join(root, "nowhere", "x.yaml"), "data/a/x.yaml", text)?.code).toBe("cannot-write");
  expect(arrive(join(root, "x.yaml"), "data/a/x.yaml", text)?.code).toBe("cannot-write");
});

it("waits for nobody where another update holds the lock", () => {
  const { root } = folderWith({ ".2025-12-31.yaml.lock": "" });
  expect(arrive(join(root, "2025-12-31.yaml"), "data/a/2025-12-31.yaml", text, withoutLinks)?.code).toBe("update-running");
  expect(readdirSync(root)).toEqual([".2025-12-31.yaml.lock"]);
});

it("sweeps what dead updates left, and nothing else", () => {
  const { root } = folderWith({});
  arrive(join(root, "a.yaml"), "a", text, { ...disk, link: failing("ENOSPC") });
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  let own = "";
  arrive(join(root, "b.yaml"), "b", text, { ...disk, link: (from) => void (own = from) });
  const nameOf = (process: number | undefined): string => own.replace(/-\d+\.tmp$/u, `-${process}.tmp`).replace(/^.*[\\/]/u, "");
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [left, running] = [nameOf(pid), nameOf(child.pid)];
  const [elsewhere, longAgo] = [".b.yaml.00000000-1.tmp", ".b.yaml.11111111-1.tmp"];
  for (const name of [left, running, elsewhere, longAgo, "b.yaml.tmp", ".b.yaml.swp"]) writeFileSync(join(root, name), "x");
  const machine = /\.([0-9a-f]{8})-/u.exec(left)?.[1];
  writeFileSync(join(root, ".c.yaml.lock"), `${machine}-${pid}`);
  writeFileSync(join(root, ".d.yaml.lock"), `${machine}-${child.pid}`);
  const now = Date.now();
  utimesSync(join(root, longAgo), new Date(now - 2 * 86_400_000), new Date(now - 2 * 86_400_000));
  sweep(root, now);
  expect(readdirSync(root).toSorted()).toEqual([running, elsewhere, ".b.yaml.swp", ".d.yaml.lock", "b.yaml.tmp"].toSorted());
  expect(existsSync(join(root, "a.yaml"))).toBe(false);
  sweep(join(root, "nowhere"), now);
});
