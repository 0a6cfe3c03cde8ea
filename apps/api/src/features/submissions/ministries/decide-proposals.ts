import type {
  BodyOf,
  giveBackProposal as giveBackContract,
  ReplyOf,
  takeProposals as takeContract,
} from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type AnswerToSave, listAnswersTo } from "@avances/db/queries/answer-queries";
import { writeSaved } from "@avances/db/queries/answer-saving-queries";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { decideProposal, listProposalsFor, type ProposalAndAuthor } from "@avances/db/queries/proposal-queries";
import type { AnswerRow, ProposalRow } from "@avances/db/queries/rows";
import { findSection, type SectionAndPerson, setHandedIn } from "@avances/db/queries/section-queries";
import { findSubmissionInRound, lockSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { findUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import { findIndicator } from "@avances/domain/catalogue";
import { DomainError } from "@avances/domain/domain-error";
import { referenceYear } from "@avances/domain/round";
import { sectionEndsAt } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { contentHash } from "#features/shared/content-hash.ts";
import { hasSectionLinkLeft, newSectionTicket, queueSectionMail } from "#features/shared/section-mail.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";
import { keepAct } from "#features/shared/transition.ts";
import { countAnswered } from "../acceptable-answer.ts";
import { mayNow } from "../may-now.ts";
import { answerOf } from "../saved-answer.ts";
import {
  type LockedWorkingCopy,
  lockWorkingCopy,
  refuseNotInQuestion,
  statusOnceSaved,
  writing,
} from "../working-copy.ts";
import { viewProposals } from "./proposal-view.ts";

type Need = Pick<Deps, "db" | "clock" | "catalogues">;
type Decided = ReplyOf<typeof takeContract>;

interface TakeProposals {
  readonly submissionId: string;
  readonly proposals: BodyOf<typeof takeContract>["proposals"];
}

/**
 * Makes proposals answers of the report, all or none; the person who takes them is their author there, and the record of the proposal keeps
 * who proposed it and what it replaced. Refuses with `revision-stale` and the proposals as they are now when one of them, or the answer that
 * it would replace, is not as it was seen.
 */
export async function takeProposals(
  deps: Need,
  actor: Actor,
  { submissionId, proposals: wanted }: TakeProposals,
): Promise<Decided> {
  allow(actor, "proposal.decide");
  const now = deps.clock.now();
  const ids = wanted.map(({ id }) => id);
  return deps.db.asActor(actor, async (tx) => {
    // Which indicators they are about never changes, so it may be read before the lock; all the rest is read under it.
    const about = await proposalsOf(tx, actor, submissionId, ids);
    const codes = about.map(({ indicatorCode }) => indicatorCode);
    const copy = await lockWorkingCopy(tx, deps, actor, submissionId, codes);
    const proposals = await proposalsOf(tx, actor, submissionId, ids);
    // Of two proposals for one indicator, a person takes one.
    if (new Set(codes).size < codes.length)
      throw new DomainError("answer-not-accepted", { reason: "indicator-repeated" });
    const seen = new Map(wanted.map((each) => [each.id, each]));
    const missed = proposals.filter(
      ({ id, decision, revision, indicatorCode }) =>
        decision !== "open" ||
        seen.get(id)?.revision !== revision ||
        seen.get(id)?.answerRevision !== (copy.rows.get(indicatorCode)?.revision ?? 0),
    );
    if (missed.length > 0) {
      const view = await viewProposals(
        tx,
        submissionId,
        missed.map(({ id }) => id),
      );
      throw new DomainError("revision-stale", { proposals: view });
    }
    const after = proposals.map((proposal) => toSave(proposal, copy.rows.get(proposal.indicatorCode)?.revision ?? 0));
    for (const proposal of proposals) {
      const present = copy.rows.get(proposal.indicatorCode);
      await decideProposal(tx, proposal.id, {
        ...decided("taken", proposal.revision + 1, actor, now),
        before: present === undefined ? null : contentOf(present),
        takenRevision: (present?.revision ?? 0) + 1,
      });
    }
    return writeAnswers(tx, { actor, now, copy, after, action: "proposals.taken", ids });
  });
}

interface OneProposal {
  readonly submissionId: string;
  readonly proposalId: string;
}

/**
 * Undoes the taking of a proposal: the answer is as it was before, and the proposal waits again. Refuses with `not-available-now` when the
 * answer was changed since, so that nothing is lost that somebody wrote afterwards.
 */
export async function undoTaking(
  deps: Need,
  actor: Actor,
  { submissionId, proposalId }: OneProposal,
): Promise<Decided> {
  allow(actor, "proposal.decide");
  const now = deps.clock.now();
  return deps.db.asActor(actor, async (tx) => {
    const [about] = await proposalsOf(tx, actor, submissionId, [proposalId]);
    const code = found(about).indicatorCode;
    const copy = await lockWorkingCopy(tx, deps, actor, submissionId, [code]);
    const proposal = found((await proposalsOf(tx, actor, submissionId, [proposalId]))[0]);
    const present = copy.rows.get(code);
    if (proposal.decision !== "taken" || present === undefined || present.revision !== proposal.takenRevision)
      throw new DomainError("not-available-now");
    const { before } = proposal;
    const after: AnswerToSave = {
      ...(before ?? nothing),
      indicatorCode: code,
      expectedRevision: present.revision,
    };
    // Greater than everything its author may have seen: see `asProposed`.
    const revision = proposal.revision + present.revision + 2;
    await decideProposal(tx, proposal.id, { ...undecided, revision });
    return writeAnswers(tx, { actor, now, copy, after: [after], action: "proposal.taking-undone", ids: [proposalId] });
  });
}

type GiveBack = OneProposal & BodyOf<typeof giveBackContract>;

/**
 * Gives a proposal back to its author with a note. The section of a link is then open again, and its person gets the note with a fresh link, as
 * long as the section can be written and links are left for today. Refuses like taking.
 */
export async function giveBackProposal(
  deps: Need & Pick<Deps, "config" | "newId" | "reference">,
  actor: Actor,
  { submissionId, proposalId, revision, note }: GiveBack,
): Promise<ReplyOf<typeof giveBackContract>> {
  allow(actor, "proposal.decide");
  const now = deps.clock.now();
  const wanted = { submissionId, proposalId, revision };
  const mayTell = await deps.db.asActor(actor, async (tx) => {
    const { sectionId } = await openProposal(tx, actor, wanted);
    return sectionId === null ? null : reachable(tx, deps, { submissionId, sectionId, now });
  });
  const isTold =
    mayTell !== null && (await deps.db.asAuth((tx) => hasSectionLinkLeft(tx, actor.userId, mayTell.section.id, now)));
  const { view } = await deps.db.asActorTelling(
    actor,
    async (tx) => {
      const submission = found(await lockSubmissionInRound(tx, submissionId));
      statusOnceSaved(submission);
      const catalogue = deps.catalogues.version(submission.round.catalogueVersion);
      const { proposal, sectionId } = await openProposal(tx, actor, wanted);
      const { indicatorCode } = proposal;
      await refuseNotInQuestion(tx, { submission, catalogue }, [indicatorCode]);
      await decideProposal(tx, proposalId, { ...decided("given_back", revision + 1, actor, now), note: note.trim() });
      if (sectionId !== null) await setHandedIn(tx, sectionId, null);
      await appendAuditEvent(tx, {
        at: now,
        actor,
        action: "proposal.given-back",
        objectType: "proposal",
        objectId: proposalId,
        countryCode: submission.countryCode,
        fields: [indicatorCode],
      });
      const view = found((await viewProposals(tx, submissionId, [proposalId]))[0]);
      // Asked again: the section may have been taken back since.
      const told = isTold && sectionId !== null ? await reachable(tx, deps, { submissionId, sectionId, now }) : null;
      const name = findIndicator(catalogue, indicatorCode)?.name;
      if (told === null || name === undefined) return { view: { ...view, isTold: false }, mail: null };
      const timeZone = timeZoneOf(deps, submission.countryCode);
      const mail = {
        ...{ ...told, now, referenceYear: referenceYear(submission.round) },
        ticket: await newSectionTicket(tx, deps, { ...told, now, timeZone }),
        inviter: await findUser(tx, actor.userId),
        givenBack: { code: indicatorCode, name, byName: actor.displayName },
      };
      return { view: { ...view, isTold: true }, mail };
    },
    async (tx, { mail }) => {
      if (mail !== null) await queueSectionMail(tx, deps, mail);
    },
  );
  return view;
}

/** The proposal as it was seen. Refuses with `revision-stale` when something else was proposed or decided since. */
async function openProposal(
  tx: Tx,
  actor: Actor,
  { submissionId, proposalId, revision }: OneProposal & Pick<GiveBack, "revision">,
): Promise<ProposalAndAuthor> {
  const submission = found(await findSubmissionInRound(tx, submissionId));
  allow(actor, "proposal.decide", { country: submission.countryCode });
  const row = found((await listProposalsFor(tx, submissionId, [proposalId]))[0]);
  if (row.proposal.decision !== "open" || row.proposal.revision !== revision)
    throw new DomainError("revision-stale", { proposals: await viewProposals(tx, submissionId, [proposalId]) });
  return row;
}

/** The section and its person; null when its links no longer work, so that a message would lead nowhere. */
async function reachable(
  tx: Tx,
  deps: Pick<Deps, "reference">,
  { submissionId, sectionId, now }: { submissionId: string; sectionId: string; now: Date },
): Promise<SectionAndPerson | null> {
  const asked = found(await findSection(tx, submissionId, sectionId));
  const { section } = asked;
  const canWrite = section.removedAt === null && now < sectionEndsAt(section, timeZoneOf(deps, section.countryCode));
  return canWrite ? asked : null;
}

/** These proposals for this report; refuses with `not-found` when one of them is not there. */
async function proposalsOf(
  tx: Tx,
  actor: Actor,
  submissionId: string,
  ids: readonly string[],
): Promise<readonly ProposalRow[]> {
  const submission = found(await findSubmissionInRound(tx, submissionId));
  allow(actor, "proposal.decide", { country: submission.countryCode });
  const rows = (await listProposalsFor(tx, submissionId, ids)).map(({ proposal }) => proposal);
  if (rows.length < new Set(ids).size) throw new DomainError("not-found");
  return rows;
}

const undecided = {
  decision: "open",
  decidedAt: null,
  decidedBy: null,
  decidedByName: null,
  note: "",
  before: null,
  takenRevision: null,
} as const;

function decided(decision: "taken" | "given_back", revision: number, actor: Actor, now: Date) {
  const by = { decidedAt: now, decidedBy: actor.userId, decidedByName: actor.displayName };
  return { ...undecided, ...by, decision, revision };
}

function toSave(proposal: ProposalRow, expectedRevision: number): AnswerToSave {
  return { ...contentOf(proposal), indicatorCode: proposal.indicatorCode, expectedRevision };
}

function contentOf({ state, value, reason, comment, evidence, cleared }: AnswerRow | ProposalRow) {
  return { state, value, reason, comment, evidence, cleared };
}

/** Of what is undone nothing stays in the report: whoever reads its answers may not know what contributors propose. */
const nothing = { state: "reported", value: null, reason: "", comment: "", evidence: [], cleared: true } as const;

interface Writing {
  readonly actor: Actor;
  readonly now: Date;
  readonly copy: LockedWorkingCopy;
  readonly after: readonly AnswerToSave[];
  readonly action: string;
  readonly ids: readonly string[];
}

/** Writes answers as saving them does, and returns how the report and the proposals are afterwards. */
async function writeAnswers(tx: Tx, { actor, now, copy, after, action, ids }: Writing): Promise<Decided> {
  const { submission, catalogue } = copy;
  const codes = after.map(({ indicatorCode }) => indicatorCode);
  const status = statusOnceSaved(submission);
  await refuseNotInQuestion(tx, copy, codes);
  const before = await listAnswersTo(tx, submission.id, codes);
  const answered = submission.answeredCount + countAnswered(catalogue, after) - countAnswered(catalogue, before);
  await writeSaved(
    tx,
    writing(submission, actor, now),
    after,
    { expectedStatus: submission.status, status, answeredCount: answered },
    {
      at: now,
      actor,
      action,
      objectType: "submission",
      objectId: submission.id,
      countryCode: submission.countryCode,
      fields: codes,
      beforeHash: contentHash(before.flatMap((row) => answerOf(row) ?? [])),
      afterHash: contentHash(after.flatMap((row) => answerOf(row) ?? [])),
      detail: { answers: codes.length, status },
    },
  );
  const starts = status !== submission.status;
  const revision = submission.revision + Number(starts);
  if (starts) await keepAct(tx, submission, { act: "started", actor, now }, { ...submission, status, revision });
  return {
    proposals: [...(await viewProposals(tx, submission.id, ids))],
    status,
    answered,
    may: mayNow(actor, { ...submission, status }),
    submissionRevision: revision,
  };
}
