/** Planned shapes as XML: `p:sp`, `p:cxnSp`, `p:grpSp`. */

import type { Box } from "../../../../theme/layouts.ts";
import { emu } from "../units.ts";
import { namespaces } from "../xml/namespaces.ts";
import { element, type XmlElement } from "../xml/tree.ts";
import { legal } from "../xml/write.ts";
import { boxWith, type Glue, type GluedEnd, type Point, usualSites } from "./glue.ts";
import { fillOf, lineOf } from "./paint-xml.ts";
import type { Segment } from "./path.ts";
import type { Drawn, DrawnGroup, DrawnLine, DrawnShape } from "./plan.ts";
import { textBody } from "./text-xml.ts";

/** EMU, from the slide's upper left corner. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly cx: number;
  readonly cy: number;
}

/** An element with the box that it fills. */
interface Written {
  readonly xml: XmlElement;
  readonly frame: Frame;
}

export class ShapeWriter {
  readonly #glue: Glue;
  readonly #origin: Point;

  /** @param origin of the scene on the slide, px */
  constructor(glue: Glue, origin: Point) {
    this.#glue = glue;
    this.#origin = origin;
  }

  /** A group, as large as what is in it. @param description alternative text */
  group(
    group: Pick<DrawnGroup, "id" | "name" | "members" | "opacity">,
    properties: { readonly description?: string; readonly decorative: boolean },
  ): Written {
    const members = group.members.map((member) => this.#drawn(member, group.opacity));
    const frame = union(members.map((member) => member.frame)) ?? this.#frame({ x: 0, y: 0, width: 0, height: 0 });
    const { x, y, cx, cy } = frame;
    const transform = element(
      "a:xfrm",
      {},
      element("a:off", { x, y }),
      element("a:ext", { cx, cy }),
      element("a:chOff", { x, y }),
      element("a:chExt", { cx, cy }),
    );
    const head = element("p:nvGrpSpPr", {}, nonVisual(group, properties), element("p:cNvGrpSpPr"), element("p:nvPr"));
    return { xml: element("p:grpSp", {}, head, element("p:grpSpPr", {}, transform), ...members.map((member) => member.xml)), frame };
  }

  #drawn(drawn: Drawn, around: number | undefined): Written {
    const opacity = around === undefined ? drawn.opacity : around * (drawn.opacity ?? 1);
    switch (drawn.kind) {
      case "group":
        return this.group({ ...drawn, ...(opacity === undefined ? {} : { opacity }) }, { decorative: drawn.decorative });
      case "shape":
        return this.#shape(drawn, opacity);
      case "line":
        return this.#line(drawn, opacity);
    }
  }

  #shape(shape: DrawnShape, opacity: number | undefined): Written {
    const margins = this.#glue.margins.get(shape);
    const isText = shape.form.type === "text";
    const words = shape.words && (margins === undefined ? shape.words : { ...shape.words, insets: margins });
    const frame = this.#frame(boxWith(shape, margins));
    const head = element(
      "p:nvSpPr",
      {},
      nonVisual(shape, { decorative: shape.decorative }),
      element("p:cNvSpPr", { txBox: isText ? true : undefined }),
      element("p:nvPr"),
    );
    const look = element(
      "p:spPr",
      {},
      transformOf(frame),
      this.#geometry(shape, frame),
      fillOf(shape.paint.fill, opacity),
      lineOf(shape.paint, opacity),
    );
    return { xml: element("p:sp", {}, head, look, words && textBody(words, isText, opacity)), frame };
  }

  #geometry(shape: DrawnShape, frame: Frame): XmlElement {
    const { form, box } = shape;
    switch (form.type) {
      case "text":
      case "rect":
        return preset("rect");
      case "round":
        return preset("roundRect", Math.round((form.radius / Math.min(box.width, box.height)) * 100_000));
      case "ellipse": {
        const sites = this.#glue.sites.get(shape);
        return sites === undefined && shape.words === undefined ? preset("ellipse") : disc(frame, sites ?? usualSites(shape));
      }
      case "path":
        return this.#freeform(form.segments, frame);
    }
  }

  /** Every point is rounded on the slide, not in the shape, so that neighbours meet. */
  #freeform(segments: readonly Segment[], frame: Frame): XmlElement {
    const point = (x: number, y: number): XmlElement =>
      element("a:pt", { x: emu(this.#origin.x + x) - frame.x, y: emu(this.#origin.y + y) - frame.y });
    const closed = segments.some((segment) => segment.type === "close");
    const steps = segments.map((segment) => {
      switch (segment.type) {
        case "move":
          return element("a:moveTo", {}, point(segment.x, segment.y));
        case "line":
          return element("a:lnTo", {}, point(segment.x, segment.y));
        case "curve":
          return element("a:cubicBezTo", {}, point(segment.x1, segment.y1), point(segment.x2, segment.y2), point(segment.x, segment.y));
        case "close":
          return element("a:close");
      }
    });
    return custom([], [], element("a:path", { w: frame.cx, h: frame.cy, fill: closed ? undefined : "none" }, ...steps));
  }

  #line(line: DrawnLine, opacity: number | undefined): Written {
    const { name = line.name, start, end } = this.#glue.lines.get(line) ?? {};
    const from = this.#place(start ?? { x: line.x1, y: line.y1 });
    const to = this.#place(end ?? { x: line.x2, y: line.y2 });
    const frame = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), cx: Math.abs(to.x - from.x), cy: Math.abs(to.y - from.y) };
    const decorative = line.decorative && this.#glue.lines.get(line)?.name === undefined;
    const head = element(
      "p:nvCxnSpPr",
      {},
      nonVisual({ id: line.id, name }, { decorative }),
      element("p:cNvCxnSpPr", {}, connection("a:stCxn", start), connection("a:endCxn", end)),
      element("p:nvPr"),
    );
    const transform = transformOf(frame, { flipH: to.x < from.x || undefined, flipV: to.y < from.y || undefined });
    const look = element("p:spPr", {}, transform, preset("straightConnector1"), lineOf(line.paint, opacity));
    return { xml: element("p:cxnSp", {}, head, look), frame };
  }

  #place({ x, y }: Point): Point {
    return { x: emu(this.#origin.x + x), y: emu(this.#origin.y + y) };
  }

  #frame({ x, y, width, height }: Box): Frame {
    const [from, to] = [this.#place({ x, y }), this.#place({ x: x + width, y: y + height })];
    return { x: from.x, y: from.y, cx: to.x - from.x, cy: to.y - from.y };
  }
}

