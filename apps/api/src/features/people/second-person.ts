import { accountStates } from "@avances/db/queries/session-queries";
import { listActiveUsers } from "@avances/db/queries/user-queries";
import type { Role } from "@avances/domain/access";
import type { Deps } from "#deps.ts";

/**
 * Must somebody else of the secretariat confirm this new account? Yes where it reaches into a country or gives the powers of the
 * secretariat; `exempt` while there is only one person who could (the first of a new instance). Security rule Z-7.
 */
export async function secondPersonRule(
  deps: Pick<Deps, "db" | "clock">,
  account: { readonly role: Role; readonly country: string | null },
): Promise<"needed" | "not-needed" | "exempt"> {
  if (account.role !== "secretariat" && account.country === null) return "not-needed";
  return deps.db.authQuery(async (tx) => {
    const secretariat = await listActiveUsers(tx, ["secretariat"]);
    const { withPassword } = await accountStates(
      tx,
      secretariat.map(({ id }) => id),
      deps.clock.now(),
    );
    return withPassword.size <= 1 ? "exempt" : "needed";
  });
}
