/** A place on the drawing, in pixels from its left and upper edge. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The rectangle that something takes up. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Do two boxes overlap? Touching edges do not count. */
export function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Does the straight line between two points run through a box? */
export function crosses(from: Point, to: Point, box: Box): boolean {
  let start = 0;
  let end = 1;
  // Cut the line to the part between the edges of the box, one direction after the other.
  for (const [at, step, low, high] of [
    [from.x, to.x - from.x, box.left, box.right],
    [from.y, to.y - from.y, box.top, box.bottom],
  ] as const) {
    if (step === 0) {
      if (at <= low || at >= high) return false;
      continue;
    }
    const [one, other] = [(low - at) / step, (high - at) / step];
    start = Math.max(start, Math.min(one, other));
    end = Math.min(end, Math.max(one, other));
  }
  return start < end;
}

/** Does a line through these points, the points included, run through a box? */
export function runsThrough(run: readonly Point[], box: Box): boolean {
  return run.some((point, place) => crosses(point, run[place + 1] ?? point, box) || overlaps(boxOfPoint(point), box));
}

function boxOfPoint({ x, y }: Point): Box {
  return { left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 };
}
