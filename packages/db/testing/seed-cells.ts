import { randomUUID } from "node:crypto";
import { testClient } from "@avances/testing";
import { drizzle } from "drizzle-orm/node-postgres";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import * as schema from "../src/schema/index.ts";
import { at, type Cell, cells, publicSinceOf } from "./matter-cells.ts";
import { reportOf } from "./matters.ts";
import type { TwoCountries } from "./two-countries.ts";
/** Every cell with everything that can hang on a matter. */
export async function seedCells(ownerUrl: string, seed: TwoCountries): Promise<void> {
  const client = testClient({ connectionString: ownerUrl });
  await client.connect();
  const owner = drizzle(client, { casing: "snake_case" });
  // A statement has no more than 65,535 values.
  const put = async <T extends PgTable>(table: T, rows: readonly PgInsertValue<T>[]) => {
    for (let from = 0; from < rows.length; from += 1_000)
      await owner.insert(table).values(rows.slice(from, from + 1_000));
  };
  const [by, byName] = [randomUUID(), "test"];
  const [meeting] = await owner.select().from(schema.meeting);
  const meetingId = meeting?.id ?? "";
  const words = { language: "es", subject: "Asunto", body: "Texto" } as const;
  const wasFiled = cells.filter(({ version }) => version > 0);
  const userId = seed.actor("focal_point", "CRI").userId;
  await put(
    schema.matter,
    cells.map(({ id, kind, author, visibility, addressees, state, version, firstTo, openedAt }, place) => ({
      publicSince: publicSinceOf(cells[place] as Cell),
      ...{
        id,
        kind,
        authorCode: author,
        meetingId,
        ...words,
        textRevision: 2,
        visibility,
        addressees: [...addressees],
      },
      ...{ firstToCode: firstTo, openedAt, state, version, revision: 2, filedAt: version > 0 ? at : null },
      ...{ createdAt: at, createdBy: by, createdByName: byName },
      ...(state === "withdrawn" && {
        withdrawnAt: at,
        withdrawnBy: by,
        withdrawnByName: byName,
        withdrawnReason: "test",
      }),
    })),
  );
  await put(
    schema.matterVersion,
    wasFiled.map(({ id, version }) => ({ matterId: id, version, ...words, textRevision: 2, at, by, byName })),
  );
  // Of the words that were filed, and of earlier ones that never were.
  for (const textRevision of [1, 2])
    await put(
      schema.translation,
      cells.map(({ id: matterId, author }) => ({
        ...{ id: randomUUID(), matterId, textRevision, language: "en" as const, subject: "Matter", body: "Text" },
        ...{ madeBy: "human" as const, participantCode: author, at, by, byName },
      })),
    );
  await put(
    schema.matterLink,
    cells.map(({ id: matterId }) => ({
      id: randomUUID(),
      matterId,
      kind: "country" as const,
      code: "CRI",
      addedAt: at,
      addedBy: by,
    })),
  );
  for (const withdrawn of [false, true])
    await put(
      schema.matterReply,
      cells.map(({ id: matterId }) => ({
        ...{ id: randomUUID(), matterId, participantCode: "HND", said: "reply" as const, language: "es" as const },
        ...{ text: "Respuesta", at, by, byName },
        ...(withdrawn && { withdrawnAt: at, withdrawnBy: by, withdrawnByName: byName }),
      })),
    );
  await put(
    schema.matterSeen,
    cells.map(({ id: matterId }) => ({
      id: randomUUID(),
      matterId,
      version: 1,
      participantCode: "HND",
      at,
      by,
      byName,
    })),
  );
  await put(
    schema.matterAct,
    cells.flatMap(({ id: matterId, author }) =>
      (["written", "filed", "resent"] as const).map((act, index) => ({
        ...{ matterId, revision: index + 1, act, at, actorId: by, actorName: byName, participantCode: author },
        ...{ before: {}, after: {} },
      })),
    ),
  );
  const matterIds = cells.map(({ id: matterId }) => ({ matterId }));
  await put(
    schema.document,
    matterIds.map((one) => ({ ...one, documentKind: "other" as const })),
  );
  await put(
    schema.agendaItem,
    matterIds.map((one, index) => ({ ...one, meetingId, place: 1, number: 1_000 + index })),
  );
  await put(
    schema.commitment,
    matterIds.map((one) => ({
      ...{ ...one, responsibleCode: "CRI", stage: "open" as const, stageAt: at, stageBy: by, stageByName: byName },
    })),
  );
  await put(
    schema.report,
    matterIds.map((one) => ({ ...one, stage: "circulated" as const, withSubmissions: false })),
  );
  await put(
    schema.reportPoint,
    matterIds.map((one) => ({
      ...{ ...one, id: randomUUID(), place: 1, level: 1 as const, words: { en: "", es: "Texto" } },
      ...{ createdAt: at, createdBy: by },
    })),
  );
  await put(
    schema.reportFigures,
    matterIds.map((one) => ({ ...one, choices: [], chosenAt: at, chosenBy: by })),
  );
  // Whatever the level of the matter is by now, these went to members.
  await put(
    schema.reportVersion,
    matterIds.map((one) => ({
      ...{ ...one, version: 1, stage: "circulated" as const, visibility: "members" as const },
      ...{ content: reportOf("Texto"), at, by, byName },
    })),
  );
  await put(
    schema.reportComment,
    matterIds.map((one) => ({
      ...{ ...one, id: randomUUID(), version: 1, participantCode: "HND", language: "es" as const, text: "Texto" },
      ...{ at, by, byName },
    })),
  );
  await put(
    schema.dispatch,
    matterIds.map((one) => ({ ...one, id: randomUUID(), at, by, byName, toCodes: [], documents: [] })),
  );
  await put(
    schema.matterRequest,
    matterIds.map((one) => ({
      ...{ ...one, id: randomUUID(), participantCode: "CRI", userId, step: "matter_sent" as const },
      ...{ anchorDate: "2026-05-01", batchId: randomUUID(), scheduledFor: at, createdAt: at },
    })),
  );
  await put(
    schema.narrative,
    matterIds.map((one) => ({ ...one, instrument: "TIP" as const })),
  );
  await put(schema.progressRequest, [
    {
      ...{ id: randomUUID(), meetingId, participantCode: "CRI", userId, step: "progress_asked" as const },
      ...{ meetingOn: "2026-03-10", dayKnownAt: at, batchId: randomUUID(), scheduledFor: at, createdAt: at },
    },
  ]);
  await put(
    schema.contribution,
    matterIds.map((one) => ({ ...one, contributionKind: "statement" as const })),
  );
  await put(
    schema.recommendation,
    matterIds.map((one) => ({ ...one, sourceKind: "own" as const })),
  );
  const said = { language: "es" as const, text: "", at, by, byName };
  await put(
    schema.stance,
    matterIds.map((one) => ({
      ...{ ...one, ...said, id: randomUUID(), participantCode: "HND", said: "took_note" as const },
    })),
  );
  await put(
    schema.completion,
    matterIds.map((one) => ({
      ...{ ...one, ...said, id: randomUUID(), ofCode: "CRI", byCode: "IOM", step: "limited" as const },
    })),
  );
  // Of its own kind alone: what hangs on a matter is read as the matter is, and a row for every cell of every kind takes its time.
  const activityIds = cells.filter(({ kind }) => kind === "activity").map(({ id: matterId }) => ({ matterId }));
  await put(
    schema.activity,
    activityIds.map((one) => ({
      ...{ ...one, activityKind: "workshop" as const, audience: ["police" as const], funding: "sought" as const },
    })),
  );
  await put(
    schema.guidelineStatement,
    cells
      .filter(({ kind }) => kind === "guideline_statement")
      .map(({ id: matterId }) => ({
        ...{ matterId, countryCode: "CRI", step: "G1", setVersion: 1, said: "partly" as const, asOf: "2026-03-01" },
        ...{ replyDays: 14, replyUntil: "2026-04-24" },
      })),
  );
  const noted = { at, by, byName };
  await put(
    schema.activitySupport,
    activityIds.map((one) => ({ ...one, ...noted, id: randomUUID(), participantCode: "HND", supports: true })),
  );
  await put(
    schema.activityDecline,
    activityIds.map((one) => ({
      ...{ ...one, ...noted, id: randomUUID(), participantCode: "HND", language: "es" as const, text: "x" },
    })),
  );
  await put(
    schema.activityEndorsement,
    activityIds.map((one) => ({ ...one, ...noted, id: randomUUID(), said: "endorsed" as const, meetingId })),
  );
  // What hangs on these two bears the id of the matter, so that each cell has one of its own.
  await put(
    schema.activityHeld,
    activityIds.map((one) => ({ ...one, ...noted, id: one.matterId, fromOn: "2026-03-01", place: "" })),
  );
  await put(
    schema.activityAttendance,
    activityIds.map((one) => ({
      ...{ ...one, heldId: one.matterId, place: 1, countryCode: "HND", institution: "police" as const, persons: 3 },
    })),
  );
  await put(
    schema.activityEvaluation,
    activityIds.map((one) => ({ ...one, ...noted, id: one.matterId, language: "es" as const, text: "" })),
  );
  await put(
    schema.activityResult,
    activityIds.map((one) => ({
      ...{ ...one, evaluationId: one.matterId, place: 1, indicatorCode: "TIP-PRV-04", year: 2026, text: "x" },
    })),
  );
  await put(
    schema.file,
    cells.map(({ fileId, author }) => ({
      ...{ id: fileId, storeKey: fileId.replaceAll("-", ""), name: "a.pdf", fileType: "pdf" as const, bytes: 1 },
      ...{ sha256: "0", state: "stored" as const, checkedBy: "test", participantCode: author },
      ...{ uploadedAt: at, uploadedBy: by, uploadedByName: byName },
    })),
  );
  // Held by the version that was filed last, and by the one that comes after it.
  for (const ahead of [0, 1])
    await put(
      schema.fileUse,
      cells.map(({ id: matterId, fileId, version }) => ({
        ...{ id: randomUUID(), fileId, place: 1 + ahead, matterId, version: Math.max(version, 1) + ahead },
        ...{ addedAt: at, addedBy: by },
      })),
    );
  await client.end();
}
