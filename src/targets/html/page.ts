/** The whole deck as one HTML document. */

import type { Deck } from "../../deck/model.ts";
import { type Assets, noAssets } from "./assets.ts";

/** The bundled client, put into the page (one file, CSP by hashes) … */
export interface InlineClient {
  readonly script: string;
  readonly style: string;
  /** Further inline scripts and styles whose hashes the policy must hold: those of the speaker view's window. */
  readonly allowed?: { readonly scripts: readonly string[]; readonly styles: readonly string[] };
}

/** … or loaded from a dev server, without a policy, which would forbid the server's own scripts and styles. */
export interface LinkedClient {
  readonly scriptSrc: string;
  readonly styleSrc?: string;
}

/** A complete HTML document. Readable without JavaScript. */
export function renderPage(deck: Deck, client: InlineClient | LinkedClient, assets: Assets = noAssets): string {
  throw new Error(`not built yet: ${deck.id} ${"script" in client} ${assets.images.size}`);
}
