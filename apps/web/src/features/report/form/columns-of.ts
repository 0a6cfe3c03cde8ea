/**
 * Parts the items, in their order, into at most `most` columns so that the longest is as short as it can be; of several ways the first. `lengthOf` is
 * the length of one item, in any unit.
 */
export function columnsOf<T>(
  items: readonly T[],
  most: number,
  lengthOf: (item: T) => number,
): readonly (readonly T[])[] {
  if (most <= 1 || items.length <= 1) return items.length === 0 ? [] : [items];
  const longest = (columns: readonly (readonly T[])[]) =>
    Math.max(...columns.map((column) => column.reduce((sum, item) => sum + lengthOf(item), 0)));
  return items
    .map((_, place) => place + 1)
    .map((end) => [items.slice(0, end), ...columnsOf(items.slice(end), most - 1, lengthOf)])
    .reduce((best, columns) => (longest(columns) < longest(best) ? columns : best));
}
