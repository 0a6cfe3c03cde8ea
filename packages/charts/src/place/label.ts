/**
 * Places labels one above the other, each as near to its wanted height as its neighbours allow: `gap` apart, between `top` and `bottom`, in
 * the order given. All fit when (labels − 1) × gap ≤ bottom − top; otherwise the rest run over the top.
 */
export function spread(
  wanted: readonly number[],
  { gap, top, bottom }: { readonly gap: number; readonly top: number; readonly bottom: number },
): number[] {
  const order = wanted.map((at, place) => ({ at, place })).toSorted((a, b) => a.at - b.at);
  let next = top;
  for (const label of order) {
    label.at = Math.max(label.at, next);
    next = label.at + gap;
  }
  next = bottom;
  for (const label of order.toReversed()) {
    label.at = Math.min(label.at, next);
    next = label.at - gap;
  }
  return order.toSorted((a, b) => a.place - b.place).map(({ at }) => at);
}
