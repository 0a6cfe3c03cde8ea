import type { BodyOf, invitePerson as contract, ReplyOf } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { insertUser } from "@avances/db/queries/user-queries";
import { type Actor, fitsCountry, type Role, readsForOrganisation, seesAssignedOnly } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { isOrganisationOfGuests, type ParticipantCode } from "@avances/domain/network";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { InvalidInput } from "#http/problem-details.ts";
import { askFor } from "./ask-for.ts";
import { personView } from "./person-view.ts";

type Body = BodyOf<typeof contract>;

/**
 * Creates an account. Its link is sent now, or when a second person has confirmed. Throws `address-taken` when an active account has
 * the address, or invalid input when role, country and assignment do not fit together.
 */
export async function invitePerson(
  deps: Pick<Deps, "db" | "clock" | "newId" | "config" | "reference" | "catalogues">,
  actor: Actor,
  command: { readonly body: Body; readonly idempotency: Idempotency | null },
): Promise<ReplyOf<typeof contract>> {
  allow(actor, "users.invite");
  const { body } = command;
  refuseMisfits(deps, body);
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, command.idempotency, async () => {
      await refuseOrganisation(tx, body.role, body.organisation ?? null);
      const created = await insertUser(tx, {
        id: deps.newId(),
        email: normaliseAddress(body.address),
        displayName: body.displayName.trim(),
        institution: body.institution?.trim() ?? "",
        salutation: body.salutation?.trim() ?? null,
        phone: body.phone ?? null,
        isShared: body.isShared ?? false,
        role: body.role,
        countryCode: body.country,
        organisationCode: body.organisation ?? null,
        assignedIndicators: seesAssignedOnly(body.role) ? [...new Set(body.assignedIndicators)] : null,
        language: body.language,
        createdAt: now,
        createdBy: actor.userId,
        invitedAt: now,
        invitedBy: actor.userId,
      });
      if (!created) throw new DomainError("address-taken");
      const { person, waiting } = await askFor(tx, deps, actor, created, "open", now);
      return personView(person, {
        ...{ hasPassword: false, hasOpenLink: waiting === null, changing: null, refused: null },
        ...{ invitedByName: actor.displayName, waiting, now },
      });
    }),
  );
}

/** Throws invalid input when role, country and assignment do not fit together. */
export function refuseMisfits(
  { reference, catalogues }: Pick<Deps, "reference" | "catalogues">,
  body: Pick<Body, "role" | "country" | "assignedIndicators">,
): void {
  const isKnown = body.country === null || reference.countries.some(({ alpha3 }) => alpha3 === body.country);
  if (!isKnown || !fitsCountry(body.role, body.country)) throw misfit("/country", "does_not_fit_role");
  const codes = body.assignedIndicators ?? [];
  const known = new Set(catalogues.current.indicators.map(({ code }) => code));
  if (seesAssignedOnly(body.role) !== codes.length > 0 || !codes.every((code) => known.has(code))) {
    throw misfit("/assignedIndicators", "does_not_fit_role");
  }
}

/** Throws invalid input for an organisation that an account of this role cannot belong to. The database refuses it too. */
export async function refuseOrganisation(tx: Tx, role: Role, organisation: ParticipantCode | null): Promise<void> {
  if (organisation === null) return;
  const participants = readsForOrganisation(role) ? await listParticipants(tx) : [];
  const isOne = participants.some((one) => one.code === organisation && isOrganisationOfGuests(one));
  if (!isOne) throw misfit("/organisation", "does_not_fit_role");
}

export function misfit(pointer: string, message: string): InvalidInput {
  return new InvalidInput([{ pointer, message }]);
}
