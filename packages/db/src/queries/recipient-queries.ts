import { and, asc, isNotNull, isNull, or } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { appUser } from "../schema/index.ts";
import type { UserRow } from "./rows.ts";

/** Somebody the portal may write to. */
export type Recipient = Readonly<
  Pick<UserRow, "id" | "email" | "displayName" | "salutation" | "language" | "countryCode" | "role" | "createdAt">
>;

/** Everybody with an account to whom the portal may write: it has not ended, and it was confirmed or its person has signed in. Ordered by address. */
export async function listRecipients(tx: Tx): Promise<readonly Recipient[]> {
  return await tx
    .select({
      id: appUser.id,
      email: appUser.email,
      displayName: appUser.displayName,
      salutation: appUser.salutation,
      language: appUser.language,
      countryCode: appUser.countryCode,
      role: appUser.role,
      createdAt: appUser.createdAt,
    })
    .from(appUser)
    .where(
      and(
        isNull(appUser.endedAt),
        isNull(appUser.sectionId),
        or(isNotNull(appUser.confirmedAt), isNotNull(appUser.lastSignedInAt)),
      ),
    )
    .orderBy(asc(appUser.email));
}
