/** Parts of a whole as a ring, each named beside its slice, the whole in the middle. */

import type { PartsChart } from "../../../../chart/model.ts";
import { valueOf } from "../../../../chart/numbers.ts";
import type { Mark } from "../../../../scene/scene.ts";
import { element } from "../../xml/tree.ts";
import { type Drawn, extentOf, groupOf, marksIn, textsIn } from "../drawn.ts";
import { codeOf, fixedText, general, labelCode } from "../format-code.ts";
import { type Grid, type GridCell, labelRangeXml } from "../grid.ts";
import { hasFixedWords, labelsXml, type PointLabel } from "../labels.ts";
import type { Plan } from "../plan.ts";
import { type Paint, sliceSeries } from "../series.ts";
import type { Piece } from "../text.ts";
import { formatOf, labelLook } from "./bands.ts";

/** Of the ring's radius, as in the browser. */
const hole = 0.62;

/** What the known parts leave open of the whole. */
const openLabel = "nicht aufgeteilt";

export function planDonut(chart: PartsChart, drawn: Drawn): Plan {
  const values = chart.parts.map(({ figure }) => valueOf(figure));
  const sum = values.reduce((total: number, value) => total + Math.max(0, value ?? 0), 0);
  const whole = valueOf(chart.whole);
  const open = Math.max(0, (whole ?? sum) - sum);
  const grid = gridOf(chart, open);
  const ring = ringOf(chart, drawn);
  const labels = chart.parts.flatMap((_, index): readonly PointLabel[] => {
    const label = values[index] === undefined ? undefined : labelOf(chart, index, values, open, ring, drawn);
    return label === undefined ? [] : [label];
  });
  const paints = new Map<number, Paint>(chart.parts.map(({ colour }, i) => [i, { fill: colour, stroke: "ground", strokeWidth: 2 }]));
  if (open > 0) paints.set(chart.parts.length, { fill: "silver", stroke: "ground", strokeWidth: 2 });
  const shares = chart.parts.map(({ share }) => (valueOf(share) === undefined ? undefined : share.text));
  return {
    grid,
    plot: { left: ring.cx - ring.radius, right: ring.cx + ring.radius, top: ring.cy - ring.radius, bottom: ring.cy + ring.radius },
    charts: [
      element(
        "c:doughnutChart",
        {},
        element("c:varyColors", { val: true }),
        sliceSeries({
          grid,
          column: 0,
          paint: { fill: chart.parts[0]?.colour ?? "blue", stroke: "ground", strokeWidth: 2 },
          points: paints,
          labels: labelsXml(undefined, labels, [], labels.every(({ key }) => key !== true) ? "round" : "none"),
          ...(shares.some((share) => share !== undefined) ? { range: labelRangeXml(grid, 0, shares) } : {}),
        }),
        element("c:firstSliceAng", { val: 0 }),
        element("c:holeSize", { val: Math.round(hole * 100) }),
      ),
    ],
    axes: [],
    blanks: "gap",
    drawings: [
      ...chart.parts.flatMap(({ category }, i): readonly Mark[] => {
        const group = groupOf(drawn, `datum:${category.key}`);
        return group === undefined || values[i] !== undefined ? [] : [group];
      }),
      ...[groupOf(drawn, "whole")].filter((group) => group !== undefined),
    ],
    fixedLabels: hasFixedWords(labels),
  };
}

/** The parts, what is open, the whole; shares by formulas where these yield the very numbers. */
function gridOf(chart: PartsChart, open: number): Grid {
  const rows = [
    ...chart.parts.map(({ category }) => ({ label: category.label })),
    ...(open > 0 ? [{ label: openLabel }] : []),
    { label: "Insgesamt" },
  ];
  const whole = valueOf(chart.whole);
  const last = `$B$${rows.length + 1}`;
  const between: readonly GridCell[] = open > 0 ? [open] : [];
  const shares = chart.parts.map(({ figure, share }, i): GridCell => {
    const [part, value] = [valueOf(figure), valueOf(share)];
    if (value === undefined || part === undefined || whole === undefined || whole === 0) return value;
    return part / whole === value ? { value, formula: `B${i + 2}/${last}` } : value;
  });
  const figures = chart.parts.map(({ figure }) => figure);
  return {
    head: chart.keyName ?? "Teil",
    rows,
    plotted: rows.length - 1,
    columns: [
      {
        name: chart.whole.unit || "Wert",
        cells: [...chart.parts.map(({ figure }) => valueOf(figure)), ...between, whole],
        code: codeOf(formatOf([...figures, chart.whole])) ?? general,
      },
    ],
    further: [
      {
        name: "Anteil",
        cells: [...shares, ...between.map(() => undefined), undefined],
        code: codeOf(formatOf(chart.parts.map(({ share }) => share))) ?? general,
      },
    ],
  };
}

