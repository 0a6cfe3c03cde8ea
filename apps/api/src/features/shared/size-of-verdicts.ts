/** A number that grows with every mark of the secretariat on an answer, and with every change of one. */
export function sizeOfVerdicts(rows: readonly { readonly revision: number }[]): number {
  return rows.reduce((sum, { revision }) => sum + revision, 0);
}
