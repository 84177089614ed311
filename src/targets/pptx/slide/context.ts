/** What the makers of charts, drawings and tables share while one slide is written. */

import type { Deck, Slide } from "../../../deck/model.ts";
import type { Recorder } from "../audit/recorder.ts";
import type { PackageBuilder, PartBuilder } from "../package/part.ts";
import type { Template } from "../template/template.ts";

export interface SlideContext {
  readonly deck: Deck;
  readonly slide: Slide;
  /** From 1. */
  readonly number: number;
  readonly template: Template;
  /** Collects the slide's relationships and gives shape ids. */
  readonly part: PartBuilder;
  /** Takes charts, workbooks and pictures in. */
  readonly package: PackageBuilder;
  /** The path of the slide with that id, for links between slides; `undefined` where there is none. */
  readonly slidePath: (id: string) => string | undefined;
  /** Pictures by their address in the deck. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Is told all that the file says, so that it can be compared with what comes back. */
  readonly recorder?: Recorder;
}

/** A picture's file. */
export interface Picture {
  readonly bytes: Uint8Array;
  /** "image/png", "image/jpeg", "image/svg+xml", "image/webp". */
  readonly contentType: string;
  /** px; of an SVG its own size or the shape of its view box. */
  readonly width: number;
  readonly height: number;
}
