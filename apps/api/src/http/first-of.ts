/** How many faults a refusal names at most: enough to work with, and the reply is never many times as long as the request. */
const mostNamed = 20;

/** The first of them, and how many more there are. */
export function firstOf<T>(all: readonly T[]): { readonly some: readonly T[]; readonly more: number } {
  const some = all.slice(0, mostNamed);
  return { some, more: all.length - some.length };
}
