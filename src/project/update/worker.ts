/** The reader's thread: takes one job, answers once. */

import { parentPort, workerData } from "node:worker_threads";
import { work } from "./work.ts";

// What was cloned is what `reader.ts` has sent: there is nobody else who starts this thread.
parentPort?.postMessage(await work(workerData), []);
