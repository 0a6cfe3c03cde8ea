import type {
  BodyOf,
  CommitmentView,
  concludeCommitment as concludeContract,
  moveCommitment as moveContract,
  reviseCommitment as reviseContract,
  saveCommitment as saveContract,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import {
  type CommitmentRow,
  findCommitment,
  insertCommitment,
  updateCommitment,
} from "@avances/db/queries/commitment-queries";
import { findMatter, lockMatter, type MatterRow, updateMatter } from "@avances/db/queries/matter-queries";
import { findMeeting, type MeetingRow } from "@avances/db/queries/meeting-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import {
  type CommitmentFault,
  commitmentFaults,
  moveFaults,
  outcomeFaults,
  type ParticipantCode,
  secretariatCode,
} from "@avances/domain/network";
import { allow, found } from "#features/shared/allow.ts";
import { askAboutDetails } from "#features/shared/ask-about-details.ts";
import {
  type Acting,
  type Addressed,
  beginMatter,
  fileMatter,
  lockSeenMatter,
  noteMatterAct,
  reviseMatter,
  rewriteMatter,
} from "#features/shared/file-matter.ts";
import type { Idempotency } from "#http/handler.ts";
import { once } from "#http/once.ts";
import { type CommitmentDeps, commitmentView, zoneOfSide } from "./commitment-view.ts";

/** A commitment as the person who decides has seen it. */
export interface DecidedOnCommitment {
  readonly matterId: string;
  /** Revision that was seen (`If-Match`); 0 = there is none yet. */
  readonly revision: number;
  readonly idempotency: Idempotency;
}

const kind = "commitment" as const;

/** Changes a commitment of the own side, once per key. `decide` gets it locked; where there is none yet, `begin` makes it. */
async function actOnCommitment(
  deps: CommitmentDeps,
  actor: Actor,
  { matterId, revision, idempotency }: DecidedOnCommitment,
  decide: (acting: Acting, row: CommitmentRow) => Promise<unknown>,
  begin: ((acting: Acting) => Promise<unknown>) | null = null,
): Promise<CommitmentView> {
  allow(actor, "commitment.manage");
  const now = deps.clock.now();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const acting = { tx, actor, now, newId: deps.newId };
      const isNew = begin !== null && revision === 0 && (await findMatter(tx, matterId, kind)) === undefined;
      if (isNew) await begin(acting);
      else await decide(acting, await lockSeen(acting, deps, { matterId, revision }));
      return commitmentView(tx, deps, actor, matterId);
    }),
  );
}

/** The commitment of the own side, locked and as it was seen. */
export async function lockSeen(
  acting: Acting,
  deps: CommitmentDeps,
  { matterId, revision }: Pick<DecidedOnCommitment, "matterId" | "revision">,
): Promise<CommitmentRow> {
  const { tx, actor } = acting;
  const current = () => commitmentView(tx, deps, actor, matterId);
  await lockSeenMatter(acting, { id: matterId, kind, revision }, current);
  return found(await findCommitment(tx, matterId));
}

/** Refuses with `commitment-refused` if there is any fault. */
export function requireNoFault(faults: readonly CommitmentFault[]): void {
  if (faults.length > 0) throw new DomainError("commitment-refused", { faults });
}

/** What of a matter is refused is refused of the commitment, in the same words. */
async function judged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === "matter-refused")
      throw new DomainError("commitment-refused", error.details);
    throw error;
  }
}

/** Whoever owes something reads it. The Secretariat, from whom it comes, is not addressed by itself. */
function addressedTo(
  responsible: ParticipantCode,
  to: readonly ParticipantCode[],
  before: readonly ParticipantCode[] = [],
): Addressed {
  const addressees = new Set([...before, ...to, responsible]);
  addressees.delete(secretariatCode);
  return { responsible, addressees: [...addressees].sort() };
}

const meetingOf = async (tx: Tx, id: string | null): Promise<MeetingRow | null> =>
  id === null ? null : ((await findMeeting(tx, id)) ?? null);

