import type { Request } from "./arguments.ts";
import type { ExitCode } from "./main.ts";
import type { Terminal } from "./terminal.ts";
export async function start(request: Request, packageRoot: string, terminal: Terminal): Promise<ExitCode> {
  terminal.say(request.root + packageRoot);
  return 0;
}
