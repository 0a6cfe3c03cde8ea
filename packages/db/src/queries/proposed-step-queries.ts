import type { CalendarStep, StepDecision, StepSetting } from "@avances/domain/round";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { proposedStep, stepSetting } from "../schema/index.ts";

export type StepSettingRow = typeof stepSetting.$inferSelect;
export type ProposedStepRow = typeof proposedStep.$inferSelect;

const lastSettings = statement<Record<string, never>, StepSetting[]>((db) =>
  db
    .selectDistinctOn([stepSetting.step], { step: stepSetting.step, needsConfirmation: stepSetting.needsConfirmation })
    .from(stepSetting)
    .orderBy(asc(stepSetting.step), desc(stepSetting.changedAt), desc(stepSetting.id)),
);

/** What was set last about each step; steps about which nothing was set are absent. */
export async function listStepSettings(tx: Tx): Promise<readonly StepSetting[]> {
  return lastSettings(tx, {});
}

/** Everything that was ever set, the newest first. Role `app_worker` may not read why and by whom. */
export async function listStepChanges(tx: Tx): Promise<readonly StepSettingRow[]> {
  return tx.select().from(stepSetting).orderBy(desc(stepSetting.changedAt), desc(stepSetting.id));
}

/** Until the transaction ends, nobody else sets anything about a step. */
export async function lockStepSettings(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('avances step settings', 0))`);
}

export async function insertStepSetting(tx: Tx, row: typeof stepSetting.$inferInsert): Promise<void> {
  await tx.insert(stepSetting).values(row);
}

/** What was decided about a step of a country. */
export interface DecidedStep {
  readonly roundYear: number;
  readonly country: string;
  readonly step: CalendarStep;
  readonly anchorDate: string;
  readonly decision: StepDecision;
}

const decided = statement<{ since: Date }, DecidedStep[]>((db) =>
  db
    .select({
      roundYear: proposedStep.roundYear,
      country: proposedStep.countryCode,
      step: proposedStep.step,
      anchorDate: proposedStep.anchorDate,
      decision: sql<StepDecision>`${proposedStep.decision}`,
    })
    .from(proposedStep)
    .where(
      and(
        isNotNull(proposedStep.decision),
        sql`${proposedStep.proposedAt} >= ${sql.placeholder("since")}::timestamptz`,
      ),
    ),
);

/** The decisions about steps that were proposed since then, of all rounds. */
export async function listDecidedSteps(tx: Tx, since: Date): Promise<readonly DecidedStep[]> {
  return decided(tx, { since });
}

/** Records that these steps are proposed; those that were before are left as they are. */
export async function insertProposedSteps(tx: Tx, rows: readonly (typeof proposedStep.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(proposedStep)
      .values([...rows])
      .onConflictDoNothing();
}

const ofRound = statement<{ year: number }, ProposedStepRow[]>((db) =>
  db
    .select()
    .from(proposedStep)
    .where(eq(proposedStep.roundYear, sql.placeholder("year")))
    .orderBy(desc(proposedStep.proposedAt), asc(proposedStep.countryCode)),
);

/** Everything that was ever proposed in a round, the newest first. */
export async function listProposedSteps(tx: Tx, year: number): Promise<readonly ProposedStepRow[]> {
  return ofRound(tx, { year });
}

export async function findProposedStep(tx: Tx, id: string): Promise<ProposedStepRow | undefined> {
  return (await tx.select().from(proposedStep).where(eq(proposedStep.id, id)))[0];
}

/** Records what a person decided; undefined when there is no such proposal, or it was decided before. */
export async function decideProposedStep(
  tx: Tx,
  id: string,
  by: {
    readonly decision: StepDecision;
    readonly at: Date;
    readonly userId: string;
    readonly name: string;
    readonly reason: string;
  },
): Promise<ProposedStepRow | undefined> {
  return (
    await tx
      .update(proposedStep)
      .set({
        decision: by.decision,
        decidedAt: by.at,
        decidedBy: by.userId,
        decidedByName: by.name,
        reason: by.reason,
      })
      .where(and(eq(proposedStep.id, id), isNull(proposedStep.decidedAt)))
      .returning()
  )[0];
}
