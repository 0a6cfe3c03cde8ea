import { randomUUID } from "node:crypto";

/* Views of countries, and documents that were sent, as rows without the acts of the portal: for tests of what is told of them. */

type Run = (statement: string, values?: unknown[]) => Promise<unknown>;

const matterRow = `insert into app.matter (id, kind, author_code, language, subject, body, text_revision, visibility, addressees, first_to_code, state, version,
  revision, filed_at, created_at, created_by, created_by_name)`;

/** A view of IOM of one step in a country, filed at this moment, with the last day of the country. */
export async function insertView(
  asOwner: Run,
  {
    country,
    at,
    until,
    step = "G1",
  }: { readonly country: string; readonly at: string; readonly until: string; readonly step?: string },
): Promise<string> {
  const id = randomUUID();
  await asOwner(
    `insert into app.guideline_set (version, source, steps, at, by, by_name)
     values (1, '{"en":"","es":""}', '[{"code":"G1","name":{"en":"canary","es":"canary"},"indicators":[]}]', $1, $2, 'Paula') on conflict do nothing`,
    [at, randomUUID()],
  );
  await asOwner(
    `${matterRow} values ($1, 'guideline_statement', 'IOM', 'es', 'canary subject', 'canary body', 1, 'network', array[$2], $2, 'filed', 1, 1, $3, $3, $4, 'Oli')`,
    [id, country, at, randomUUID()],
  );
  await asOwner(
    `insert into app.guideline_statement (matter_id, country_code, step, set_version, said, as_of, reply_days, reply_until)
     values ($1, $2, $3, 1, 'no', '2027-01-01', 14, $4)`,
    [id, country, step, until],
  );
  return id;
}

/** A document in its first version, filed at this moment. */
export async function insertDocument(asOwner: Run, at: string): Promise<string> {
  const id = randomUUID();
  await asOwner(
    `${matterRow} values ($1, 'document', 'RCM-TS', 'es', 'canary subject', 'canary body', 1, 'members', '{}', null, 'filed', 1, 1, $2, $2, $3, 'Paula')`,
    [id, at, randomUUID()],
  );
  return id;
}

/** This document goes along with the commitment, in this version. */
export const sendAlong = (
  asOwner: Run,
  {
    commitment,
    document,
    version = 1,
    to,
    at,
  }: Record<"commitment" | "document" | "at", string> & {
    readonly version?: number;
    readonly to: readonly string[];
  },
) =>
  asOwner(
    `insert into app.dispatch (id, matter_id, at, by, by_name, to_codes, documents) values ($1, $2, $3, $4, 'Paula', $5, $6)`,
    [randomUUID(), commitment, at, randomUUID(), to, JSON.stringify([{ matterId: document, version }])],
  );

/** Another version is filed. */
export const reviseMatter = (asOwner: Run, id: string, at: string) =>
  asOwner(
    `update app.matter set version = version + 1, revision = revision + 1, text_revision = text_revision + 1, filed_at = $2, subject = 'canary again' where id = $1`,
    [id, at],
  );

export const withdrawMatter = (asOwner: Run, id: string, at: string) =>
  asOwner(
    `update app.matter set state = 'withdrawn', revision = revision + 1, withdrawn_at = $2, withdrawn_by = created_by,
       withdrawn_by_name = created_by_name, withdrawn_reason = 'canary reason' where id = $1`,
    [id, at],
  );
