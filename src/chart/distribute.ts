/** Sharing out room along a line: even pitches for rows, and labels that give way to each other. */

/**
 * The pitch at which rows of at least these heights just fill `room`: every row is as high as the pitch or, where it
 * needs more, as high as it needs. At most `most`, at least the smallest row's height.
 */
export function evenPitch(heights: readonly number[], room: number, most: number): number {
  if (heights.length === 0) return most;
  const sorted = heights.toSorted((a, b) => b - a);
  let left = room;
  for (const [i, height] of sorted.entries()) {
    const pitch = left / (sorted.length - i);
    if (pitch >= height) return Math.min(most, pitch);
    left -= height;
  }
  return Math.min(most, sorted.at(-1) ?? most);
}

/** For labels in the order of their middles: the lowest lane in which each is clear of the one before. */
export function lanes(labels: readonly { readonly middle: number; readonly size: number }[], gap: number): readonly number[] {
  const ends: number[] = [];
  return labels.map(({ middle, size }) => {
    const free = ends.findIndex((end) => end + gap <= middle - size / 2);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = middle + size / 2;
    return lane;
  });
}

/** A label that would stand with its middle at `want` and fills `size` along the line. */
export interface Wish {
  readonly want: number;
  readonly size: number;
}

/**
 * Middles for labels in the order of their wishes, so that none overlaps its neighbour and none leaves `from`…`to`,
 * each as near as can be to where it would stand (least squares). Where the room is too little they run past `to`.
 */
export function spread(wishes: readonly Wish[], from: number, to: number): readonly number[] {
  interface Block {
    readonly members: readonly number[];
    readonly size: number;
    /** Sum of the members' wishes for the block's start, and their number. */
    readonly sum: number;
    readonly start: number;
  }
  const placed = (members: readonly number[], size: number, sum: number): Block => ({
    members,
    size,
    sum,
    start: Math.max(from, Math.min(to - size, sum / members.length)),
  });
  const order = wishes.map((_, i) => i).toSorted((a, b) => (wishes[a]?.want ?? 0) - (wishes[b]?.want ?? 0) || a - b);
  const blocks: Block[] = [];
  for (const i of order) {
    const wish = wishes[i];
    if (wish === undefined) continue;
    let block = placed([i], wish.size, wish.want - wish.size / 2);
    for (let before = blocks.at(-1); before !== undefined && before.start + before.size > block.start - 1e-9; before = blocks.at(-1)) {
      blocks.pop();
      const shift = before.size;
      block = placed(
        [...before.members, ...block.members],
        before.size + block.size,
        before.sum + block.sum - shift * block.members.length,
      );
    }
    blocks.push(block);
  }
  const middles = wishes.map(() => 0);
  for (const block of blocks) {
    let at = block.start;
    for (const i of block.members) {
      const size = wishes[i]?.size ?? 0;
      middles[i] = at + size / 2;
      at += size;
    }
  }
  return middles;
}
