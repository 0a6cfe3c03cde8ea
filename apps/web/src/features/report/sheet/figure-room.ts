/** How long the figures of a sheet may be: up to 9,999, up to 999,999, or more. Nothing for hundreds. */
export type FigureRoom = "thousands" | "hundreds-of-thousands" | "millions";

/**
 * The room that the largest figure of an answer needs, so that every cell of its grids is as wide: cut, a figure reads as another one, and fields of
 * different widths are hard to read down.
 */
export function figureRoom(figures: Iterable<number | null>): FigureRoom | undefined {
  const most = Math.max(0, ...[...figures].map((figure) => figure ?? 0));
  if (most < 1_000) return undefined;
  if (most < 10_000) return "thousands";
  return most < 1_000_000 ? "hundreds-of-thousands" : "millions";
}
