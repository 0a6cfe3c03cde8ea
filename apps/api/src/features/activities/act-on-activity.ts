import type {
  ActivityView,
  BodyOf,
  reviseActivity as reviseContract,
  saveActivity as saveContract,
} from "@avances/contracts";
import { putActivity } from "@avances/db/queries/activity-queries";
import { setLinks } from "@avances/db/queries/matter-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type ActivityFault, activityFaults, participantOf, type VisibilityChoice } from "@avances/domain/network";
import { actOnMatter, type Begin, type Decide, type DecidedOnMatter } from "#features/shared/act-on-matter.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import {
  type Acting,
  beginMatter,
  fileMatter,
  reviseMatter,
  rewriteMatter,
  showMatter,
  type Withdrawal,
  withdrawMatter,
} from "#features/shared/file-matter.ts";
import { requireKnownLinks } from "#features/shared/known-links.ts";
import { type ActivityDeps, activityView } from "./activity-view.ts";

type Written = BodyOf<typeof saveContract>;

const actOnActivity = (deps: ActivityDeps, actor: Actor, decided: DecidedOnMatter, decide: Decide, begin?: Begin) =>
  actOnMatter(
    deps,
    actor,
    { kind: "activity", action: "activity.write", view: (tx) => activityView(tx, deps, actor, decided.matterId) },
    decided,
    decide,
    begin,
  );

/** Writes a draft: a new one, or other words for it. Refuses with `not-found` whoever writes for no side on record. */
export function saveActivity(
  deps: ActivityDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnMatter & { readonly written: Written },
): Promise<ActivityView> {
  return actOnActivity(
    deps,
    actor,
    decided,
    async (acting, row) => {
      await judge(deps, acting, row.id, written);
      await rewriteMatter(acting, row, written, askedFor(written, actor));
      await keepRest(acting, row.id, written);
    },
    async (acting) => {
      await judge(deps, acting, decided.matterId, written);
      await beginMatter(acting, { id: decided.matterId, kind: "activity" }, written, askedFor(written, actor));
      await keepRest(acting, decided.matterId, written);
    },
  );
}

/** Who is asked for support: nobody asks their own side, and whoever was asked stays asked. */
const askedFor = ({ addressees }: Pick<Written, "addressees">, actor: Actor, before: readonly string[] = []) => ({
  addressees: [...before, ...addressees.filter((code) => code !== participantOf(actor))],
  responsible: null,
});

/** Proposes it: those for whom it is read it from now on. */
export function fileActivity(deps: ActivityDeps, actor: Actor, decided: DecidedOnMatter): Promise<ActivityView> {
  return actOnActivity(deps, actor, decided, fileMatter);
}

/** Files another version of what was proposed. */
export function reviseActivity(
  deps: ActivityDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnMatter & { readonly written: BodyOf<typeof reviseContract> },
): Promise<ActivityView> {
  return actOnActivity(deps, actor, decided, async (acting, row) => {
    if (row.visibility === "public") throw new DomainError("transition-refused");
    const whole = { ...written, visibility: row.visibility };
    await judge(deps, acting, row.id, whole);
    await reviseMatter(acting, row, whole, askedFor(whole, actor, row.addressees));
    await keepRest(acting, row.id, whole);
  });
}

/** Shows what was filed to more people, or to fewer while nobody of another side has had it on screen. */
export function showActivity(
  deps: ActivityDeps,
  actor: Actor,
  { visibility, ...decided }: DecidedOnMatter & { readonly visibility: VisibilityChoice },
): Promise<ActivityView> {
  return actOnActivity(deps, actor, decided, (acting, row) => showMatter(acting, row, visibility));
}

/** Withdraws it, or gives a draft up, with the reason. */
export function withdrawActivity(
  deps: ActivityDeps,
  actor: Actor,
  { reason, heard, ...decided }: DecidedOnMatter & Withdrawal,
): Promise<ActivityView> {
  return actOnActivity(deps, actor, decided, (acting, row) =>
    withdrawMatter(acting, row, { reason, heard }, () => activityView(acting.tx, deps, actor, row.id)),
  );
}

/** The codes of the countries that take part: members, and those that observe. */
export async function countryCodes(tx: Acting["tx"]): Promise<ReadonlySet<string>> {
  const participants = await listParticipants(tx);
  return new Set(participants.filter(({ kind }) => kind !== "organisation").map(({ code }) => code));
}

/** Refuses with `matter-refused` if there is any fault. */
export function refuse(faults: readonly ActivityFault[]): void {
  if (faults.length > 0) throw new DomainError("matter-refused", { faults });
}

/** Refuses what only a proposal can have wrong, and asks about details in what stands beside its words. */
async function judge(
  deps: Pick<ActivityDeps, "catalogues">,
  { tx, actor, now }: Acting,
  matterId: string,
  { startsOn, endsOn, place, host, audience, funding, aims, overruled }: Written,
): Promise<void> {
  await requireKnownLinks(tx, deps, aims);
  const draft = { ...{ startsOn, endsOn, place, host, audience }, fundingNote: funding.note };
  refuse(activityFaults({ ...draft, aims: aims.map(({ code }) => code) }, await countryCodes(tx)));
  await askAboutDetails(tx, actor, now, { matterId, texts: [place, funding.note], overruled });
}

async function keepRest({ tx, actor, now, newId }: Acting, matterId: string, written: Written): Promise<void> {
  const { activityKind, audience, startsOn, endsOn, place, host, funding, aims } = written;
  await putActivity(tx, matterId, {
    ...{ activityKind, audience: [...new Set(audience)], startsOn, place: place.trim(), hostCode: host },
    // A last day that is the first one says nothing.
    endsOn: endsOn === startsOn ? null : endsOn,
    ...{ funding: funding.state, fundingNote: funding.note.trim() },
  });
  await setLinks(tx, matterId, aims, { at: now, by: actor.userId, newId });
}
