/** How long an exchange may take and how large an answer may be. Connecting has Node's own limit of 10 s. */

export interface Limits {
  /** ms until the answer begins. A table is worked out first, which takes its time. */
  readonly begin: number;
  /** ms without a byte of an answer that has begun. */
  readonly idle: number;
  /** ms for one whole exchange. */
  readonly total: number;
  /** Bytes of a file, unpacked where the connection compresses. */
  readonly file: number;
  /** Bytes of a text that is read for what it says: a status, a page. */
  readonly text: number;
}

export const usualLimits: Limits = {
  begin: 180_000,
  idle: 60_000,
  total: 1_800_000,
  file: 512 * 1024 * 1024,
  text: 1024 * 1024,
};
