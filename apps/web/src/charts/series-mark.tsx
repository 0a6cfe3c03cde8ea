import type { SeriesShape } from "./palette.ts";

/** The mark of a series at a point. */
export function SeriesMark({
  shape,
  x,
  y,
  colour,
  size = 4.5,
}: {
  readonly shape: SeriesShape;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly size?: number | undefined;
}) {
  const look = {
    fill: colour,
    stroke: "var(--paper)",
    strokeWidth: 1.25,
  };
  const s = size;
  if (shape === "square") return <rect x={x - s * 0.9} y={y - s * 0.9} width={s * 1.8} height={s * 1.8} {...look} />;
  if (shape === "triangle")
    return <path d={`M${x} ${y - s * 1.2}L${x + s * 1.15} ${y + s * 0.85}H${x - s * 1.15}Z`} {...look} />;
  if (shape === "diamond")
    return <path d={`M${x} ${y - s * 1.3}L${x + s * 1.3} ${y}L${x} ${y + s * 1.3}L${x - s * 1.3} ${y}Z`} {...look} />;
  return <circle cx={x} cy={y} r={s} {...look} />;
}

/** The same mark as it stands in a legend. */
export function LegendMark({ shape, colour }: { readonly shape: SeriesShape; readonly colour: string }) {
  return (
    <svg viewBox="0 0 26 14" width="26" height="14" aria-hidden="true">
      <path d="M0 7H26" stroke={colour} strokeWidth="2" />
      <SeriesMark shape={shape} x={13} y={7} colour={colour} />
    </svg>
  );
}
