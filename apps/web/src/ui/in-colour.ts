import { useSearch } from "@tanstack/react-router";
import styles from "./in-colour.module.css";

/**
 * The class of what stands for a country (a row of a table, a panel): others are grey while the reader keeps one in colour. The choice is in the address
 * and links between public pages take it along (`app/routes.ts`). A country that is not among these counts as none.
 */
export function useInColour(countries: readonly string[]): (country: string) => string | undefined {
  const kept = useSearch({ strict: false, select: ({ keep }) => keep });
  if (kept === undefined || !countries.includes(kept)) return () => undefined;
  return (country) => (country === kept ? styles.kept : styles.grey);
}
