/**
 * Rounds half away from zero, only for display: 81.25 → 81.3, −0.05 → −0.1. `decimals` is the catalogue's
 * `displayDecimals`, or `shownDecimals` where there is no catalogue at hand. Binary
 * noise beyond twelve digits is dropped first, so that a computed 38.349999999999994 counts as the 38.35 it stands for. Never −0.
 */
export function roundForDisplay(value: number, decimals: number): number {
  const magnitude = shift(Math.abs(Number(value.toPrecision(12))), decimals);
  const rounded = shift(Math.floor(magnitude + 0.5), -decimals);
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

/** Moves the decimal point in the written number, because multiplying would bring the noise back (1.005 × 100 = 100.49999999999999). */
function shift(value: number, places: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
