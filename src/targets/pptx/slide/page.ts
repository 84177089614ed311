/** What finishing a shape needs to know of where it stands: on a slide, or on the page of its notes. */

import type { Ground } from "../../../../theme/layouts.ts";
import type { SlideContext } from "./context.ts";

export interface Page extends SlideContext {
  /** What its text stands on. */
  readonly ground: Ground;
}
