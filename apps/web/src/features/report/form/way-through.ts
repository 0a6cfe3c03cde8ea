import type { IndicatorCode } from "@avances/domain/catalogue";

/**
 * The next answer that is missing after (`1`) or before (`-1`) this one, in the order of the list; past its end the search goes on at the
 * other end, and comes to `from` itself last: with nothing else missing, that is where the way leads. `from` may be null (the first, or the last) or
 * outside the list. Null when none is missing.
 */
export function nextMissing(
  order: readonly IndicatorCode[],
  from: IndicatorCode | null,
  direction: 1 | -1,
  isMissing: (code: IndicatorCode) => boolean,
): IndicatorCode | null {
  const way = direction === 1 ? order : [...order].reverse();
  const place = from === null ? -1 : way.indexOf(from);
  const ahead = [...way.slice(place + 1), ...way.slice(0, place + 1)];
  return ahead.find(isMissing) ?? null;
}
