import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { bareAct, bareAnswer } from "./bare-tables.ts";

/** One answer and one row of an audit trail in a transaction: no session, no rights, no lock, no rules. */
export function bareSave(app: FastifyInstance, connectionString: string | undefined): void {
  const db = drizzle(new pg.Pool({ connectionString, max: 10 }));
  app.put<{ Params: { id: string; code: string }; Body: { state: string; value: unknown } }>(
    "/:id/:code",
    async ({ params: { id, code }, body: { state, value } }) => {
      await db.transaction(async (tx) => {
        await tx
          .insert(bareAnswer)
          .values({ submissionId: id, indicatorCode: code, state, value, revision: 1, updatedAt: new Date() })
          .onConflictDoUpdate({
            target: [bareAnswer.submissionId, bareAnswer.indicatorCode],
            set: { state, value, revision: sql`${bareAnswer.revision} + 1`, updatedAt: new Date() },
          });
        await tx.insert(bareAct).values({ at: new Date(), actor: "somebody", action: "answer.saved", object: id });
      });
      return { saved: true };
    },
  );
}
