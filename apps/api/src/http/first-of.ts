/** Most faults that a refusal lists: enough to work with, and the reply stays small compared with the request. */
const mostNamed = 20;

/** The first of a list, and how many more there are. */
export function firstOf<T>(all: readonly T[]): { readonly some: readonly T[]; readonly more: number } {
  const some = all.slice(0, mostNamed);
  return { some, more: all.length - some.length };
}
