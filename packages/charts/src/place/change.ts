import type { ThenAndNow } from "../series/then-and-now.ts";
import { axisWithin, scaleOf } from "./scale.ts";

/** Percent of the width of the picture, 0 to 100, so that a drawing of any width needs no measuring. */
export type Share = number;

export interface PlacedChange {
  readonly country: string;
  /** Change in percent of the first figure, with its sign; null when no position is drawn. */
  readonly change: number | null;
  /** Where the figure of the round stands; null when no position is drawn. */
  readonly at: Share | null;
  /** The change is larger than the axis shows: an arrow points on, and the figures say how far. */
  readonly isBeyond: boolean;
}

export interface PlacedChanges {
  /** Where every first figure stands. */
  readonly zero: Share;
  /** Changes written above the picture, in percent. */
  readonly ticks: readonly { readonly change: number; readonly at: Share }[];
  /** In the order given. */
  readonly rows: readonly PlacedChange[];
}

/** A first figure below this is too small for a change in percent: 3 instead of 2 is not "50 % more". */
export const leastFirst = 20;

/** Percent. One country that counts ten times as many would press all others onto the line of the first figures. */
const most = 200;

/** Left and right of the picture, so that a mark at the end of the axis is whole. */
const margin = 3;

/** Each country's change against its own first figure, on one axis in percent. */
export function placeChanges(countries: readonly ThenAndNow[]): PlacedChanges {
  const rows = countries.map(({ country, first, now }) => ({
    country,
    change:
      first?.value == null || now?.value == null || first.value < leastFirst
        ? null
        : ((now.value - first.value) / first.value) * 100,
  }));
  const axis = axisWithin(rows.flatMap(({ change }) => (change === null ? [] : Math.min(change, most))));
  const x = scaleOf(axis.domain, [margin, 100 - margin]);
  return {
    zero: x(0),
    ticks: axis.ticks.map((change) => ({ change, at: x(change) })),
    rows: rows.map(({ country, change }) => ({
      country,
      change,
      at: change === null ? null : x(Math.min(change, most)),
      isBeyond: change !== null && change > most,
    })),
  };
}
