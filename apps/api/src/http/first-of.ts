/** A refusal names at most so many faults: enough to go on with, and no answer is many times as long as what was asked. */
const mostNamed = 20;

/** The first of them, and how many more there are. */
export function firstOf<T>(all: readonly T[]): { readonly some: readonly T[]; readonly more: number } {
  const some = all.slice(0, mostNamed);
  return { some, more: all.length - some.length };
}
