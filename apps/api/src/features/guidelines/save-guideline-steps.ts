import type { BodyOf, saveGuidelineSteps as contract, GuidelinesView } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { insertGuidelineSet, listGuidelineSets, lockGuidelineSets } from "@avances/db/queries/guideline-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { codedSteps, guidelineSetFaults, trimmedText } from "@avances/domain/network";
import { allow } from "#features/shared/allow.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import type { GuidelineDeps } from "./guideline-view.ts";
import { guidelinesView } from "./read-guidelines.ts";

interface DecidedOnSteps {
  readonly written: BodyOf<typeof contract>;
  /** Version that was seen (`If-Match`); 0 = there is none yet. */
  readonly revision: number;
  readonly idempotency: Idempotency;
}

/** Puts other steps in the place of those that are asked about, once per key. What was said before stays, and names the set in which it was said. */
export function saveGuidelineSteps(
  deps: GuidelineDeps,
  actor: Actor,
  { written, revision, idempotency }: DecidedOnSteps,
): Promise<GuidelinesView> {
  allow(actor, "guideline.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      await lockGuidelineSets(tx);
      const earlier = await listGuidelineSets(tx);
      const version = earlier.at(-1)?.version ?? 0;
      if (version !== revision)
        throw new DomainError("revision-stale", { current: await guidelinesView(tx, deps, actor) });
      const indicators = new Set(deps.catalogues.current.indicators.map(({ code }) => code));
      const faults = guidelineSetFaults(written, earlier, indicators);
      if (faults.length > 0) throw new DomainError("matter-refused", { faults });
      const source = trimmedText(written.source);
      await insertGuidelineSet(tx, {
        ...{ version: version + 1, source, steps: codedSteps(written.steps, earlier) },
        ...{ at: now, by: actor.userId, byName: actor.displayName },
      });
      await appendAuditEvent(tx, {
        ...{ at: now, actor, action: "guideline-steps.changed", objectType: "guideline_set" },
        ...{ objectId: String(version + 1), countryCode: null, detail: { version: version + 1 } },
      });
      return guidelinesView(tx, deps, actor);
    }),
  );
}
