import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Diagnostic, speak } from "../../../source/diagnostic.ts";
import { type Credentials, hiding, readCredentials } from "./credentials.ts";
import { mappingOf } from "../../../test/genesis/desk.ts";

const office = { who: "GENESIS-Online", service: "genesis", register: "https://register.example", tokens: true };

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stichtag-credentials-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(text: string, mode = 0o600): void {
  writeFileSync(join(root, "credentials.yaml"), text, { mode });
}

function read(
  environment: Readonly<Record<string, string>> = {},
  account = office,
): { found: Credentials | undefined; spoken: string; codes: readonly string[] } {
  const report: Diagnostic[] = [];
  const found = readCredentials(account, root, environment, mappingOf().span, report);
  return {
    found,
    spoken: report.map((diagnostic) => speak(diagnostic, "de")).join("\n"),
    codes: report.map(({ message }) => message.code),
  };
}

describe("credentials", () => {
  it("come from the environment before the file", () => {
    write("genesis: { username: from, password: file }");
    expect(read().found).toEqual({ username: "from", password: "file", token: false, from: "credentials.yaml" });
    expect(read({ STICHTAG_GENESIS_USERNAME: " env ", STICHTAG_GENESIS_PASSWORD: "pw\r\n" }).found).toEqual({
      username: "env",
      password: "pw",
      token: false,
      from: "STICHTAG_GENESIS_USERNAME, STICHTAG_GENESIS_PASSWORD",
    });
  });

  it("are a token or a user name with its password, which can do more", () => {
    expect(read({ STICHTAG_GENESIS_TOKEN: "abc" }).found).toMatchObject({ username: "abc", password: "", token: true });
    write("genesis: { token: abc, username: u, password: p }");
    expect(read().found).toMatchObject({ username: "u", password: "p", token: false });
    write("genesis: { token: abc }");
    expect(read({}, { ...office, tokens: false }).codes).toEqual(["credentials-no-tokens"]);
  });

  it("are taken as they are written: digits, umlauts, signs", () => {
    write("genesis: { username: DE0815, password: 0123 }");
    expect(read().found?.password).toBe("0123");
    write("genesis:\n  username: 'ä#ö'\n  password: '{x: \"y\"}'\n");
    expect(read().found).toMatchObject({ username: "ä#ö", password: '{x: "y"}' });
  });

  it("that are missing are asked for in words: both ways, and where one gets an account", () => {
    for (const text of [undefined, "", "# nothing yet\n", "regionaldatenbank: { username: u, password: p }", "genesis:"]) {
      if (text !== undefined) write(text);
      const { spoken, found } = read();
      expect(found).toBeUndefined();
      for (const part of [
        "credentials-missing",
        "genesis: { username: …, password: … }",
        "STICHTAG_GENESIS_USERNAME",
        "_TOKEN",
        office.register,
      ]) {
        expect(spoken).toContain(part);
      }
    }
    expect(read({}, { ...office, tokens: false }).spoken).not.toContain("oken");
  });

  it("that are half there are said to be", () => {
    expect(read({ STICHTAG_GENESIS_USERNAME: "u" }).spoken).toContain("(STICHTAG_GENESIS_USERNAME) fehlt das Passwort");
    write("genesis: { password: geheim }");
    const { spoken, codes } = read();
    expect(codes).toEqual(["credentials-incomplete"]);
    expect(spoken).not.toContain("geheim");
  });

  it("that no header can carry are refused", () => {
    for (const password of ["pass\u0001word", "пароль", "a\nb", "🔑"]) {
      const { codes, spoken } = read({ STICHTAG_GENESIS_USERNAME: "u", STICHTAG_GENESIS_PASSWORD: password });
      expect(codes).toEqual(["credentials-unsendable"]);
      expect(spoken).not.toContain(password);
    }
  });

  it("in a file that cannot be understood are not shown; the line is", () => {
    const cases: readonly (readonly [text: string, line: number])[] = [
      ["genesis: { username: u, password: geheim", 1],
      ["# mine\ngenesis:\n  password: geheim\n  password: geheim\n", 4],
      ["geheim", 1],
      ["- geheim", 1],
      ["genesis: geheim", 1],
      ["\ngenesis: { user: geheim, pass: geheim }", 2],
      ["genesis: { username: [geheim], password: geheim }", 1],
      ["genesis: { username: *geheim, password: x }", 1],
      ["genesis: { username: u, password: !!binary geheim }", 1],
      ["\tgenesis: geheim", 1],
    ];
    for (const [text, line] of cases) {
      write(text);
      const { found, spoken, codes } = read();
      expect(found, text).toBeUndefined();
      expect(codes, text).toEqual(["credentials-unreadable"]);
      expect(spoken, text).toContain(`credentials.yaml:${line}:1 `);
      expect(spoken, text).not.toContain("geheim");
    }
  });

  it("in a file that others may read are warned of", () => {
    if (process.platform === "win32") return;
    write("genesis: { username: u, password: p }");
    expect(read().codes).toEqual([]);
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(join(root, "credentials.yaml"), mode);
      expect(read().codes).toEqual(["credentials-open"]);
    }
  });

  it("in a file that git would check in are warned of", () => {
    write("genesis: { username: u, password: p }");
    const git = (...words: readonly string[]): void => void spawnSync("git", words, { cwd: root, stdio: "ignore" });
    git("init");
    expect(read().codes).toEqual(["credentials-not-ignored"]);
    expect(read().found).toBeDefined();
    writeFileSync(join(root, ".gitignore"), "credentials.yaml\n");
    expect(read().codes).toEqual([]);
    // Ignored, but in already.
    git("add", "--force", "credentials.yaml");
    expect(read().codes).toEqual(["credentials-not-ignored"]);
  });
});

describe("hiding", () => {
  it("takes every sign as it is", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (password, around) => {
        const cover = hiding({ username: "", password, token: false, from: "" });
        expect(cover(`${around}${password}${around}`)).not.toContain(password);
      }),
    );
  });

  const hide = hiding({ username: "DE0815", password: 'a b&"ß', token: false, from: "" });

  it("takes out credentials as texts, addresses, forms and JSON have them", () => {
    const password = 'a b&"ß';
    const forms = [password, encodeURIComponent(password), String(new URLSearchParams({ p: password })), JSON.stringify({ p: password })];
    const basic = Buffer.from(`DE0815:${password}`).toString("base64");
    for (const form of [...forms, basic, Buffer.from(password).toString("base64")]) {
      expect(hide(`before ${form} after`)).toMatch(/^before .*•••.* after$/u);
      expect(hide(form)).not.toMatch(/a b&|a%20b|a\+b|REUwODE1/u);
    }
    expect(hide("DE0815 and de0815")).toBe("••• and •••");
    expect(hide("nothing here")).toBe("nothing here");
  });
});
