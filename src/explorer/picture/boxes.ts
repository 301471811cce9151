/** A rectangle by its middle. */
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
  /** Whether it stays where it is when others push. */
  readonly fixed: boolean;
}

/** How far two boxes reach into each other; not above 0: they do not. */
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

/** Boxes are wider than high: were both ways worth the same, all would pile up in one column. */
const aside = 0.35;

/**
 * Pushes apart what overlaps, each pair the easier way; says whether anything did. Nothing is moved
 * beyond the width: there it gives way up or down.
 */
export function pushApart(boxes: readonly MovableBox[], gap: number, width: number): boolean {
  let moved = false;
  // From top to bottom: a box can only reach into those that begin before it ends.
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

/** Boxes are moved while they are gone through: one that was pushed up is still near its place. */
const tallest = 40;

function topOf({ y, height }: Box): number {
  return y - height / 2;
}

/** Moves two boxes apart, if they overlap; says whether they did. */
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
  // Both at the same wall: one of them has to go elsewhere.
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

/** Where the line from the middle of a box to a point leaves the box. */
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
