/**
 * A middle and groups of members on both sides of it, each member with a line of its own. Groups keep their order, left
 * side first; members are sorted by their height, so that no two lines cross. A narrow box sets the groups under the middle.
 */

import { breakLines } from "../../scene/measure.ts";
import { circle, group, leading, line, text, textLines } from "../../scene/marks.ts";
import type { Mark } from "../../scene/scene.ts";
import type { NetworkChart } from "../model.ts";
import { textIn } from "../paint.ts";
import { centreBand, type Disc, discOf, smallestDisc, towards } from "./hub.ts";
import type { Area, Drawing } from "./kind.ts";

type Members = NetworkChart["groups"][number];

interface Block {
  readonly members: Members;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly height: number;
  /** Between members, px. */
  readonly rowGap: number;
}

/** From this width on there is room for names on both sides, in units of the label size. */
const wideFrom = 32;

export function drawNetwork(chart: NetworkChart, area: Area): Drawing {
  return area.width >= area.label * wideFrom && chart.groups.length > 1 ? star(chart, area) : tree(chart, area);
}

function blockOf(members: Members, width: number, rowGap: number, area: Area): Block {
  const head = breakLines(members.label, width, area.label, "bold");
  const rows = members.members.map((member) => breakLines(member, width, area.label));
  const lines = head.length + rows.reduce((sum, each) => sum + each.length, 0);
  return { members, head, rows, height: lines * leading(area.label) + rows.length * rowGap, rowGap };
}

function heightOf(blocks: readonly Block[], gap: number): number {
  return blocks.reduce((sum, block) => sum + block.height, 0) + Math.max(0, blocks.length - 1) * gap;
}

function star(chart: NetworkChart, area: Area): Drawing {
  const disc = discOf(chart.centre, Math.min(area.label * 5.4, area.width * 0.105), area) ?? smallestDisc(chart.centre, area);
  const fan = Math.max(area.label * 3, Math.min(area.label * 6.5, area.width * 0.09));
  const side = (area.width - 2 * disc.radius - 2 * fan) / 2;
  const indent = area.label * 1.1;
  const leastGap = area.label * 0.9;
  const sidesWith = (rowGap: number): readonly (readonly Block[])[] => {
    const blocks = chart.groups.map((members) => blockOf(members, side - indent, rowGap, area));
    const split = bestSplit(blocks);
    return [blocks.slice(0, split), blocks.slice(split)];
  };
  const tallest = (each: readonly (readonly Block[])[]): number => Math.max(2 * disc.radius, ...each.map((own) => heightOf(own, leastGap)));
  const loose = [0.9, 0.7].map((factor) => sidesWith(area.label * factor)).find((each) => tallest(each) <= (area.height - area.top) * 0.94);
  const sides = loose ?? sidesWith(area.label * 0.45);
  const needed = tallest(sides);
  const height = Math.max(area.height - area.top, needed);
  const [cx, cy] = [area.width / 2, area.top + height / 2];
  const marks = sides.flatMap((own, s) => {
    const free = height - heightOf(own, 0);
    const gap = own.length > 1 ? Math.max(leastGap, Math.min(free / (own.length - 1), area.label * 2.4)) : 0;
    let top = cy - heightOf(own, gap) / 2;
    return own.map((block) => {
      const mark = blockMark(
        block,
        s === 0 ? side - indent : area.width - side + indent,
        top,
        s === 0 ? "end" : "start",
        { cx, cy, disc },
        area,
      );
      top += block.height + gap;
      return mark;
    });
  });
  return { marks: [...marks, disc.draw(cx, cy)], height: area.top + height };
}

/** How many groups stand left, so that both sides are about equally high. */
function bestSplit(blocks: readonly Block[]): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let split = 1; split < blocks.length; split++) {
    const difference = Math.abs(heightOf(blocks.slice(0, split), 20) - heightOf(blocks.slice(split), 20));
    if (difference < least) [best, least] = [split, difference];
  }
  return best;
}

