import type { Tx } from "@avances/db";
import type { AccountRequestRow, UserRow } from "@avances/db/queries/rows";
import { listActiveUsers } from "@avances/db/queries/user-queries";
import { countryRoles, isOfSecretariat, lapsesAt, type Role, secretariatRoles } from "@avances/domain/access";
import type { AccountEvent } from "@avances/notices";
import type { Deps } from "../deps.ts";
import { queueAccountActMail } from "./queue-account-mail.ts";

type MailDeps = Pick<Deps, "config" | "newId">;

/** The other active accounts of the person's country, or of the secretariat; none for a person who belongs to neither. */
async function colleaguesOf(tx: Tx, person: UserRow): Promise<readonly UserRow[]> {
  const roles: readonly Role[] =
    person.countryCode !== null ? countryRoles : isOfSecretariat(person.role) ? secretariatRoles : [];
  if (roles.length === 0) return [];
  const active = await listActiveUsers(tx, roles, person.countryCode === null ? undefined : [person.countryCode]);
  return active.filter(({ id, confirmedAt }) => id !== person.id && confirmedAt !== null);
}

/** Tells the people of an account's country (or of the secretariat) what was done to it. `exceptId` did it and is not told. */
export async function tellColleagues(
  tx: Tx,
  deps: MailDeps,
  event: Exclude<AccountEvent, "own-account-ended" | "own-role-changed" | "confirmation-asked" | "confirmations-asked">,
  person: UserRow,
  now: Date,
  exceptId?: string,
): Promise<void> {
  for (const colleague of await colleaguesOf(tx, person))
    if (colleague.id !== exceptId) await tellPerson(tx, deps, event, colleague, person, now);
}

/** Tells everybody of the secretariat, except the person who requested it, that an act is waiting for one of them. */
export async function tellSecretariat(
  tx: Tx,
  deps: MailDeps,
  person: UserRow,
  request: Pick<AccountRequestRow, "id" | "requestedBy">,
  now: Date,
): Promise<void> {
  const secretariat = await listActiveUsers(tx, secretariatRoles);
  for (const reader of secretariat)
    if (reader.id !== request.requestedBy && reader.confirmedAt !== null)
      await tellPerson(tx, deps, "confirmation-asked", reader, person, now, request.id);
}

/** Tells everybody of the secretariat, except the person who entered a file, how many acts on accounts wait for one of them. */
export async function tellOfFile(tx: Tx, deps: MailDeps, exceptId: string, count: number, now: Date): Promise<void> {
  const lapses = lapsesAt({ requestedAt: now });
  for (const reader of await listActiveUsers(tx, secretariatRoles))
    if (reader.id !== exceptId && reader.confirmedAt !== null)
      await queueAccountActMail(
        tx,
        deps,
        "confirmations-asked",
        reader,
        { person: "", isOfSecretariat: false, lapsesAt: lapses, count },
        now,
      );
}

/** One message to `reader` about what was done to `person`'s account or, with `requestId`, about an act that is waiting. */
export async function tellPerson(
  tx: Tx,
  deps: MailDeps,
  event: AccountEvent,
  reader: UserRow,
  person: UserRow,
  now: Date,
  requestId: string | null = null,
): Promise<void> {
  const about = {
    requestId,
    person: person.displayName,
    isOfSecretariat: isOfSecretariat(person.role),
    lapsesAt: lapsesAt({ requestedAt: now }),
  };
  await queueAccountActMail(tx, deps, event, reader, about, now);
}
