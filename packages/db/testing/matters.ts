import { randomUUID } from "node:crypto";
import type { Actor } from "@avances/domain/access";
import type { FigureChoice, ReportContent } from "@avances/domain/network";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import * as schema from "../src/schema/index.ts";

/** Tables of the Network's work that hang on a matter: what is read of them follows from the matter, not from a column with a country. */
export const matterTables = [
  schema.matter,
  schema.matterVersion,
  schema.translation,
  schema.matterLink,
  schema.matterReply,
  schema.matterSeen,
  schema.matterAct,
  schema.document,
  schema.agendaItem,
  schema.commitment,
  schema.dispatch,
  schema.matterRequest,
  schema.contribution,
  schema.recommendation,
  schema.stance,
  schema.completion,
  schema.activity,
  schema.activitySupport,
  schema.activityDecline,
  schema.activityEndorsement,
  schema.activityHeld,
  schema.activityAttendance,
  schema.activityEvaluation,
  schema.activityResult,
  schema.narrative,
  schema.progressRequest,
  schema.guidelineStatement,
  schema.report,
  schema.reportPoint,
  schema.reportFigures,
  schema.reportVersion,
  schema.reportComment,
  schema.file,
  schema.fileUse,
] as const;

/** Tables that everybody of the Network reads. */
export const networkTables = [
  schema.bodyTerm,
  schema.meeting,
  schema.meetingAct,
  schema.attendance,
  schema.guidelineSet,
] as const;

/** The organisation of each role outside the members. */
export const organisationOf: Readonly<Record<string, string>> = {
  observer: "IOM",
  civil_society: "RNCOM",
  coalition: "COALITION",
};

type Writer = Pick<NodePgDatabase, "insert">;
const at = new Date("2026-04-10T12:00:00.000Z");

/** One meeting with all that belongs to it. No words of it are secret in the Network. */
export async function seedMeeting(tx: Writer): Promise<string> {
  const id = randomUUID();
  const by = { createdAt: at, createdBy: randomUUID(), createdByName: "Secretary" };
  await tx.insert(schema.meeting).values({
    ...{
      id,
      bodyCode: "LON",
      heldOn: "2026-03-10",
      place: "San José",
      hostCode: "CRI",
      state: "held",
      revision: 1,
      ...by,
    },
  });
  await tx.insert(schema.meetingAct).values({
    ...{ meetingId: id, revision: 1, act: "planned", at, actorId: by.createdBy, actorName: "Secretary" },
    ...{ before: {}, after: { heldOn: "2026-03-10" } },
  });
  await tx.insert(schema.attendance).values({
    ...{ meetingId: id, participantCode: "CRI", fact: "attended", holds: true },
    ...{ notedAt: at, notedBy: by.createdBy, notedByName: "Secretary" },
  });
  await tx.insert(schema.bodyTerm).values({
    ...{ id: randomUUID(), bodyCode: "COALITION", participantCode: "CRI", role: "secretariat", knownOn: "2013-11-18" },
    ...{ source: "report of the meeting", ...by },
  });
  const steps = [{ code: "G1", name: { en: "Adopted as a norm", es: "Adoptado como norma" }, indicators: [] }];
  await tx
    .insert(schema.guidelineSet)
    .values({ version: 1, source: { en: "", es: "" }, steps, at, by: by.createdBy, byName: "Secretary" })
    .onConflictDoNothing();
  return id;
}

/**
 * What a country keeps to itself, and what it says to the Secretariat alone: a draft and a filed matter with everything that can hang on them. All
 * words are the mark.
 */
