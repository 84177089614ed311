/** The clock of this machine. */

import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "./service.ts";

export const clock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, signal === undefined ? {} : { signal });
    } catch (reason) {
      if (signal?.aborted !== true) throw reason;
    }
  },
};
