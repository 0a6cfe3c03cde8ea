const mark = "avances.copies";

/** Does this browser hold copies for reading without network (`copies.ts`)? Known at once, also on pages that never load that file. */
export function hasCopies(): boolean {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

export function markCopies(areThere: boolean): void {
  try {
    if (areThere) localStorage.setItem(mark, "1");
    else localStorage.removeItem(mark);
  } catch {
    // Without the mark no copy is looked for.
  }
}