interface Ring {
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
}

/** As the browser drew it: its middle by the whole's text, its radius by a slice's arc. */
function ringOf(chart: PartsChart, drawn: Drawn): Ring {
  const whole = groupOf(drawn, "whole");
  const [number, unit] = whole === undefined ? [] : textsIn(whole);
  const cx = number?.x ?? drawn.size.width / 2;
  const cy = number === undefined ? drawn.size.height / 2 : number.y - number.size * (unit === undefined ? 0.33 : 0.18);
  const empty = drawn.marks.find((mark) => mark.type === "circle" && mark.key === "empty");
  if (empty?.type === "circle") return { cx, cy, radius: empty.r / ((1 + hole) / 2) };
  const slices = chart.parts.flatMap(({ category }) => groupOf(drawn, `datum:${category.key}`)?.marks ?? []);
  const arcs = [...slices, ...drawn.marks].flatMap((mark) => (mark.type === "path" ? radiusIn(mark.d) : []));
  return { cx, cy, radius: Math.max(20, ...arcs) };
}

/** The radius of the first arc of a path, none where it has none. */
function radiusIn(d: string): readonly number[] {
  const from = d.indexOf("A");
  return from < 0 ? [] : [Number.parseFloat(d.slice(from + 1))];
}

function labelOf(
  chart: PartsChart,
  index: number,
  values: readonly (number | undefined)[],
  open: number,
  ring: Ring,
  drawn: Drawn,
): PointLabel | undefined {
  const part = chart.parts[index];
  const group = part === undefined ? undefined : groupOf(drawn, `datum:${part.category.key}`);
  const texts = group === undefined ? [] : textsIn(group);
  const extent = extentOf(texts);
  if (part === undefined || group === undefined || extent === undefined) return undefined;
  const { figure, share } = part;
  const names = textsIn(group, "label");
  const fixed = fixedText(figure);
  const known = valueOf(share) !== undefined && share.text !== figure.text;
  const number: readonly Piece[] = [
    { text: figure.text, ...(fixed === undefined ? { field: "VALUE" } : {}) },
    ...(known ? [{ text: " · " }, { text: share.text, field: "CELLRANGE" } as const] : []),
  ];
  const isList = marksIn(group, "rect", "swatch").length > 0;
  const together = texts.every(({ y }) => y === texts[0]?.y);
  const bold = texts[0]?.weight === "bold";
  const name: Piece = { text: part.category.label, field: "CATEGORYNAME", look: { bold: bold || !together } };
  const words = together ? [[name, { text: isList ? "   " : " · " }, ...number]] : [[name], number];
  const at = middleOf(index, values, open, ring);
  return {
    index,
    look: labelLook,
    code: labelCode(figure),
    value: true,
    category: true,
    words,
    align: isList || (extent.left + extent.right) / 2 > ring.cx ? "l" : "r",
    ...(isList ? { key: true } : {}),
    shift: { dx: (extent.left + extent.right) / 2 - at.x, dy: (extent.top + extent.bottom) / 2 - at.y, size: drawn.size },
    ...(names.length > 1 ? { box: { width: extent.right - extent.left + 14, height: extent.bottom - extent.top + 8 } } : {}),
  };
}

/** The middle of a slice, where its label would stand by itself. */
function middleOf(
  index: number,
  values: readonly (number | undefined)[],
  open: number,
  ring: Ring,
): { readonly x: number; readonly y: number } {
  const sizes = values.map((value) => Math.max(0, value ?? 0));
  const sum = sizes.reduce((total, size) => total + size, 0) + open;
  const before = sizes.slice(0, index).reduce((total, size) => total + size, 0);
  const angle = sum === 0 ? 0 : ((before + (sizes[index] ?? 0) / 2) / sum) * 2 * Math.PI;
  const r = (ring.radius * (1 + hole)) / 2;
  return { x: ring.cx + Math.sin(angle) * r, y: ring.cy - Math.cos(angle) * r };
}
