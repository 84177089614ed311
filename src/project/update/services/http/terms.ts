/** What holds for each exchange of a run. */

import type { Limits } from "./limits.ts";
import type { Hide } from "./words.ts";

export interface Terms {
  readonly limits: Limits;
  readonly hide: Hide;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** Told of each piece: bytes so far. */
  readonly received: (bytes: number) => void;
}
