/** Which mark of a drawing is meant where somebody points: also by the words that a map writes beside an area. */

/** @returns nothing where no mark is */
export function markAt(target: EventTarget | null): SVGElement | undefined {
  if (!(target instanceof Element) || target.closest(".drawing") === null) return undefined;
  return target.closest<SVGElement>("[data-reading]") ?? areaNamed(target.closest('[data-key^="label:"]'));
}

/** As `kinds/choropleth.ts` names the two. */
function areaNamed(label: Element | null): SVGElement | undefined {
  const key = label?.getAttribute("data-key")?.replace(/^label:/u, "datum:") ?? "";
  return label?.closest("svg")?.querySelector<SVGElement>(`[data-reading][data-key="${CSS.escape(key)}"]`) ?? undefined;
}