export async function seedPrivateMatters(
  tx: Writer,
  { mark, person, meetingId }: { readonly mark: string; readonly person: Actor; readonly meetingId: string },
): Promise<void> {
  const code = person.country ?? "RCM-TS";
  const [by, byName] = [person.userId, mark];
  const made = { createdAt: at, createdBy: by, createdByName: byName };
  const words = { language: "es", subject: mark, body: mark } as const;
  for (const state of ["draft", "filed"] as const) {
    const matterId = randomUUID();
    const version = state === "filed" ? 1 : 0;
    await tx.insert(schema.matter).values({
      ...{ id: matterId, kind: "commitment", authorCode: code, meetingId, ...words, textRevision: 1, state, version },
      ...{
        visibility: state === "filed" ? "secretariat" : "network",
        revision: 1,
        filedAt: version > 0 ? at : null,
        ...made,
      },
    });
    if (version > 0) {
      await tx.insert(schema.matterVersion).values({ matterId, version, ...words, textRevision: 1, at, by, byName });
      await tx.insert(schema.matterReply).values({
        ...{ id: randomUUID(), matterId, participantCode: "RCM-TS", said: "reply", language: "es", text: mark },
        ...{ at, by, byName },
      });
      await tx.insert(schema.matterSeen).values({
        ...{ id: randomUUID(), matterId, version, participantCode: "RCM-TS", at, by, byName },
      });
      await tx.insert(schema.dispatch).values({
        ...{ id: randomUUID(), matterId, at, by, byName, toCodes: [], documents: [] },
      });
      await tx.insert(schema.matterRequest).values({
        ...{
          id: randomUUID(),
          matterId,
          participantCode: code,
          userId: by,
          step: "matter_sent",
          anchorDate: "2026-04-30",
        },
        ...{ batchId: randomUUID(), scheduledFor: at, createdAt: at },
      });
    }
    await tx.insert(schema.translation).values({
      ...{ id: randomUUID(), matterId, textRevision: 1, language: "en", subject: mark, body: mark },
      ...{ madeBy: "human", participantCode: code, at, by, byName },
    });
    await tx.insert(schema.matterLink).values({
      ...{ id: randomUUID(), matterId, kind: "indicator", code: mark, addedAt: at, addedBy: by },
    });
    await tx.insert(schema.matterAct).values({
      ...{ matterId, revision: 1, act: version > 0 ? "filed" : "written", at, actorId: by, actorName: byName },
      ...{ participantCode: code, before: {}, after: {}, reason: mark },
    });
    await tx.insert(schema.document).values({ matterId, documentKind: "other" });
    await tx.insert(schema.narrative).values({ matterId, instrument: "TIP" });
    await tx.insert(schema.progressRequest).values({
      ...{ id: randomUUID(), meetingId, participantCode: code, userId: by, step: "progress_by_hand" },
      ...{ meetingOn: "2026-03-10", dayKnownAt: at, batchId: randomUUID(), sentBy: by, sentByName: mark },
      ...{ ownTexts: { es: mark }, scheduledFor: at, createdAt: at },
    });
    await tx.insert(schema.guidelineStatement).values({
      ...{ matterId, countryCode: code === "RCM-TS" ? "CRI" : code, step: mark, setVersion: 1, said: "partly" },
      ...{ asOf: "2026-03-01" },
    });
    await tx.insert(schema.contribution).values({ matterId, contributionKind: "challenge" });
    await tx
      .insert(schema.recommendation)
      .values({ matterId, sourceKind: "treaty_body", source: mark, ownerCode: code });
    const said = { matterId, language: "es", text: mark, at, by, byName } as const;
    await tx.insert(schema.stance).values({ ...said, id: randomUUID(), participantCode: code, said: "took_note" });
    await tx
      .insert(schema.completion)
      .values({ ...said, id: randomUUID(), ofCode: code, byCode: "RCM-TS", step: "limited" });
    await tx.insert(schema.agendaItem).values({
      ...{ matterId, meetingId, place: 1, number: 1 + agendaNumber(), letter: "" },
    });
    await tx.insert(schema.commitment).values({
      ...{ matterId, point: mark, responsibleCode: code, stage: "open", stageAt: at, stageBy: by, stageByName: byName },
      ...{ stageNote: mark },
    });
    const stamp = { matterId, at, by, byName } as const;
    await tx.insert(schema.activity).values({
      ...{
        matterId,
        activityKind: "workshop",
        audience: ["police"],
        place: mark,
        funding: "sought",
        fundingNote: mark,
      },
    });
    await tx.insert(schema.activitySupport).values({
      ...{ ...stamp, id: randomUUID(), participantCode: "RCM-TS", supports: true },
    });
    await tx.insert(schema.activityDecline).values({
      ...{ ...stamp, id: randomUUID(), participantCode: code, language: "es", text: mark },
    });
    await tx.insert(schema.activityEndorsement).values({
      ...{ ...stamp, id: randomUUID(), said: "endorsed", meetingId, point: mark.slice(0, 20) },
    });
    const [heldId, evaluationId] = [randomUUID(), randomUUID()];
    await tx.insert(schema.activityHeld).values({ ...stamp, id: heldId, fromOn: "2026-03-01", place: mark });
    await tx.insert(schema.activityAttendance).values({
      ...{
        heldId,
        matterId,
        place: 1,
        countryCode: code === "RCM-TS" ? null : code,
        institution: "police",
        persons: 3,
      },
    });
    await tx.insert(schema.activityEvaluation).values({ ...stamp, id: evaluationId, language: "es", text: mark });
    await tx.insert(schema.activityResult).values({
      ...{ evaluationId, matterId, place: 1, indicatorCode: "TIP-PRV-04", year: 2026, text: mark },
    });
    await tx.insert(schema.report).values({
      ...{ matterId, stage: version > 0 ? "circulated" : "draft", withSubmissions: false },
    });
    await tx.insert(schema.reportPoint).values({
      ...{
        id: randomUUID(),
        matterId,
        place: 1,
        level: 1,
        words: { en: mark, es: mark },
        createdAt: at,
        createdBy: by,
      },
    });
    await tx.insert(schema.reportFigures).values({
      ...{ matterId, choices: [figureOf(mark)], chosenAt: at, chosenBy: by },
    });
    if (version > 0) {
      await tx.insert(schema.reportVersion).values({
        ...{ matterId, version, stage: "circulated", visibility: "members", content: reportOf(mark), at, by, byName },
      });
      await tx.insert(schema.reportComment).values({
        ...{ id: randomUUID(), matterId, version, participantCode: code, language: "es", text: mark, at, by, byName },
      });
    }
    const fileId = randomUUID();
    await tx.insert(schema.file).values({
      ...{
        id: fileId,
        storeKey: fileId.replaceAll("-", ""),
        name: `${mark}.pdf`,
        fileType: "pdf",
        bytes: 1,
        sha256: "0",
      },
      ...{ state: "stored", checkedBy: "built-in", participantCode: code, uploadedAt: at, uploadedBy: by },
      ...{ uploadedByName: byName },
    });
    await tx.insert(schema.fileUse).values({
      ...{ id: randomUUID(), fileId, place: 1, matterId, version: 1, addedAt: at, addedBy: by },
    });
  }
}

/** A chart that asks for this, which nothing is called. */
function figureOf(mark: string): FigureChoice {
  const id = "01a22198-ba5a-7d6e-88d6-4502ba24e57c";
  return { id, pointId: null, subject: "index", code: mark, form: "bars", roundYear: null, countries: [] };
}

/** What a report says, in these words alone. */
export function reportOf(mark: string): ReportContent {
  return {
    meeting: { body: "LON", heldOn: "2026-03-10", untilOn: null, place: mark, host: "CRI" },
    ...{ attendance: [], points: [], submissions: null, figures: [] },
  };
}

let agendaNumbers = 0;
const agendaNumber = () => {
  agendaNumbers += 1;
  return agendaNumbers;
};