/** Writes a draft: a new one, or other words for it. What stands in a published report says so from the beginning. */
export async function saveCommitment(
  deps: CommitmentDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnCommitment & { readonly written: BodyOf<typeof saveContract> },
): Promise<CommitmentView> {
  allow(actor, "commitment.manage");
  const { point, responsible, to, dueOn, stage, isInReport, ...words } = written;
  const addressed = addressedTo(responsible, to);
  const promised = { point: point.trim(), responsibleCode: responsible, dueOn };
  const matter = { ...words, files: [] };
  const said = ({ actor: { userId, displayName }, now }: Acting) => ({
    ...{ stage, stageAt: now, stageBy: userId, stageByName: displayName, stageNote: "" },
  });
  const judge = async ({ tx }: Acting, inReport: boolean) => {
    const meeting = await meetingOf(tx, written.meetingId);
    requireNoFault(commitmentFaults({ point: promised.point, dueOn, stage, isInReport: inReport }, meeting));
    return meeting;
  };
  return actOnCommitment(
    deps,
    actor,
    decided,
    async (acting, row) => {
      // Whether it stands in a report was said when it was begun.
      await judge(acting, row.publicSource !== null);
      await judged(() => rewriteMatter(acting, row, matter, addressed));
      found((await updateCommitment(acting.tx, row.id, { ...promised, ...said(acting) })) || null);
    },
    async (acting) => {
      const meeting = await judge(acting, isInReport);
      const publicSource = isInReport ? (meeting?.publicSource ?? null) : null;
      await judged(() => beginMatter(acting, { id: decided.matterId, kind }, matter, { ...addressed, publicSource }));
      await insertCommitment(acting.tx, { matterId: decided.matterId, ...promised, ...said(acting) });
    },
  );
}

/** Puts a draft before those for whom it is. */
export function fileCommitment(
  deps: CommitmentDeps,
  actor: Actor,
  decided: DecidedOnCommitment,
): Promise<CommitmentView> {
  return actOnCommitment(deps, actor, decided, async (acting, row) => {
    const meeting = await meetingOf(acting.tx, row.meetingId);
    const { stage, dueOn } = row;
    requireNoFault(
      commitmentFaults({ point: row.point ?? "", dueOn, stage, isInReport: row.publicSource !== null }, meeting),
    );
    await fileMatter(acting, row);
  });
}

/** Corrects what was filed, as another version. To whom it was sent stays; what was promised otherwise before is in the record. */
export async function reviseCommitment(
  deps: CommitmentDeps,
  actor: Actor,
  { written, ...decided }: DecidedOnCommitment & { readonly written: BodyOf<typeof reviseContract> },
): Promise<CommitmentView> {
  allow(actor, "commitment.manage");
  const { responsible, to, dueOn, ...words } = written;
  const point = written.point.trim();
  return actOnCommitment(deps, actor, decided, async (acting, row) => {
    const meeting = await meetingOf(acting.tx, written.meetingId);
    const isInReport = row.publicSource !== null;
    requireNoFault(commitmentFaults({ point, dueOn, isInReport, stage: "open" }, meeting));
    const { visibility } = row;
    if (visibility === "public") throw new DomainError("transition-refused");
    const addressed = addressedTo(responsible, to, row.addressees);
    const was = { point: row.point ?? "", responsible: row.responsibleCode, dueOn: row.dueOn };
    const now = { point, responsible, dueOn };
    const changed = (["point", "responsible", "dueOn"] as const).filter((field) => was[field] !== now[field]);
    const only = (facts: typeof was) => Object.fromEntries(changed.map((field) => [field, facts[field]]));
    const besides = { before: only(was), after: only(now) };
    await judged(() => reviseMatter(acting, row, { ...words, visibility, files: [] }, addressed, besides));
    // Whoever owes it now does not learn who of another side said how far it had come; the record keeps the name for those whom it is told.
    const nobodys = responsible === row.responsibleCode ? {} : { stageByName: "" };
    found(
      (await updateCommitment(acting.tx, row.id, { point, responsibleCode: responsible, dueOn, ...nobodys })) || null,
    );
  });
}

