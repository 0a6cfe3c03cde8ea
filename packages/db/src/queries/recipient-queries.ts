import { and, asc, eq, gte, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "../connect.ts";
import { appUser, country } from "../schema/index.ts";
import type { UserRow } from "./rows.ts";

/** Somebody the portal may write to. */
export type Recipient = Readonly<
  Pick<UserRow, "id" | "email" | "displayName" | "salutation" | "language" | "countryCode" | "role" | "createdAt">
> & {
  /** For which participant somebody outside the members reads; null or absent = for none. */
  readonly organisationCode?: string | null;
};

/** The account of somebody who may be asked whether the entry is still right, with the clocks of their capital. */
export interface ContactToCheck {
  readonly user: UserRow;
  /** Null = the person belongs to no country. */
  readonly timeZone: string | null;
}

/** Open accounts that were opened before this instant and neither asked nor confirmed since, longest ago first; at most so many. Mailboxes of several people are nobody's to ask. */
export async function listContactsToCheck(tx: Tx, before: Date, limit: number): Promise<readonly ContactToCheck[]> {
  const isBefore = (column: AnyPgColumn) => or(isNull(column), lte(column, before));
  return await tx
    .select({ user: appUser, timeZone: country.timeZone })
    .from(appUser)
    .leftJoin(country, eq(country.alpha3, appUser.countryCode))
    .where(
      and(
        ...[isNull(appUser.endedAt), isNull(appUser.sectionId), isNull(appUser.leftAt), eq(appUser.isShared, false)],
        lte(appUser.confirmedAt, before),
        isBefore(appUser.checkAskedAt),
        isBefore(appUser.checkedAt),
      ),
    )
    .orderBy(asc(appUser.confirmedAt), asc(appUser.id))
    .limit(limit);
}

/** Writes down that the yearly question was asked; false when another scheduler did since it was read. */
export async function markContactAsked(
  tx: Tx,
  { id, checkAskedAt }: Pick<UserRow, "id" | "checkAskedAt">,
  at: Date,
): Promise<boolean> {
  const asked = await tx
    .update(appUser)
    .set({ checkAskedAt: at })
    .where(
      and(
        eq(appUser.id, id),
        isNull(appUser.endedAt),
        checkAskedAt === null ? isNull(appUser.checkAskedAt) : eq(appUser.checkAskedAt, checkAskedAt),
      ),
    )
    .returning({ id: appUser.id });
  return asked.length > 0;
}

/** Everybody with an account to whom the portal may write: it has not ended, and it was confirmed or its person has signed in. Ordered by address. With `now`: only those in whose term that day (of UTC) falls, to whom what concerns a report is written. */
export async function listRecipients(tx: Tx, now?: Date): Promise<readonly Recipient[]> {
  return await tx
    .select({
      id: appUser.id,
      email: appUser.email,
      displayName: appUser.displayName,
      salutation: appUser.salutation,
      language: appUser.language,
      countryCode: appUser.countryCode,
      organisationCode: appUser.organisationCode,
      role: appUser.role,
      createdAt: appUser.createdAt,
    })
    .from(appUser)
    .where(
      and(
        isNull(appUser.endedAt),
        isNull(appUser.sectionId),
        or(isNotNull(appUser.confirmedAt), isNotNull(appUser.lastSignedInAt)),
        now === undefined ? undefined : isInTerm(now.toISOString().slice(0, 10)),
      ),
    )
    .orderBy(asc(appUser.email));
}

function isInTerm(today: string) {
  return and(
    or(isNull(appUser.validFrom), lte(appUser.validFrom, today)),
    or(isNull(appUser.validUntil), gte(appUser.validUntil, today)),
  );
}
