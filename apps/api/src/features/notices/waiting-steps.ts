import type {
  BodyOf,
  confirmWaitingStep as confirmContract,
  getWaitingStepMessages,
  listWaitingSteps as listContract,
  ReplyOf,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import {
  decideProposedStep,
  findProposedStep,
  listProposedSteps,
  type ProposedStepRow,
} from "@avances/db/queries/proposed-step-queries";
import { findRound } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { audienceFacts, noticeKey, type StepDecision } from "@avances/domain/round";
import { type OpenProposal, openProposals, refuseAskedMeanwhile } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { countryToRemind } from "./country-to-remind.ts";

type WaitingSteps = ReplyOf<typeof listContract>;
type Need = Pick<Deps, "db" | "clock">;

/** Which proposal of which round. */
interface Which {
  readonly year: number;
  readonly stepId: string;
}

/** The steps of a round that wait for a person, and what became of earlier ones. */
export async function listWaitingSteps(deps: Need, actor: Actor, year: number): Promise<WaitingSteps> {
  allow(actor, "notices.send");
  return deps.db.asActor(actor, (tx) => view(tx, deps, year));
}

/** Every message of a step that waits, as it would be written now. Refuses with `transition-refused` what waits no more, or never did. */
export async function waitingStepMessages(
  deps: Need & Pick<Deps, "newId" | "config">,
  actor: Actor,
  { year, stepId }: Which,
): Promise<ReplyOf<typeof getWaitingStepMessages>> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  const config = { ...deps.config, ticketKey: deps.config.secrets.ticketKey };
  return deps.db.asActor(actor, async (tx) => {
    const { open } = await waitingStep(tx, { year, stepId }, now);
    return { messages: [...(await open.messages({ now, newId: deps.newId, config }))] };
  });
}

/**
 * Confirms a step that waits: the planner sends it in the next sending hours, as every step. Refuses with `transition-refused` what waits no more, and
 * with `asked-meanwhile` a country that has been asked since the person saw it.
 */
export async function confirmWaitingStep(
  deps: Need,
  actor: Actor,
  which: Which,
  { asksWritten }: BodyOf<typeof confirmContract>,
  idempotency: Idempotency,
): Promise<WaitingSteps> {
  return decide(deps, actor, which, { decision: "confirmed", reason: "" }, idempotency, (tx, { state, ledger }) =>
    refuseAskedMeanwhile(tx, [{ state, ledger }], [{ country: state.country, asksWritten }]),
  );
}

/** Declines a step that waits: the planner records it with that, and it is not sent. Refuses with `transition-refused` what waits no more. */
export async function declineWaitingStep(
  deps: Need,
  actor: Actor,
  which: Which,
  reason: string,
  idempotency: Idempotency,
): Promise<WaitingSteps> {
  return decide(deps, actor, which, { decision: "declined", reason }, idempotency, async () => undefined);
}

async function decide(
  deps: Need,
  actor: Actor,
  { year, stepId }: Which,
  what: { readonly decision: StepDecision; readonly reason: string },
  idempotency: Idempotency,
  check: (tx: Tx, open: OpenProposal) => Promise<void>,
): Promise<WaitingSteps> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const { row, open } = await waitingStep(tx, { year, stepId }, now);
      await check(tx, open);
      const by = { ...what, at: now, userId: actor.userId, name: actor.displayName };
      // Of two at once the second finds it decided.
      if ((await decideProposedStep(tx, stepId, by)) === undefined) throw new DomainError("transition-refused");
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: `notices.step-${what.decision}`, objectType: "proposed_step" },
        ...{ objectId: stepId, countryCode: row.countryCode },
        detail: { round: year, step: row.step, recipients: open.people.length },
      });
      await wakeScheduler(tx);
      return view(tx, deps, year);
    }),
  );
}

async function waitingStep(
  tx: Tx,
  { year, stepId }: Which,
  now: Date,
): Promise<{ readonly row: ProposedStepRow; readonly open: OpenProposal }> {
  found(await findRound(tx, year));
  const row = await findProposedStep(tx, stepId);
  const open = row?.roundYear === year ? openOf(row, await openProposals(tx, year, now)) : undefined;
  if (row === undefined || open === undefined) throw new DomainError("transition-refused");
  return { row, open };
}

const keyOf = (country: string, { step, anchorDate }: Pick<ProposedStepRow, "step" | "anchorDate">) =>
  `${country} ${noticeKey(step, anchorDate)}`;

/** The step of this row, if it still waits. */
function openOf(row: ProposedStepRow, open: readonly OpenProposal[]): OpenProposal | undefined {
  if (row.decidedAt !== null) return undefined;
  return open.find((one) => keyOf(one.state.country, one) === keyOf(row.countryCode, row));
}

async function view(tx: Tx, { clock }: Pick<Deps, "clock">, year: number): Promise<WaitingSteps> {
  found(await findRound(tx, year));
  const [rows, open] = [await listProposedSteps(tx, year), await openProposals(tx, year, clock.now())];
  const waiting = rows.flatMap((row) => {
    const one = openOf(row, open);
    return one === undefined ? [] : [{ row, open: one }];
  });
  const waits = new Set(waiting.map(({ row }) => row.id));
  return {
    steps: waiting.map(({ row, open: { people, audience, leavesAt, facts } }) => ({
      ...{ id: row.id, step: row.step, anchorDate: row.anchorDate },
      ...{ proposedAt: row.proposedAt.toISOString(), leavesAt: leavesAt.toISOString() },
      to: people.map(({ displayName, role, email }) => ({ name: displayName, role, address: email })),
      missing: audience
        .filter((name) => !people.some((person) => person.audience === name))
        .map((name) => audienceFacts[name].role),
      facts: countryToRemind(facts),
    })),
    decided: rows
      .filter(({ id }) => !waits.has(id))
      .map((row) => ({
        ...{ id: row.id, country: row.countryCode, step: row.step, anchorDate: row.anchorDate },
        ...{ proposedAt: row.proposedAt.toISOString(), decision: row.decision, reason: row.reason },
        ...{ decidedAt: row.decidedAt?.toISOString() ?? null, byName: row.decidedByName },
      })),
  };
}
