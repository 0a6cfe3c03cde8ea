import { useSearch } from "@tanstack/react-router";
import styles from "./in-colour.module.css";

/** The country kept in colour if it is among these. */
export function useKept(countries: readonly string[]): string | undefined {
  const kept = useSearch({ strict: false, select: ({ keep }) => keep });
  return kept !== undefined && countries.includes(kept) ? kept : undefined;
}

/**
 * The class of what stands for a country (a row of a table, a panel): others are grey while the reader keeps one in colour. The choice is in the address
 * and links between public pages take it along (`app/routes.ts`). A country that is not among these counts as none.
 */
export function useInColour(countries: readonly string[]): (country: string) => string | undefined {
  const kept = useKept(countries);
  if (kept === undefined) return () => undefined;
  return (country) => (country === kept ? styles.kept : styles.grey);
}
