import { type SeriesShape, seriesMark } from "@avances/charts/place";

interface SeriesMarkProps {
  readonly shape: SeriesShape;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** The mark of a series at a point. */
export function SeriesMark({ shape, x, y, colour }: SeriesMarkProps) {
  return <path d={seriesMark(shape, { x, y }, 4.5)} fill={colour} stroke="var(--paper)" strokeWidth={1.25} />;
}

/** The same mark as it stands in a legend. */
export function LegendMark({ shape, colour }: Pick<SeriesMarkProps, "shape" | "colour">) {
  return (
    <svg viewBox="0 0 26 14" width="26" height="14" aria-hidden="true">
      <path d="M0 7H26" stroke={colour} strokeWidth="2" />
      <SeriesMark shape={shape} x={13} y={7} colour={colour} />
    </svg>
  );
}
