import type { addTerm as addContract, BodyOf, BodyView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import {
  type BodyTermRow,
  findTerm,
  insertTerm,
  listTerms,
  lockTermsOf,
  endTerm as writeEnd,
  withdrawTerm as writeWithdrawal,
} from "@avances/db/queries/body-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type BodyCode, type TermFault, termFaults, tidyTerm } from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { bodyView, termOf } from "./body-view.ts";

type Need = Pick<Deps, "db" | "clock" | "config" | "reference" | "newId">;
type TermInput = BodyOf<typeof addContract>;

/** Enters what a participant was in a body, once per key. Refuses with `term-refused` and every fault. */
export async function addTerm(
  deps: Need,
  actor: Actor,
  {
    body,
    idempotency,
    overruled: _asked,
    ...input
  }: TermInput & { readonly body: BodyCode; readonly idempotency: Idempotency },
): Promise<BodyView> {
  allow(actor, "network.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockTermsOf(tx, body);
      const term = { ...tidyTerm(input), source: input.source.trim() };
      requireNone(await faultsOf(tx, deps, { body, term }));
      const { participant: participantCode, ...rest } = term;
      const row = { id: deps.newId(), bodyCode: body, participantCode, ...rest };
      await insertTerm(tx, { ...row, createdAt: now, createdBy: actor.userId, createdByName: actor.displayName });
      await record(tx, actor, now, "term.added", row);
      return bodyView(tx, deps, body);
    }),
  );
}

interface DecidedOnTerm {
  readonly termId: string;
  readonly idempotency: Idempotency;
}

/** Says until when a term lasted. Throws `transition-refused` when that is said already, or the term was withdrawn. */
export function endTerm(
  deps: Need,
  actor: Actor,
  { untilOn, ...decided }: DecidedOnTerm & { readonly untilOn: string },
): Promise<BodyView> {
  return actOnTerm(deps, actor, decided, async (tx, row, now) => {
    if (row.untilOn !== null) throw new DomainError("transition-refused");
    const term = { ...termOf(row), untilOn, source: row.source };
    requireNone(await faultsOf(tx, deps, { body: row.bodyCode, term, except: row.id }));
    found(await writeEnd(tx, row.id, { untilOn }));
    await record(tx, actor, now, "term.ended", row);
  });
}

/** Withdraws a term that was wrong; it stays in the record. Throws `transition-refused` when it was withdrawn before. */
export function withdrawTerm(
  deps: Need,
  actor: Actor,
  { reason, ...decided }: DecidedOnTerm & { readonly reason: string },
): Promise<BodyView> {
  return actOnTerm(deps, actor, decided, async (tx, row, now) => {
    const by = { withdrawnAt: now, withdrawnBy: actor.userId, withdrawnByName: actor.displayName };
    found(await writeWithdrawal(tx, row.id, { ...by, withdrawnReason: reason.trim() }));
    await record(tx, actor, now, "term.withdrawn", row);
  });
}

async function actOnTerm(
  deps: Need,
  actor: Actor,
  { termId, idempotency }: DecidedOnTerm,
  act: (tx: Tx, row: BodyTermRow, now: Date) => Promise<void>,
): Promise<BodyView> {
  allow(actor, "network.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const { bodyCode } = found(await findTerm(tx, termId));
    return once(tx, deps, actor, idempotency, async () => {
      await lockTermsOf(tx, bodyCode);
      // As it is now that nobody else can change it.
      const row = found(await findTerm(tx, termId));
      if (row.withdrawnAt !== null) throw new DomainError("transition-refused");
      await act(tx, row, now);
      return bodyView(tx, deps, bodyCode);
    });
  });
}

async function faultsOf(
  tx: Tx,
  deps: Need,
  {
    body,
    term,
    except,
  }: {
    readonly body: BodyCode;
    readonly term: Parameters<typeof termFaults>[0];
    /** A term that is judged itself. */
    readonly except?: string;
  },
): Promise<readonly TermFault[]> {
  const recorded = (await listTerms(tx, body)).filter((row) => row.withdrawnAt === null && row.id !== except);
  return termFaults(term, {
    body,
    today: localDate(deps.clock.now(), clocksOf(deps, null)),
    known: new Set((await listParticipants(tx)).map(({ code }) => code)),
    recorded: recorded.map(termOf),
  });
}

function requireNone(faults: readonly TermFault[]): void {
  if (faults.length > 0) throw new DomainError("term-refused", { faults });
}

/** Codes alone: who has which role in what. */
async function record(
  tx: Tx,
  actor: Actor,
  at: Date,
  action: "term.added" | "term.ended" | "term.withdrawn",
  { id, bodyCode, participantCode, role }: Pick<BodyTermRow, "id" | "bodyCode" | "participantCode" | "role">,
): Promise<void> {
  await appendAuditEvent(tx, {
    ...{ at, actor, action, objectType: "term", objectId: id, countryCode: null },
    detail: { body: bodyCode, participant: participantCode, role },
  });
}
