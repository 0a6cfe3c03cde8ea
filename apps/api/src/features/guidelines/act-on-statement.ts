import type { BodyOf, GuidelineStatementView, saveGuidelineStatement as saveContract } from "@avances/contracts";
import {
  changeGuidelineStatement,
  findGuidelineStatement,
  insertGuidelineStatement,
  listGuidelineSets,
} from "@avances/db/queries/guideline-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  type GuidelineDraft,
  guidelineFaults,
  participantOf,
  replyUntil,
  type VisibilityChoice,
} from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import { actOnMatter, type Begin, type Decide, type DecidedOnMatter } from "#features/shared/act-on-matter.ts";
import { found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import {
  type Acting,
  beginMatter,
  fileMatter,
  rewriteMatter,
  showMatter,
  type Withdrawal,
  withdrawMatter,
} from "#features/shared/file-matter.ts";
import { type GuidelineDeps, statementInFull } from "./guideline-view.ts";

type Written = BodyOf<typeof saveContract>;

const actOnStatement = (deps: GuidelineDeps, actor: Actor, decided: DecidedOnMatter, decide: Decide, begin?: Begin) =>
  actOnMatter(
    deps,
    actor,
    {
      kind: "guideline_statement",
      action: "guideline.state",
      view: (tx) => statementInFull(tx, deps, actor, decided.matterId),
    },
    decided,
    decide,
    begin,
  );

/** Writes a draft: a new one, or other words for it. Refuses with `matter-refused`, and with `not-found` whoever writes for no side. */
export function saveGuidelineStatement(
  deps: GuidelineDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnMatter & { readonly written: Written },
): Promise<GuidelineStatementView> {
  const { country, step, said, asOf, replyDays } = written;
  return actOnStatement(
    deps,
    actor,
    decided,
    async (acting, row) => {
      const begun = found(await findGuidelineStatement(acting.tx, row.id));
      if (begun.countryCode !== country || begun.step !== step) throw new DomainError("transition-refused");
      const setVersion = await judge(deps, acting, written);
      await rewriteMatter(acting, row, written, { addressees: row.addressees, responsible: null });
      await change(acting, row.id, { setVersion, said, asOf, replyDays });
    },
    async (acting) => {
      const setVersion = await judge(deps, acting, written);
      // A view is put to its country, which reads it before all others and keeps it; of itself a country speaks to whoever it chooses.
      const isView = found(participantOf(actor)) !== country;
      const row = await beginMatter(acting, { id: decided.matterId, kind: "guideline_statement" }, written, {
        ...{ addressees: isView ? [country] : [], responsible: null, firstTo: isView ? country : null },
      });
      await insertGuidelineStatement(acting.tx, {
        ...{ matterId: row.id, countryCode: country, step, setVersion, said, asOf, replyDays },
      });
    },
  );
}

/** Puts a draft before those for whom it is; of a view the days of its country begin. */
export function fileGuidelineStatement(
  deps: GuidelineDeps,
  actor: Actor,
  decided: DecidedOnMatter,
): Promise<GuidelineStatementView> {
  return actOnStatement(deps, actor, decided, async (acting, row) => {
    if (row.state !== "draft") throw new DomainError("transition-refused");
    const begun = found(await findGuidelineStatement(acting.tx, row.id));
    const { countryCode: country, replyDays: days } = begun;
    const setVersion = await judge(deps, acting, { ...begun, country });
    await change(acting, row.id, {
      setVersion,
      replyUntil: days === null ? null : replyUntil(acting.now, clocksOf(deps, country), days),
    });
    await fileMatter(acting, row);
  });
}

/** Shows what was filed to more people, or to fewer while nobody of another side has had it on screen. */
export function showGuidelineStatement(
  deps: GuidelineDeps,
  actor: Actor,
  { visibility, ...decided }: DecidedOnMatter & { readonly visibility: VisibilityChoice },
): Promise<GuidelineStatementView> {
  return actOnStatement(deps, actor, decided, (acting, row) => showMatter(acting, row, visibility));
}

/** Withdraws it, or gives a draft up, with the reason. */
export function withdrawGuidelineStatement(
  deps: GuidelineDeps,
  actor: Actor,
  { reason, heard, ...decided }: DecidedOnMatter & Withdrawal,
): Promise<GuidelineStatementView> {
  return actOnStatement(deps, actor, decided, (acting, row) =>
    withdrawMatter(acting, row, { reason, heard }, () => statementInFull(acting.tx, deps, actor, row.id)),
  );
}

/** Refuses what cannot stand; returns the version of the set in whose words the step is asked about. */
async function judge(
  deps: Pick<GuidelineDeps, "reference" | "config">,
  { tx, actor, now }: Acting,
  draft: GuidelineDraft,
): Promise<number> {
  const participants = await listParticipants(tx);
  const set = (await listGuidelineSets(tx)).at(-1);
  const faults = guidelineFaults(draft, {
    side: found(participantOf(actor)),
    members: participants.filter(({ kind }) => kind === "member").map(({ code }) => code),
    steps: set?.steps ?? [],
    today: localDate(now, clocksOf(deps, draft.country)),
  });
  if (set === undefined || faults.length > 0) throw new DomainError("matter-refused", { faults });
  return set.version;
}

async function change(
  { tx }: Acting,
  id: string,
  patch: Parameters<typeof changeGuidelineStatement>[2],
): Promise<void> {
  if (!(await changeGuidelineStatement(tx, id, patch))) throw new DomainError("transition-refused");
}