/** `p:cNvPr`. */
function nonVisual(
  { id, name }: { readonly id: number; readonly name: string },
  { description, decorative }: { readonly description?: string; readonly decorative: boolean },
): XmlElement {
  const mark = element("adec:decorative", { "xmlns:adec": namespaces.adec, val: true });
  const extension = element("a:extLst", {}, element("a:ext", { uri: "{C183D7F6-B498-43B3-948B-1728B52AA6E4}" }, mark));
  const descr = description === undefined ? undefined : legal(description);
  return element("p:cNvPr", { id, name: legal(name), descr }, decorative ? extension : undefined);
}

function connection(name: string, end: GluedEnd | undefined): XmlElement | undefined {
  return end && element(name, { id: end.shape.id, idx: end.site });
}

function transformOf(
  { x, y, cx, cy }: Frame,
  flips: { readonly flipH?: true | undefined; readonly flipV?: true | undefined } = {},
): XmlElement {
  return element("a:xfrm", flips, element("a:off", { x, y }), element("a:ext", { cx, cy }));
}

function union(frames: readonly Frame[]): Frame | undefined {
  if (frames.length === 0) return undefined;
  const [x, y] = [Math.min(...frames.map((each) => each.x)), Math.min(...frames.map((each) => each.y))];
  const right = Math.max(...frames.map((each) => each.x + each.cx));
  const bottom = Math.max(...frames.map((each) => each.y + each.cy));
  return { x, y, cx: right - x, cy: bottom - y };
}

function preset(name: string, adjust?: number): XmlElement {
  const list = element("a:avLst", {}, adjust === undefined ? undefined : element("a:gd", { name: "adj", fmla: `val ${adjust}` }));
  return element("a:prstGeom", { prst: name }, list);
}

/** A circle whose text may fill its whole width. @param sites parts of its width and height */
function disc({ cx, cy }: Frame, sites: readonly Point[]): XmlElement {
  const guides = sites.flatMap(({ x, y }, i) => [
    element("a:gd", { name: `connsiteX${i}`, fmla: `*/ ${Math.round(x * cx)} w ${cx}` }),
    element("a:gd", { name: `connsiteY${i}`, fmla: `*/ ${Math.round(y * cy)} h ${cy}` }),
  ]);
  const connections = sites.map((_, i) => element("a:cxn", { ang: 0 }, element("a:pos", { x: `connsiteX${i}`, y: `connsiteY${i}` })));
  const [wR, hR] = [Math.round(cx / 2), Math.round(cy / 2)];
  const quarters = [180, 270, 0, 90].map((degrees) => element("a:arcTo", { wR, hR, stAng: degrees * 60_000, swAng: 90 * 60_000 }));
  const outline = element(
    "a:path",
    { w: cx, h: cy },
    element("a:moveTo", {}, element("a:pt", { x: 0, y: hR })),
    ...quarters,
    element("a:close"),
  );
  return custom(guides, connections, outline);
}

function custom(guides: readonly XmlElement[], connections: readonly XmlElement[], outline: XmlElement): XmlElement {
  return element(
    "a:custGeom",
    {},
    element("a:avLst"),
    element("a:gdLst", {}, ...guides),
    element("a:ahLst"),
    element("a:cxnLst", {}, ...connections),
    element("a:rect", { l: "l", t: "t", r: "r", b: "b" }),
    element("a:pathLst", {}, outline),
  );
}
