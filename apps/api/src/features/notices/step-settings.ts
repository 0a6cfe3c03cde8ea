import type {
  BodyOf,
  listStepSettings as listContract,
  ReplyOf,
  setStepConfirmation as setContract,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { wakeScheduler } from "@avances/db/queries/notice-queries";
import {
  insertStepSetting,
  listStepSettings as listSettings,
  listStepChanges,
  lockStepSettings,
} from "@avances/db/queries/proposed-step-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type CalendarStep, confirmedByDefault, confirmedSteps, noticeSteps } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";

type Settings = ReplyOf<typeof listContract>;

/** Which steps of the calendar need a person before they leave, and who has set that. */
export async function stepSettings(deps: Pick<Deps, "db">, actor: Actor): Promise<Settings> {
  allow(actor, "notices.send");
  return deps.db.asActor(actor, view);
}

/** Sets whether a step needs a person, with a reason. Refuses with `transition-refused` what is so already. */
export async function setStepConfirmation(
  deps: Pick<Deps, "db" | "clock" | "newId">,
  actor: Actor,
  step: CalendarStep,
  { needsConfirmation, reason }: BodyOf<typeof setContract>,
  idempotency: Idempotency,
): Promise<Settings> {
  allow(actor, "notices.send");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockStepSettings(tx);
      if (confirmedSteps(await listSettings(tx)).has(step) === needsConfirmation)
        throw new DomainError("transition-refused");
      const id = deps.newId();
      await insertStepSetting(tx, {
        ...{ id, step, needsConfirmation, reason, changedAt: now },
        ...{ changedBy: actor.userId, changedByName: actor.displayName },
      });
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "notices.step-set", objectType: "step_setting", objectId: id, countryCode: null },
        detail: { step, needsConfirmation },
      });
      await wakeScheduler(tx);
      return view(tx);
    }),
  );
}

async function view(tx: Tx): Promise<Settings> {
  const rows = await listStepChanges(tx);
  const needed = confirmedSteps(await listSettings(tx));
  return {
    steps: noticeSteps.map((step) => ({
      ...{ step, needsConfirmation: needed.has(step), byDefault: confirmedByDefault.has(step) },
      changes: rows
        .filter((row) => row.step === step)
        .map(({ needsConfirmation, changedAt, changedByName, reason }) => ({
          ...{ needsConfirmation, at: changedAt.toISOString(), byName: changedByName, reason },
        })),
    })),
  };
}
