/** Regions of a house layout → placeholders of the template's layout. */

import { mappedRegions } from "../../../deck/template-settings.ts";
import type { PlaceholderName, TemplateSettings } from "../../../deck/model.ts";
import { error, type Diagnostic, type Message } from "../../../source/diagnostic.ts";
import {
  besideUnmatched,
  type ContentKind,
  contentUnclear,
  contentUnmatched,
  kindAmbiguous,
  placeholderAmbiguous,
  placeholderKind,
  placeholderNowhere,
  placeholderTurned,
  placeholderTwice,
  placeholderUnfit,
  placeholderUnknown,
  titleUnmatched,
  type Unmatched,
} from "../../../source/messages/pptx-template-match.ts";
import { nearest } from "../../../source/nearest.ts";
import type { Span } from "../../../source/source.ts";
import { type Box, type CanvasName, isLayoutName, type Layout } from "../../../../theme/layouts.ts";
import type { FoundLayout, FoundPlaceholder } from "./corporate-layouts.ts";
import { named } from "./corporate-names.ts";
import type { LayoutUse } from "./corporate-uses.ts";
import { type HousePlace, placesOf } from "./layout.ts";
import type { TemplateRegion } from "./template.ts";

/** A region and the placeholder that it takes. */
export interface Match {
  readonly region: string;
  readonly kind: TemplateRegion["kind"];
  readonly placeholder: PlacedPlaceholder;
  /** Whether the house's template made it. */
  readonly ofHouse: boolean;
}

export interface PlacedPlaceholder extends FoundPlaceholder {
  readonly box: Box;
}

export interface MatchInput {
  readonly canvas: CanvasName;
  readonly use: LayoutUse;
  readonly settings: TemplateSettings;
  readonly house: Layout;
  readonly layout: FoundLayout;
  readonly report: Diagnostic[];
}

/** What takes the regions that are not content, by the type of the placeholder. */
const byType: ReadonlyMap<string, readonly string[]> = new Map([
  ["title", ["title", "ctrTitle"]],
  ["source", ["ftr"]],
  ["page", ["sldNum"]],
  ["date", ["dt"]],
]);

/** What content may stand in. */
const contentTypes: ReadonlySet<string> = new Set(["obj", "body", "subTitle", "tbl", "chart", "pic"]);
const textTypes: ReadonlySet<string> = new Set(["obj", "body", "subTitle"]);

/** What placeholders of one kind of content take. */
const only: ReadonlyMap<string, ContentKind> = new Map([
  ["tbl", "table"],
  ["chart", "chart"],
  ["pic", "picture"],
]);

/**
 * Matches one layout: first what is mapped, then what the house's template has made for the region, then what is there once
 * by its type, then by name, then what is left in order.
 */
export class RegionMatcher {
  private readonly input: MatchInput;
  private readonly taken = new Map<FoundPlaceholder, string>();
  private readonly found = new Map<string, FoundPlaceholder>();
  /** Regions that are left out on purpose, or of which a fault has been told. */
  private readonly settled = new Set<string>();

  constructor(input: MatchInput) {
    this.input = input;
  }

  match(): readonly Match[] {
    const regions = mappedRegions(this.input.use.layout);
    for (const region of regions) this.matchMapped(region);
    for (const region of regions) this.matchHouse(region);
    for (const region of regions) this.matchType(region);
    for (const region of regions) this.matchName(region);
    this.matchOrder(this.open(regions).filter((region) => this.kindOf(region) === "content"));
    for (const region of this.open(regions)) this.tellUnmatched(region);
    return regions.flatMap((region) => this.toMatch(region));
  }

  private matchMapped(region: string): void {
    const { settings, use } = this.input;
    const own = settings.layouts.get(use.layout)?.regions.get(region);
    const mapped = own ?? settings.regions.get(region);
    if (mapped === undefined) return;
    // What holds for all layouts may miss in one that does not need it.
    const placeholder = "none" in mapped ? undefined : this.lookUp(region, mapped, own !== undefined || use.regions.has(region));
    if (placeholder === undefined) this.settled.add(region);
    else this.take(region, placeholder);
  }

