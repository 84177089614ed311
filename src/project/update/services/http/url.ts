/** Addresses that people and servers write. */

/** `undefined` for what is no address. */
export function urlOf(text: string, base?: URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** Whether nobody can listen to what goes there: encrypted, or not leaving this machine. And the address itself holds no credentials. */
export function isSafe(url: URL): boolean {
  const own = url.protocol === "http:" && loopback.has(url.hostname);
  return (url.protocol === "https:" || own) && url.username === "" && url.password === "";
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** An address as it may be told and kept: what stands behind the question mark may be a key to it. */
export function withoutQuery(url: URL): string {
  return `${url.origin}${url.pathname}${url.search === "" ? "" : "?…"}`;
}
