import { randomUUID } from "node:crypto";

/* Commitments as rows, without the acts of the portal: for tests of what is written about them. */

type Run = (statement: string, values?: unknown[]) => Promise<unknown>;

export interface MadeCommitment {
  readonly to: readonly string[];
  readonly responsible: string;
  readonly replyBy: string | null;
  readonly dueOn: string | null;
  readonly at: string;
}

/** A filed commitment of the Secretariat, point 3b of a meeting, sent by hand without a message. */
export async function insertCommitment(asOwner: Run, more: Partial<MadeCommitment> = {}): Promise<string> {
  const made: MadeCommitment = {
    ...{
      to: ["CRI", "HND", "GTM"],
      responsible: "RCM-TS",
      replyBy: "2027-04-30",
      dueOn: null,
      at: "2027-03-01T15:00:00Z",
    },
    ...more,
  };
  const [id, meetingId, by] = [randomUUID(), randomUUID(), randomUUID()];
  const addressees = [...new Set([...made.to, made.responsible])].filter((code) => code !== "RCM-TS");
  await asOwner(
    `insert into app.meeting (id, body_code, held_on, place, host_code, state, revision, created_at, created_by, created_by_name)
     values ($1, 'LON', '2027-02-18', 'San José', 'CRI', 'held', 1, $2, $3, 'Paula')`,
    [meetingId, made.at, by],
  );
  await asOwner(
    `insert into app.matter (id, kind, author_code, meeting_id, language, subject, body, text_revision, visibility, addressees, state, version, revision, filed_at, created_at, created_by, created_by_name)
     values ($1, 'commitment', 'RCM-TS', $2, 'es', 'canary subject', 'canary body', 1, 'members', $3, 'filed', 1, 2, $4, $4, $5, 'Paula')`,
    [id, meetingId, addressees, made.at, by],
  );
  await asOwner(
    `insert into app.commitment (matter_id, point, responsible_code, due_on, reply_by, stage, stage_at, stage_by, stage_by_name)
     values ($1, '3b', $2, $3, $4, 'open', $5, $6, 'Paula')`,
    [id, made.responsible, made.dueOn, made.replyBy, made.at, by],
  );
  if (made.to.length > 0)
    await asOwner(
      `insert into app.dispatch (id, matter_id, at, by, by_name, to_codes, documents) values ($1, $2, $3, $4, 'Paula', $5, $6)`,
      [randomUUID(), id, made.at, by, made.to, JSON.stringify([{ matterId: randomUUID(), version: 1 }])],
    );
  return id;
}

/** "No comment", by somebody of this participant. */
export const insertReply = (asOwner: Run, matterId: string, code: string, at: string) =>
  asOwner(
    `insert into app.matter_reply (id, matter_id, participant_code, said, language, text, at, by, by_name)
     values ($1, $2, $3, 'no_comment', 'es', '', $4, $5, 'Somebody')`,
    [randomUUID(), matterId, code, at, randomUUID()],
  );
