import { mayDo } from "../access/policy.ts";
import type { Role } from "../access/role.ts";

/** Which digest a person with this role gets: the secretariat each working day on which something changed, those who report each week; null = none. */
export function digestOf(role: Role): "daily" | "weekly" | null {
  if (!mayDo(role, "own-digest.choose")) return null;
  return mayDo(role, "rounds.manage") ? "daily" : "weekly";
}