/**
 * Says how far it has come: the Secretariat of its own, or whoever owes it. Of what is dropped the reason is kept. Refuses with `revision-stale`
 * when it was changed since it was seen.
 */
export async function moveCommitment(
  deps: CommitmentDeps,
  actor: Actor,
  { matterId, revision, idempotency, moved }: DecidedOnCommitment & { readonly moved: BodyOf<typeof moveContract> },
): Promise<CommitmentView> {
  allow(actor, "commitment.progress");
  const now = deps.clock.now();
  const note = moved.note.trim();
  return deps.db.asActor(actor, (tx) =>
    once(tx, deps, actor, idempotency, async () => {
      const seen = found(await findCommitment(tx, matterId));
      allow(actor, "commitment.progress", { country: null, participant: seen.responsibleCode });
      const row = found(await lockMatter(tx, matterId, kind));
      const before = found(await findCommitment(tx, matterId));
      if (row.revision !== revision)
        throw new DomainError("revision-stale", { current: await commitmentView(tx, deps, actor, matterId) });
      if (row.state !== "filed") throw new DomainError("transition-refused");
      requireNoFault(moveFaults(before, { stage: moved.stage, note }));
      await askAboutDetails(tx, actor, now, { matterId, texts: [note], overruled: moved.overruled });
      await say({ tx, actor, now }, row, before, { stage: moved.stage, note });
      return commitmentView(tx, deps, actor, matterId);
    }),
  );
}

async function say(
  acting: Pick<Acting, "tx" | "actor" | "now">,
  row: MatterRow,
  before: CommitmentRow,
  { stage, note }: Pick<BodyOf<typeof moveContract>, "stage" | "note">,
): Promise<void> {
  const { tx, actor, now } = acting;
  const changed = found(await updateMatter(tx, row.id, {}));
  const said = { stage, stageAt: now, stageBy: actor.userId, stageByName: actor.displayName, stageNote: note };
  found((await updateCommitment(tx, row.id, said)) || null);
  await noteMatterAct(acting, changed, {
    ...{ act: "moved", before: { stage: before.stage }, after: { stage }, reason: note },
  });
}

/** Records what a later meeting said of it, and how it stands since. What an earlier one said stays in the record. */
export async function concludeCommitment(
  deps: CommitmentDeps,
  actor: Actor,
  { said, ...decided }: DecidedOnCommitment & { readonly said: BodyOf<typeof concludeContract> },
): Promise<CommitmentView> {
  allow(actor, "commitment.manage");
  const text = said.text.trim();
  return actOnCommitment(deps, actor, decided, async (acting, row) => {
    const { tx, now } = acting;
    if (row.state !== "filed") throw new DomainError("transition-refused");
    const meeting = found(await meetingOf(tx, said.meetingId));
    const madeAt = await meetingOf(tx, row.meetingId);
    const dated = { ...meeting, timeZone: zoneOfSide(deps, meeting.hostCode ?? secretariatCode) };
    requireNoFault([...outcomeFaults(madeAt, dated, now), ...moveFaults(row, { stage: said.stage, note: text })]);
    await askAboutDetails(tx, actor, now, { matterId: row.id, texts: [text], overruled: said.overruled });
    const changed = found(await updateMatter(tx, row.id, {}));
    found(
      (await updateCommitment(tx, row.id, {
        ...{ stage: said.stage, stageAt: now, stageBy: actor.userId, stageByName: actor.displayName, stageNote: "" },
        ...{ outcomeMeetingId: meeting.id, outcome: text, outcomeLanguage: said.language },
      })) || null,
    );
    await noteMatterAct(acting, changed, {
      act: "concluded",
      before: { stage: row.stage, meeting: row.outcomeMeetingId },
      after: { stage: said.stage, meeting: meeting.id, language: said.language },
      reason: text,
    });
  });
}
