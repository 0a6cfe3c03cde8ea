import { useSession } from "./session.ts";

/** The moment that the server last told, which is asked whenever somebody comes back to the page: the clock of a visitor may be wrong. */
export function useServerNow(): Date {
  const { session } = useSession();
  return new Date(session?.now ?? Date.now());
}
