/** A plan → the chart's part. */

import { canvasType } from "../../../chart/layout.ts";
import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { edgeLayout, plotLayout, type Size } from "./place.ts";
import type { Plan } from "./plan.ts";
import { language, rich, textProperties } from "./text.ts";

/** `c:chartSpace`; `ids`: of its relationships to the workbook and to what is drawn on top. */
export function chartXml(
  plan: Plan,
  subtitle: readonly string[],
  size: Size,
  ids: { readonly workbook: string; readonly drawings?: string | undefined },
): XmlElement {
  const title = titleXml(subtitle, size);
  return element(
    "c:chartSpace",
    { "xmlns:c": namespaces.c, "xmlns:a": namespaces.a, "xmlns:r": namespaces.r },
    element("c:date1904", { val: false }),
    element("c:lang", { val: language }),
    element("c:roundedCorners", { val: false }),
    element(
      "c:chart",
      {},
      title,
      element("c:autoTitleDeleted", { val: title === undefined }),
      element("c:plotArea", {}, plotLayout(plan.plot, size), ...plan.charts, ...plan.axes, emptyShape()),
      plan.legend,
      element("c:plotVisOnly", { val: true }),
      element("c:dispBlanksAs", { val: plan.blanks }),
    ),
    emptyShape(),
    textProperties({ size: canvasType.label }),
    element("c:externalData", { "r:id": ids.workbook }, element("c:autoUpdate", { val: false })),
    ids.drawings === undefined ? undefined : element("c:userShapes", { "r:id": ids.drawings }),
  );
}

function emptyShape(): XmlElement {
  return element("c:spPr", {}, element("a:noFill"), element("a:ln", {}, element("a:noFill")));
}

/** The subtitle, broken as the browser breaks it. */
function titleXml(subtitle: readonly string[], size: Size): XmlElement | undefined {
  if (subtitle.length === 0) return undefined;
  const look = { size: canvasType.label, colour: "muted" } as const;
  return element(
    "c:title",
    {},
    element(
      "c:tx",
      {},
      rich(
        subtitle.map((text) => [{ text }]),
        look,
        "l",
      ),
    ),
    edgeLayout({ x: 0, y: 0 }, size),
    element("c:overlay", { val: false }),
  );
}
