import type { Point } from "./box.ts";

/** Most series that can be highlighted: as many as colours can tell apart. */
export const maxSeries = 4;

const shapes = ["circle", "square", "triangle", "diamond"] as const;
export type SeriesShape = (typeof shapes)[number];

/** Shape of the n-th chosen series, from 0: points differ by shape too, for readers who cannot tell the colours apart. */
export function seriesShape(slot: number): SeriesShape {
  return shapes[slot] ?? "circle";
}

/** The outline of a mark centred at a point, as the `d` of a path. `size` is the radius of the circle; the other shapes look equally large. */
export function seriesMark(shape: SeriesShape, { x, y }: Point, size: number): string {
  const s = size;
  switch (shape) {
    case "circle":
      return `M${x - s} ${y}a${s} ${s} 0 1 0 ${2 * s} 0a${s} ${s} 0 1 0 ${-2 * s} 0Z`;
    case "square":
      return `M${x - s * 0.9} ${y - s * 0.9}h${s * 1.8}v${s * 1.8}h${-s * 1.8}Z`;
    case "triangle":
      return `M${x} ${y - s * 1.2}L${x + s * 1.15} ${y + s * 0.85}H${x - s * 1.15}Z`;
    case "diamond":
      return `M${x} ${y - s * 1.3}L${x + s * 1.3} ${y}L${x} ${y + s * 1.3}L${x - s * 1.3} ${y}Z`;
    default:
      return shape satisfies never;
  }
}
