/** The edition in which what was read last changed, as text; empty where there is none. */
export function editionOf(read: unknown): string {
  const { edition } = read as { readonly edition?: { readonly id: number } | null };
  return String(edition?.id ?? "");
}