  private lookUp(region: string, mapped: Exclude<PlaceholderName, { none: true }>, needed: boolean): FoundPlaceholder | undefined {
    const { layout } = this.input;
    const matches = named(mapped.name, layout.placeholders);
    const [match] = matches;
    const tell = (message: Message): undefined => {
      this.input.report.push(error(mapped.span, message));
    };
    if (match === undefined) {
      const names = layout.placeholders.map(({ name }) => name);
      return needed ? tell(placeholderUnknown(mapped.name, layout.name, nearest(mapped.name, names), layout.placeholders)) : undefined;
    }
    if (matches.length > 1) return tell(placeholderAmbiguous(match.name, layout.name));
    if (!this.fits(region, match)) return tell(placeholderUnfit(region, match));
    if (match.turned) return tell(this.turned(region, match));
    const other = this.taken.get(match);
    return other === undefined ? match : tell(placeholderTwice(match.name, region, other));
  }

  /** Of a template that has been made of one of our files. */
  private matchHouse(region: string): void {
    if (this.isSettled(region)) return;
    const { use, canvas } = this.input;
    const [match] = this.straightest((placeholder) => isOfHouse(placeholder, placesOf(use.layout, canvas).get(region)));
    if (match !== undefined) this.takeStraight(region, match);
  }

  private matchType(region: string): void {
    const types = byType.get(region);
    if (types === undefined || this.isSettled(region)) return;
    const matches = this.straightest(({ type }) => types.includes(type));
    const [match] = matches;
    if (match === undefined) return;
    if (matches.length === 1) this.takeStraight(region, match);
    else this.tell(region, kindAmbiguous(this.unmatched(region), matches));
  }

  /** Of a placeholder that is called as the region is, as one may call them in a template of one's own. */
  private matchName(region: string): void {
    if (this.isSettled(region)) return;
    const matches = named(
      region,
      this.straightest((placeholder) => this.fits(region, placeholder)),
    );
    const [match] = matches;
    if (match === undefined) return;
    if (matches.length === 1) this.takeStraight(region, match);
    else this.tell(region, placeholderAmbiguous(match.name, this.input.layout.name));
  }

  /** As many placeholders as regions, and side by side as they are. */
  private matchOrder(regions: readonly string[]): void {
    const all = this.free().filter(({ type }) => contentTypes.has(type));
    const free = all.filter(({ turned }) => !turned);
    const turned = all.find((placeholder) => placeholder.turned);
    if (regions.length === 0) return;
    const used = regions.filter((region) => this.input.use.regions.has(region));
    if (turned !== undefined && free.length < regions.length) {
      for (const region of used) this.tell(region, this.turned(region, turned));
      return;
    }
    if (free.length !== regions.length) {
      for (const region of used) this.tell(region, contentUnmatched(this.unmatched(region), regions, free));
      return;
    }
    const ordered = fromLeft(free);
    const misfits = regions.length > 1 && regions.some((region, i) => this.misfit(region, ordered?.[i]) !== undefined);
    if (ordered === undefined || misfits) {
      for (const region of used) this.tell(region, contentUnclear(this.unmatched(region), regions, free));
      return;
    }
    for (const [i, region] of regions.entries()) {
      const placeholder = ordered[i];
      if (placeholder !== undefined) this.take(region, placeholder);
    }
  }

  private tellUnmatched(region: string): void {
    if (!this.input.use.regions.has(region)) return;
    const unmatched = this.unmatched(region);
    if (region === "title") this.tell(region, titleUnmatched(unmatched));
    else this.tell(region, besideUnmatched(unmatched, byType.get(region)?.[0]));
  }

  private toMatch(region: string): readonly Match[] {
    const placeholder = this.found.get(region);
    const use = this.input.use.regions.get(region);
    if (placeholder === undefined) return [];
    const { box } = placeholder;
    if (box === undefined) {
      if (use !== undefined) this.tell(region, placeholderNowhere(placeholder.name, this.input.layout.name));
      return [];
    }
    const misfit = this.misfit(region, placeholder);
    if (misfit !== undefined) this.tell(region, placeholderKind(this.unmatched(region), placeholder, misfit));
    const { layout, canvas } = this.input;
    const house = isLayoutName(layout.name) ? [...placesOf(layout.name, canvas).values()] : [];
    const ofHouse = house.some((place) => isOfHouse(placeholder, place));
    return [{ region, kind: this.kindOf(region), placeholder: { ...placeholder, box }, ofHouse }];
  }

