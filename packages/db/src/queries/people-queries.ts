import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { appUser } from "../schema/index.ts";
import type { UserRow } from "./rows.ts";

/** A second person confirms an account; undefined when that has happened already or the account has ended. */
export async function confirmUser(tx: Tx, id: string, confirmedBy: string, at: Date): Promise<UserRow | undefined> {
  return (
    await tx
      .update(appUser)
      .set({ confirmedAt: at, confirmedBy })
      .where(and(eq(appUser.id, id), isNull(appUser.confirmedAt), isNull(appUser.endedAt)))
      .returning()
  )[0];
}
