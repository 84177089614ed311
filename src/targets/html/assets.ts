/** What a page shows that is no text: read by the edge and passed in. */

export interface Assets {
  /** Data URI (or URL, in the dev server) of each picture by its `address` in the deck. */
  readonly images: ReadonlyMap<string, string>;
  readonly brand: Brand;
}

/** From `theme/brand/`; nothing protected is bundled, so both are usually absent. */
export interface Brand {
  /** Data URI or URL of the official logo. */
  readonly logo?: string;
  /** The claim, plain text. */
  readonly claim?: string;
}

export const noAssets: Assets = { images: new Map(), brand: {} };