/** One group beside the middle: its name, its members, a line from each member to the disc. */
function blockMark(
  block: Block,
  x: number,
  top: number,
  anchor: "start" | "end",
  middle: { readonly cx: number; readonly cy: number; readonly disc: Disc },
  area: Area,
): Mark {
  const { members, rowGap } = block;
  const out = anchor === "end" ? 1 : -1;
  const dotX = x + out * area.label * 0.75;
  let y = top;
  const head = textLines("label", x, y + area.label * 0.85, block.head, {
    size: area.label,
    weight: "bold",
    anchor,
    fill: textIn(members.colour),
  });
  y += block.head.length * leading(area.label) + rowGap / 2;
  const lines: Mark[] = [];
  const named: Mark[] = [];
  const dots: number[] = [];
  for (const [i, member] of members.members.entries()) {
    const own = block.rows[i] ?? [];
    const dotY = y + (own.length * leading(area.label)) / 2;
    dots.push(dotY);
    const [endX, endY] = towards(middle.cx, middle.cy, dotX, dotY, middle.disc.radius);
    lines.push(
      line(`line:${member}`, endX, endY, dotX, dotY, { stroke: members.colour, strokeWidth: 1.5, from: "centre", to: `member:${member}` }),
    );
    const words = textLines("label", x, y + area.label * 0.85, own, { size: area.label, anchor });
    const dot = circle("dot", dotX, dotY, 5.5, { fill: members.colour, stroke: "ground", strokeWidth: 1.5 });
    named.push(group(`member:${member}`, [dot, ...words], `${members.label}: ${member}`));
    y += own.length * leading(area.label) + rowGap;
  }
  const bar = line("bar", dotX, dots[0] ?? top, dotX, dots.at(-1) ?? top, { stroke: members.colour, strokeWidth: 3 });
  return group(`group:${members.label}`, [group("lines", lines), ...(dots.length > 1 ? [bar] : []), ...head, ...named]);
}

/** For narrow boxes: the middle as a band on top, each group below it on one stem. */
function tree(chart: NetworkChart, area: Area): Drawing {
  const indent = area.label * 1.5;
  const centre = centreBand(chart.centre, area);
  const blocks = chart.groups.map((members) => blockOf(members, area.width - indent, Math.round(area.label * 0.45), area));
  const first = area.top + centre.height + area.label * 0.9;
  const free = area.height - first - heightOf(blocks, 0);
  const gap = Math.max(area.label * 0.7, Math.min(blocks.length > 1 ? free / (blocks.length - 1) : 0, area.label * 1.8));
  let y = first;
  const marks = blocks.map((block) => {
    const { members, rowGap } = block;
    const dots: number[] = [];
    const head = textLines("label", indent, y + area.label * 0.85, block.head, {
      size: area.label,
      weight: "bold",
      fill: textIn(members.colour),
    });
    y += block.head.length * leading(area.label) + rowGap / 2;
    const named = members.members.map((member, i) => {
      const own = block.rows[i] ?? [];
      const at = y;
      y += own.length * leading(area.label) + rowGap;
      dots.push(at + leading(area.label) / 2);
      const dot = circle("dot", area.label * 0.5, at + leading(area.label) / 2, 5, {
        fill: members.colour,
        stroke: "ground",
        strokeWidth: 1.5,
      });
      const words = own.map((each, k) =>
        text(k === 0 ? "label" : `label:${k + 1}`, indent, at + area.label * 0.85 + k * leading(area.label), each, { size: area.label }),
      );
      return group(`member:${member}`, [dot, ...words], `${members.label}: ${member}`);
    });
    const bar = line("bar", area.label * 0.5, dots[0] ?? y, area.label * 0.5, dots.at(-1) ?? y, { stroke: members.colour, strokeWidth: 3 });
    y += gap - rowGap / 2;
    return group(`group:${members.label}`, [...(dots.length > 1 ? [bar] : []), ...head, ...named]);
  });
  return { marks: [centre.mark, ...marks], height: y - gap };
}