  /** What the slides put into a region that its placeholder does not take. */
  private misfit(region: string, placeholder: FoundPlaceholder | undefined): ContentKind | undefined {
    const kind = placeholder && only.get(placeholder.type);
    return kind === undefined ? undefined : [...(this.input.use.regions.get(region)?.kinds ?? [])].find((other) => other !== kind);
  }

  private fits(region: string, { type }: FoundPlaceholder): boolean {
    if (this.kindOf(region) === "content") return contentTypes.has(type);
    const own = byType.get(region)?.includes(type) === true;
    return region === "title" ? own : own || textTypes.has(type);
  }

  private kindOf(region: string): Match["kind"] {
    return region === "date" ? "date" : (this.input.house.regions.find(({ name }) => name === region)?.kind ?? "content");
  }

  private free(): readonly FoundPlaceholder[] {
    return this.input.layout.placeholders.filter((placeholder) => !this.taken.has(placeholder));
  }

  /** What is free and such, of it what stands straight if anything does. */
  private straightest(is: (placeholder: FoundPlaceholder) => boolean): readonly FoundPlaceholder[] {
    const all = this.free().filter(is);
    const straight = all.filter(({ turned }) => !turned);
    return straight.length > 0 ? straight : all;
  }

  private takeStraight(region: string, placeholder: FoundPlaceholder): void {
    if (placeholder.turned) this.tell(region, this.turned(region, placeholder));
    else this.take(region, placeholder);
  }

  private turned(region: string, placeholder: FoundPlaceholder): Message {
    const kind = this.kindOf(region);
    return placeholderTurned(region, this.input.layout.name, placeholder, kind !== "title" && kind !== "content");
  }

  private open(regions: readonly string[]): readonly string[] {
    return regions.filter((region) => !this.isSettled(region));
  }

  private isSettled(region: string): boolean {
    return this.settled.has(region) || this.found.has(region);
  }

  private take(region: string, placeholder: FoundPlaceholder): void {
    this.taken.set(placeholder, region);
    this.found.set(region, placeholder);
  }

  /** Of a region that no slide uses, nothing is told. */
  private tell(region: string, message: Message): void {
    this.settled.add(region);
    if (this.input.use.regions.has(region)) this.input.report.push(error(this.placeOf(region), message));
  }

  /** Where `deck.yaml` says something of the region, of the layout, or of the template. */
  private placeOf(region: string): Span {
    const { settings, use } = this.input;
    const mapping = settings.layouts.get(use.layout);
    const mapped = mapping?.regions.get(region) ?? settings.regions.get(region);
    return mapped?.span ?? mapping?.name?.span ?? mapping?.span ?? settings.file.span;
  }

  private unmatched(region: string): Unmatched {
    const { use, layout } = this.input;
    const slides = use.regions.get(region)?.slides ?? use.slides;
    return { region, layout: use.layout, template: layout.name, slides, there: layout.placeholders };
  }
}

function isOfHouse({ name, reference: { type, idx } }: FoundPlaceholder, house: HousePlace | undefined): boolean {
  return house !== undefined && name === house.name && type === house.place.type && idx === house.place.idx;
}

/** In their order from left to right, if they stand beside each other. */
function fromLeft(placeholders: readonly FoundPlaceholder[]): readonly FoundPlaceholder[] | undefined {
  const ordered = placeholders.toSorted((a, b) => (a.box?.x ?? 0) - (b.box?.x ?? 0));
  const apart = ordered.every(({ box }, i) => {
    const before = ordered[i - 1]?.box;
    return i === 0 || (box !== undefined && before !== undefined && before.x + before.width <= box.x);
  });
  return apart ? ordered : undefined;
}
