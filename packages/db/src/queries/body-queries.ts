import type { BodyCode, TermRole } from "@avances/domain/network";
import { and, asc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../connect.ts";
import { bodyTerm } from "../schema/index.ts";

export type BodyTermRow = typeof bodyTerm.$inferSelect;

/** What participants are and were in a body, with what was withdrawn. */
export async function listTerms(tx: Tx, body: BodyCode): Promise<readonly BodyTermRow[]> {
  return tx.select().from(bodyTerm).where(eq(bodyTerm.bodyCode, body)).orderBy(asc(bodyTerm.id));
}

/** Who held one of these roles in any body, without what was withdrawn. */
export async function listTermsInRoles<R extends TermRole>(
  tx: Tx,
  roles: readonly R[],
): Promise<readonly (BodyTermRow & { readonly role: R })[]> {
  return tx
    .select({ ...getTableColumns(bodyTerm), role: sql<R>`${bodyTerm.role}` })
    .from(bodyTerm)
    .where(and(inArray(bodyTerm.role, [...roles]), isNull(bodyTerm.withdrawnAt)))
    .orderBy(asc(bodyTerm.id));
}

export async function findTerm(tx: Tx, id: string): Promise<BodyTermRow | undefined> {
  return (await tx.select().from(bodyTerm).where(eq(bodyTerm.id, id)))[0];
}

export async function insertTerm(tx: Tx, row: typeof bodyTerm.$inferInsert): Promise<void> {
  await tx.insert(bodyTerm).values(row);
}

/** Says until when a term lasted; undefined if that was said before, or it was withdrawn, or the actor may not. */
export async function endTerm(
  tx: Tx,
  id: string,
  { untilOn }: { readonly untilOn: string },
): Promise<BodyTermRow | undefined> {
  const ended = await tx
    .update(bodyTerm)
    .set({ untilOn })
    .where(and(eq(bodyTerm.id, id), isNull(bodyTerm.untilOn), isNull(bodyTerm.withdrawnAt)))
    .returning();
  return ended[0];
}

/** Withdraws a term that was wrong; undefined if it was before, or the actor may not. */
export async function withdrawTerm(
  tx: Tx,
  id: string,
  by: Pick<BodyTermRow, "withdrawnAt" | "withdrawnBy" | "withdrawnByName" | "withdrawnReason">,
): Promise<BodyTermRow | undefined> {
  const withdrawn = await tx
    .update(bodyTerm)
    .set(by)
    .where(and(eq(bodyTerm.id, id), isNull(bodyTerm.withdrawnAt)))
    .returning();
  return withdrawn[0];
}

/** Until the transaction ends nobody else enters, ends or withdraws a term of this body. */
export async function lockTermsOf(tx: Tx, body: BodyCode): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`terms of ${body}`}, 0))`);
}
