/** Servers on this machine, for tests. */

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";

export interface Listening {
  /** "http://127.0.0.1:40123" */
  readonly url: string;
  /** Cuts what is still open. */
  readonly close: () => Promise<void>;
}

/** On a free port of the loopback address. */
export async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<Listening> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

export interface Witnessed {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Witness extends Listening {
  readonly seen: readonly Witnessed[];
}

/** A server that answers everybody with the same and keeps all that was sent to it. */
export async function startWitness(answer = "thank you"): Promise<Witness> {
  const seen: Witnessed[] = [];
  const server = await listen((request, response) => {
    void bodyOf(request).then((body) => {
      seen.push({ path: request.url ?? "", headers: request.headers, body: body.toString() });
      response.end(answer);
    });
  });
  return { ...server, seen };
}
