import type { BodyOf, askForRole as contract, ReplyOf } from "@avances/contracts";
import { findUser } from "@avances/db/queries/user-queries";
import { type Actor, readsForOrganisation, roleChangeFault, seesAssignedOnly } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { askFor } from "./ask-for.ts";
import { misfit, refuseMisfits, refuseOrganisation } from "./invite-person.ts";
import { viewPerson } from "./person-view.ts";

/**
 * Asks for another role of an account that is open; a second person confirms. Throws invalid input when role, country and indicators do not fit
 * together or with the account, `transition-refused` for the own account, one that has ended or was never opened, and one on which an act is waiting.
 */
export async function askForRole(
  deps: Pick<Deps, "db" | "clock" | "config" | "newId" | "reference" | "catalogues">,
  actor: Actor,
  { personId, body }: { readonly personId: string; readonly body: BodyOf<typeof contract> },
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  refuseMisfits(deps, body);
  const now = deps.clock.now();
  const { role, country } = body;
  const indicators = seesAssignedOnly(role) ? [...new Set(body.assignedIndicators)].sort() : null;
  await deps.db.asActor(actor, async (tx) => {
    const person = await findUser(tx, personId);
    if (!person) throw new DomainError("not-found");
    if (personId === actor.userId) throw new DomainError("transition-refused", { reason: "own_account" });
    if (person.endedAt !== null || person.confirmedAt === null) throw new DomainError("transition-refused");
    const from = { role: person.role, country: person.countryCode };
    const fault = roleChangeFault(from, { role, country });
    if (fault !== null) throw misfit(fault === "of_secretariat" ? "/role" : "/country", fault);
    const organisation =
      body.organisation === undefined && readsForOrganisation(role) ? person.organisationCode : body.organisation;
    await refuseOrganisation(tx, role, organisation ?? null);
    const same = JSON.stringify([
      ...[person.role, person.countryCode, person.assignedIndicators?.toSorted() ?? null, person.organisationCode],
    ]);
    if (same === JSON.stringify([role, country, indicators, organisation ?? null]))
      throw misfit("/role", "is_the_present_one");
    const proposed = { role, country, indicators, ...(organisation && { organisation }) };
    await askFor(tx, deps, actor, person, "change_role", now, proposed);
  });
  return viewPerson(deps, actor, personId);
}
