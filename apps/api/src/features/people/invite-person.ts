import type { BodyOf, invitePerson as contract, ReplyOf } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertUser } from "@avances/db/queries/user-queries";
import { type Actor, countryRoles, type Role } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import type { Deps } from "#deps.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { InvalidInput } from "#http/problem-details.ts";
import { openAccount } from "./open-account.ts";
import { invitationState, personView } from "./person-view.ts";
import { secondPersonRule } from "./second-person.ts";

type Body = BodyOf<typeof contract>;

/** Creates an account. Its link goes out now, or once a second person has confirmed. Throws `address-taken`, or invalid input when role, country and assignment do not fit together. */
export async function invitePerson(
  deps: Pick<Deps, "db" | "clock" | "newId" | "config" | "reference" | "catalogues">,
  actor: Actor,
  command: { readonly body: Body; readonly idempotency: Idempotency | null },
): Promise<ReplyOf<typeof contract>> {
  const { body } = command;
  refuseMisfits(deps, body);
  const now = deps.clock.now();
  const rule = await secondPersonRule(deps, body);
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, command.idempotency, async () => {
      const isOpen = rule !== "needed";
      const user = await insertUser(tx, {
        id: deps.newId(),
        email: normaliseAddress(body.address),
        displayName: body.displayName.trim(),
        institution: body.institution?.trim() ?? "",
        role: body.role,
        countryCode: body.country,
        assignedIndicators: body.role === "contributor" ? [...new Set(body.assignedIndicators)] : null,
        language: body.language,
        createdAt: now,
        createdBy: actor.userId,
        invitedAt: now,
        invitedBy: actor.userId,
        confirmedAt: isOpen ? now : null,
      });
      if (!user) throw new DomainError("address-taken");
      if (isOpen) await openAccount(tx, deps, user, now);
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "user.invited",
        objectType: "user",
        objectId: user.id,
        countryCode: user.countryCode,
        fields: ["email", "displayName", "institution", "role", "countryCode", "assignedIndicators", "language"],
        detail: { role: user.role, secondPerson: rule },
      });
      return personView(user, invitationState(user, false, isOpen), actor.displayName);
    }),
  );
}

function refuseMisfits({ reference, catalogues }: Pick<Deps, "reference" | "catalogues">, body: Body): void {
  const isOfCountry = (countryRoles as readonly Role[]).includes(body.role);
  const isKnown = reference.countries.some(({ alpha3 }) => alpha3 === body.country);
  if (isOfCountry !== (body.country !== null) || (isOfCountry && !isKnown))
    throw misfit("/country", "does_not_fit_role");
  const codes = body.assignedIndicators ?? [];
  const known = new Set(catalogues.current.indicators.map(({ code }) => code));
  if ((body.role === "contributor") !== codes.length > 0 || !codes.every((code) => known.has(code))) {
    throw misfit("/assignedIndicators", "does_not_fit_role");
  }
}

function misfit(pointer: string, message: string): InvalidInput {
  return new InvalidInput([{ pointer, message }]);
}
