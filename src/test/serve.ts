/** Dev servers as processes of their own: for tests of live editing, and for the bench. */

import { type ChildProcess, spawn } from "node:child_process";

export interface Server {
  readonly url: string;
  /** All that it has said so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** ms */
const patience = 60_000;

/** Starts `node` with these arguments and waits until it has said its address. @throws Error with its words if it does not */
export function serve(args: readonly string[], cwd: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: "1", BROWSER: "none" };
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env });
    let said = "";
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`No address after ${patience} ms:\n${said}`));
    }, patience);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /https?:\/\/(?:localhost|127\.0\.0\.1):\d+\S*/.exec(said)?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve({ url, said: () => said, stop: () => stop(child) });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${code}:\n${said}`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
}
