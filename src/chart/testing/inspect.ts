/** What is wrong with a scene to the eye: marks outside, texts over each other, type too small, keys used twice. */

import { type Extent, overlap, textExtent } from "../../scene/marks.ts";
import type { Mark, Scene, TextMark } from "../../scene/scene.ts";

interface Seen {
  readonly path: string;
  readonly mark: Exclude<Mark, { type: "group" }>;
}

export function leavesOf(marks: readonly Mark[], path = ""): readonly Seen[] {
  return marks.flatMap((mark) =>
    mark.type === "group" ? leavesOf(mark.marks, `${path}/${mark.key}`) : [{ path: `${path}/${mark.key}`, mark }],
  );
}

export function textsOf(scene: Scene): readonly TextMark[] {
  return leavesOf(scene.marks).flatMap(({ mark }) => (mark.type === "text" ? [mark] : []));
}

export function readingsOf(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((mark) =>
    mark.type === "group" ? [...(mark.reading === undefined ? [] : [mark.reading]), ...readingsOf(mark.marks)] : [],
  );
}

/** One sentence for each fault; none for a good scene. */
export function faultsOf(scene: Scene, smallest: number): readonly string[] {
  const leaves = leavesOf(scene.marks);
  const faults: string[] = [];
  for (const { path, mark } of leaves) {
    const box = extentOf(mark);
    const numbers = Object.values(box);
    if (numbers.some((value) => !Number.isFinite(value))) faults.push(`${path} is nowhere: ${numbers.join(" ")}`);
    else if (box.left < -1 || box.top < -1 || box.right > scene.width + 1 || box.bottom > scene.height + 1) {
      faults.push(`${path} leaves ${scene.width}×${scene.height}: ${numbers.map(Math.round).join(" ")}`);
    }
    if (mark.type === "text" && mark.size < smallest) faults.push(`${path} is set in ${mark.size}`);
    if (mark.type === "rect" && (mark.width < 0 || mark.height < 0)) faults.push(`${path} has a negative size`);
  }
  const texts = leaves.flatMap(({ path, mark }) =>
    mark.type === "text" && mark.text.trim() !== "" ? [{ path, text: mark.text, box: inkOf(mark) }] : [],
  );
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1))
      if (overlap(a.box, b.box, -0.75)) faults.push(`${a.path} "${a.text}" overlaps ${b.path} "${b.text}"`);
  }
  return [...faults, ...twins(scene.marks, "")];
}

/** From capitals to half a descender: what must not touch. */
function inkOf(mark: TextMark): Extent {
  return { ...textExtent(mark), top: mark.y - mark.size * 0.68, bottom: mark.y + mark.size * 0.16 };
}

function twins(marks: readonly Mark[], path: string): readonly string[] {
  const seen = new Set<string>();
  return marks.flatMap((mark) => {
    const double = seen.has(mark.key) ? [`${path}/${mark.key} is there twice`] : [];
    seen.add(mark.key);
    return mark.type === "group" ? [...double, ...twins(mark.marks, `${path}/${mark.key}`)] : double;
  });
}

function extentOf(mark: Seen["mark"]): Extent {
  switch (mark.type) {
    case "text":
      return textExtent(mark);
    case "rect":
      return { left: mark.x, top: mark.y, right: mark.x + mark.width, bottom: mark.y + mark.height };
    case "circle":
      return { left: mark.cx - mark.r, top: mark.cy - mark.r, right: mark.cx + mark.r, bottom: mark.cy + mark.r };
    case "line":
      return {
        left: Math.min(mark.x1, mark.x2),
        top: Math.min(mark.y1, mark.y2),
        right: Math.max(mark.x1, mark.x2),
        bottom: Math.max(mark.y1, mark.y2),
      };
    case "path": {
      // End points only: the arcs of a ring lie within the circle that its outer ends and the plot describe.
      const points = [...mark.d.matchAll(/[ML]?(-?[\d.e-]+),(-?[\d.e-]+)(?=[MLAZ]|$)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      return points.length === 0
        ? { left: 0, top: 0, right: 0, bottom: 0 }
        : { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
    }
  }
}
