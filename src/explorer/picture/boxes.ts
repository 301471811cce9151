/** A rectangle, given by its center. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle that can be moved. */
export interface MovableBox extends Box {
  x: number;
  y: number;
  /** Whether the box keeps its place when others push it. */
  readonly fixed: boolean;
}

/** How far two boxes overlap. A value of 0 or less means no overlap. */
function overlapOf(one: Box, other: Box, gap: number): Point {
  return {
    x: (one.width + other.width) / 2 + gap - Math.abs(one.x - other.x),
    y: (one.height + other.height) / 2 + gap - Math.abs(one.y - other.y),
  };
}

export function overlaps(one: Box, other: Box, gap = 0): boolean {
  const { x, y } = overlapOf(one, other, gap);
  return x > 0 && y > 0;
}

/** Boxes are wider than high. With equal costs, all boxes would move into one column. */
const aside = 0.35;

/**
 * Pushes overlapping boxes apart, each pair in the cheaper direction. Returns whether a box moved.
 * A box at the edge of the width moves up or down.
 */
export function pushApart(boxes: readonly MovableBox[], gap: number, width: number): boolean {
  let moved = false;
  // From top to bottom, a box can only overlap boxes that begin above its lower edge.
  const sorted = boxes.toSorted((one, other) => topOf(one) - topOf(other));
  for (const [at, one] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next++) {
      const other = sorted[next] as MovableBox;
      if (topOf(other) > one.y + one.height / 2 + gap + tallest) break;
      moved = separate(one, other, gap, width) || moved;
    }
  }
  return moved;
}

/** A box may have moved since the sort, but not far. */
const tallest = 40;

function topOf({ y, height }: Box): number {
  return y - height / 2;
}

/** Moves two overlapping boxes apart. Returns whether they overlapped. */
function separate(one: MovableBox, other: MovableBox, gap: number, width: number): boolean {
  const { x, y } = overlapOf(one, other, gap);
  if (x <= 0 || y <= 0) return false;
  const share = one.fixed ? 0 : other.fixed ? 1 : 0.5;
  if (x * aside >= y) {
    nudge(one, other, y, share);
    return true;
  }
  const step = x * (one.x < other.x ? 1 : -1);
  one.x = within(one.x - step * share, one.width, width);
  other.x = within(other.x + step * (1 - share), other.width, width);
  // Both boxes are at the same edge, so they move up and down.
  if (overlapOf(one, other, gap).x > 0.01) nudge(one, other, y, share);
  return true;
}

function nudge(one: MovableBox, other: MovableBox, by: number, share: number): void {
  const step = (by + 0.01) * (one.y <= other.y ? 1 : -1);
  one.y -= step * share;
  other.y += step * (1 - share);
}

function within(x: number, own: number, width: number): number {
  return Math.min(Math.max(x, own / 2), Math.max(width - own / 2, own / 2));
}

/** The point where a line from the center of a box leaves the box. */
export function borderTowards(box: Box, to: Point): Point {
  const dx = to.x - box.x;
  const dy = to.y - box.y;
  if (dx === 0 && dy === 0) return box;
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
    1,
  );
  return { x: box.x + dx * scale, y: box.y + dy * scale };
}
