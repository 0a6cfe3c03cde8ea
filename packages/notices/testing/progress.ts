import { randomUUID } from "node:crypto";

/* Meetings and what countries tell for them as rows, without the acts of the portal: for tests of what is asked for them. */

type Run = (statement: string, values?: unknown[]) => Promise<unknown>;

/** A meeting of the Network in Ciudad de Panamá, entered at this moment. */
export async function insertMeeting(asOwner: Run, heldOn: string, at: string, body = "LON"): Promise<string> {
  const [id, by] = [randomUUID(), randomUUID()];
  await asOwner(
    `insert into app.meeting (id, body_code, held_on, place, host_code, state, revision, created_at, created_by, created_by_name)
     values ($1, $2, $3, 'Ciudad de Panamá', 'PAN', 'planned', 1, $4, $5, 'Paula')`,
    [id, body, heldOn, at, by],
  );
  await asOwner(
    `insert into app.meeting_act (meeting_id, revision, act, at, actor_id, actor_name, before, after)
     values ($1, 1, 'planned', $2, $3, 'Paula', '{}', $4)`,
    [id, at, by, JSON.stringify({ heldOn })],
  );
  return id;
}

/** Another first day, or another place. */
export async function correctMeeting(
  asOwner: Run,
  id: string,
  at: string,
  { heldOn, place }: { readonly heldOn?: string; readonly place?: string },
): Promise<void> {
  await asOwner(
    `update app.meeting set held_on = coalesce($2::date, held_on), place = coalesce($3, place), revision = revision + 1 where id = $1`,
    [id, heldOn ?? null, place ?? null],
  );
  await asOwner(
    `insert into app.meeting_act (meeting_id, revision, act, at, actor_id, actor_name, before, after)
     select id, revision, 'dates_corrected', $2, created_by, 'Paula', '{}', $3 from app.meeting where id = $1`,
    [id, at, JSON.stringify({ ...(heldOn && { heldOn }), ...(place && { place }) })],
  );
}

export const cancelMeeting = (asOwner: Run, id: string) =>
  asOwner(
    "update app.meeting set state = 'cancelled', cancelled_reason = 'A hurricane', revision = revision + 1 where id = $1",
    [id],
  );

/** What a country tells of a Protocol, filed or as a draft. */
export async function insertNarrative(
  asOwner: Run,
  meetingId: string,
  country: string,
  instrument: "TIP" | "SOM",
  {
    state = "filed",
    visibility = "members",
  }: { readonly state?: "draft" | "filed"; readonly visibility?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const isFiled = state === "filed";
  await asOwner(
    `insert into app.matter (id, kind, author_code, meeting_id, language, subject, body, text_revision, visibility, state, version, revision, filed_at, created_at, created_by, created_by_name)
     values ($1, 'narrative', $2, $3, 'es', 'canary subject', 'canary body', 1, $4, $5, $6, 1, $7, now(), $8, 'Ana')`,
    [id, country, meetingId, visibility, state, isFiled ? 1 : 0, isFiled ? new Date() : null, randomUUID()],
  );
  await asOwner("insert into app.narrative (matter_id, instrument) values ($1, $2)", [id, instrument]);
  return id;
}

export const withdrawNarrative = (asOwner: Run, id: string, at: string) =>
  asOwner(
    `update app.matter set state = 'withdrawn', revision = revision + 1, withdrawn_at = $2, withdrawn_by = created_by,
       withdrawn_by_name = 'Ana', withdrawn_reason = 'A mistake' where id = $1`,
    [id, at],
  );
