import type {
  BodyOf,
  NarrativeView,
  reviseNarrative as reviseContract,
  saveNarrative as saveContract,
} from "@avances/contracts";
import { type MatterRow, setLinks } from "@avances/db/queries/matter-queries";
import { findMeeting } from "@avances/db/queries/meeting-queries";
import {
  findNarrative,
  insertNarrative,
  listNarratives,
  lockNarrativesOf,
} from "@avances/db/queries/narrative-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  leftToTell,
  type NarrativeFault,
  participantOf,
  takesProgress,
  type VisibilityChoice,
} from "@avances/domain/network";
import { actOnMatter, type Begin, type Decide, type DecidedOnMatter } from "#features/shared/act-on-matter.ts";
import { found } from "#features/shared/allow.ts";
import {
  type Acting,
  beginMatter,
  fileMatter,
  reviseMatter,
  rewriteMatter,
  showMatter,
  withdrawMatter,
} from "#features/shared/file-matter.ts";
import { requireKnownLinks } from "#features/shared/known-links.ts";
import { type NarrativeDeps, narrativeView } from "./narrative-view.ts";

type Written = BodyOf<typeof saveContract>;

const actOnNarrative = (deps: NarrativeDeps, actor: Actor, decided: DecidedOnMatter, decide: Decide, begin?: Begin) =>
  actOnMatter(
    deps,
    actor,
    { kind: "narrative", action: "narrative.write", view: (tx) => narrativeView(tx, deps, actor, decided.matterId) },
    decided,
    decide,
    begin,
  );

/** Writes a draft: a new one, or other words for it. Refuses with `matter-refused` a second one of the same Protocol for the same meeting. */
export function saveNarrative(
  deps: NarrativeDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnMatter & { readonly written: Written },
): Promise<NarrativeView> {
  return actOnNarrative(
    deps,
    actor,
    decided,
    async (acting, row) => {
      await requireSame(acting, row, written);
      await judge(deps, acting, row.id, written);
      await rewriteMatter(acting, row, written);
      await keepLinks(acting, row.id, written);
    },
    async (acting) => {
      await judge(deps, acting, decided.matterId, written);
      const row = await beginMatter(acting, { id: decided.matterId, kind: "narrative" }, written);
      await insertNarrative(acting.tx, { matterId: row.id, instrument: written.instrument });
      await keepLinks(acting, row.id, written);
    },
  );
}

/** Puts a draft before those for whom it is. From then on the country has shared its progress, unless the Secretariat alone reads it. */
export function fileNarrative(deps: NarrativeDeps, actor: Actor, decided: DecidedOnMatter): Promise<NarrativeView> {
  return actOnNarrative(deps, actor, decided, async (acting, row) => {
    await requireMeeting(acting, row);
    await fileMatter(acting, row);
  });
}

/** Files another version of what was filed. */
export function reviseNarrative(
  deps: NarrativeDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnMatter & { readonly written: BodyOf<typeof reviseContract> },
): Promise<NarrativeView> {
  return actOnNarrative(deps, actor, decided, async (acting, row) => {
    if (row.visibility === "public") throw new DomainError("transition-refused");
    const whole = { ...written, visibility: row.visibility };
    await requireSame(acting, row, whole);
    await judge(deps, acting, row.id, whole);
    await reviseMatter(acting, row, whole);
    await keepLinks(acting, row.id, whole);
  });
}

/** Shows what was filed to more people, or to fewer while nobody of another side has had it on screen. */
export function showNarrative(
  deps: NarrativeDeps,
  actor: Actor,
  { visibility, ...decided }: DecidedOnMatter & { readonly visibility: VisibilityChoice },
): Promise<NarrativeView> {
  return actOnNarrative(deps, actor, decided, (acting, row) => showMatter(acting, row, visibility));
}

/** Withdraws it, or gives a draft up, with the reason. */
export function withdrawNarrative(
  deps: NarrativeDeps,
  actor: Actor,
  { reason, ...decided }: DecidedOnMatter & { readonly reason: string },
): Promise<NarrativeView> {
  return actOnNarrative(deps, actor, decided, (acting, row) => withdrawMatter(acting, row, { reason }));
}

/** What it tells of, and for which meeting, stays: by that it counts. */
async function requireSame({ tx }: Acting, row: MatterRow, { instrument, meetingId }: Written): Promise<void> {
  const begun = found(await findNarrative(tx, row.id));
  if (begun.instrument !== instrument || row.meetingId !== meetingId) throw new DomainError("transition-refused");
}

async function requireMeeting({ tx }: Acting, { meetingId }: Pick<MatterRow, "meetingId">): Promise<void> {
  if (meetingId === null) throw new DomainError("matter-refused", { faults: ["meeting_missing"] });
  const meeting = await findMeeting(tx, meetingId);
  if (meeting === undefined) throw new DomainError("matter-refused", { faults: ["meeting_unknown"] });
  if (!takesProgress({ body: meeting.bodyCode, state: meeting.state })) refuse("body");
}

/** Refuses what only this kind can have wrong. */
async function judge(
  deps: Pick<NarrativeDeps, "catalogues">,
  acting: Acting,
  matterId: string,
  { meetingId, instrument, indicators }: Written,
): Promise<void> {
  const { tx, actor } = acting;
  await requireMeeting(acting, { meetingId });
  await requireKnownLinks(
    tx,
    deps,
    indicators.map((code) => ({ kind: "indicator", code })),
  );
  const side = found(participantOf(actor));
  await lockNarrativesOf(tx, side, meetingId ?? "");
  const told = (await listNarratives(tx, meetingId ?? "")).map((one) => ({ ...one, author: one.authorCode }));
  if (!leftToTell(told, side, matterId).includes(instrument)) refuse("taken");
}

function refuse(fault: NarrativeFault): never {
  throw new DomainError("matter-refused", { faults: [fault] });
}

async function keepLinks({ tx, actor, now, newId }: Acting, matterId: string, { indicators }: Written): Promise<void> {
  const links = [...new Set(indicators)].map((code) => ({ kind: "indicator" as const, code }));
  await setLinks(tx, matterId, links, { at: now, by: actor.userId, newId });
}
