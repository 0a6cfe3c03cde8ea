import type { CalendarStep, StepDecision, StepSetting } from "@avances/domain/round";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { proposedStep, stepSetting } from "../schema/index.ts";
import { milliseconds, readTexts, selectTexts, textPart } from "./text-parts.ts";

export type StepSettingRow = typeof stepSetting.$inferSelect;
export type ProposedStepRow = typeof proposedStep.$inferSelect;

/** What was set last about each step; steps about which nothing was set are absent. */
export const stepSettingsPart = textPart(
  sql`select json_agg(one)::text from (
    select distinct on (${stepSetting.step}) json_build_array(${stepSetting.step}, ${stepSetting.needsConfirmation}) as one
    from ${stepSetting} order by ${stepSetting.step}, ${stepSetting.changedAt} desc, ${stepSetting.id} desc
  ) by_step`,
  (rows: readonly [StepSetting["step"], boolean][]): readonly StepSetting[] =>
    rows.map(([step, needsConfirmation]) => ({ step, needsConfirmation })),
);

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

/** The decisions about steps that were proposed since `decidedSince`, of all rounds. */
export const decidedStepsPart = textPart(
  sql`select json_agg(json_build_array(${proposedStep.roundYear}, ${proposedStep.countryCode}, ${proposedStep.step}, ${proposedStep.anchorDate}, ${proposedStep.decision})
      order by ${proposedStep.id})::text
    from ${proposedStep} where ${proposedStep.decision} is not null and ${proposedStep.proposedAt} >= ${sql.placeholder("decidedSince")}::timestamptz`,
  (rows: readonly [number, string, CalendarStep, string, StepDecision][]): readonly DecidedStep[] =>
    rows.map(([roundYear, country, step, anchorDate, decision]) => ({
      roundYear,
      country,
      step,
      anchorDate,
      decision,
    })),
);

const ofSettings = { settings: stepSettingsPart };
const lastSettings = statement<Record<string, never>, Record<string, unknown>[]>(selectTexts(ofSettings));

/** What was set last about each step; steps about which nothing was set are absent. */
export async function listStepSettings(tx: Tx): Promise<readonly StepSetting[]> {
  return readTexts(ofSettings, await lastSettings(tx, {})).settings;
}

const parts = { settings: stepSettingsPart, decisions: decidedStepsPart };
const known = statement<{ decidedSince: Date }, Record<string, unknown>[]>(selectTexts(parts));

/** What decides which steps wait for a person. */
export interface StepFacts {
  readonly settings: readonly StepSetting[];
  readonly decisions: readonly DecidedStep[];
}

/** The settings, and the decisions about steps that were proposed since then, of all rounds. */
export async function readStepFacts(tx: Tx, decidedSince: Date): Promise<StepFacts> {
  return readTexts(parts, await known(tx, { decidedSince }));
}

/** A step that waits for a person. */
export interface WaitingStep {
  readonly country: string;
  readonly step: CalendarStep;
  readonly anchorDate: string;
  readonly proposedAt: Date;
}

/** What was proposed in the round `year` and not decided. */
export const waitingStepsPart = textPart(
  sql`select json_agg(json_build_array(${proposedStep.countryCode}, ${proposedStep.step}, ${proposedStep.anchorDate}, ${milliseconds(sql`${proposedStep.proposedAt}`)})
      order by ${proposedStep.id})::text
    from ${proposedStep} where ${proposedStep.roundYear} = ${sql.placeholder("year")} and ${proposedStep.decidedAt} is null`,
  (rows: readonly [string, CalendarStep, string, number][]): readonly WaitingStep[] =>
    rows.map(([country, step, anchorDate, at]) => ({ country, step, anchorDate, proposedAt: new Date(at) })),
);

/** Records that these steps are proposed; those that were before are left as they are. */
export async function insertProposedSteps(tx: Tx, rows: readonly (typeof proposedStep.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(proposedStep)
      .values([...rows])
      .onConflictDoNothing();
}

/** Everything that was ever proposed in a round, the newest first. */
export async function listProposedSteps(tx: Tx, year: number): Promise<readonly ProposedStepRow[]> {
  return tx
    .select()
    .from(proposedStep)
    .where(eq(proposedStep.roundYear, year))
    .orderBy(desc(proposedStep.proposedAt), asc(proposedStep.countryCode));
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
