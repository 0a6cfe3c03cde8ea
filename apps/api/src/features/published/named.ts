/** The two years that name a round, without its other fields. */
export function named({ roundYear, referenceYear }: { readonly roundYear: number; readonly referenceYear: number }) {
  return { roundYear, referenceYear };
}
