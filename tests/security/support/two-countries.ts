import { randomUUID } from "node:crypto";
import { startTestApi, type TestApi, type TestPerson } from "@avances/api/testing/start-test-api";
import { isCountryRole, type Role, roles } from "@avances/domain/access";
import { testClient } from "@avances/testing";
import { type Canary, foreign, own, type Reader, year } from "./canaries.ts";
import { seedNetwork } from "./network-of-two-countries.ts";
import type { Targets } from "./operations.ts";
import { seedReports } from "./reports-of-two-countries.ts";

export { foreign, own, type Reader, year } from "./canaries.ts";

export interface TwoCountries {
  readonly api: TestApi;
  readonly people: readonly TestPerson[];
  readonly canaries: readonly Canary[];
  readonly targets: Readonly<Record<typeof own | typeof foreign, Targets>>;
  /** Well-formed ids of things that do not exist. */
  readonly missing: Targets;
  person(role: Role, country: string | null): TestPerson;
  /** Content of every table of the schema `app`, by table: for one country, or complete. */
  content(country?: string): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

const briefs = new Set(["getHandover", "getOwnHandover"]);
const reports = ({ role }: Pick<Reader, "role">) => role === "focal_point" || role === "alternate";

/**
 * Two countries with the same content. Per country: a draft that was never submitted, a submission that was returned and is being
 * reworked, a published one; remarks of both audiences; people of every role; notices and mails. Everything private carries a canary.
 */
export async function twoCountries(): Promise<TwoCountries> {
  const api = await startTestApi();
  const people: TestPerson[] = [];
  const canaries: Canary[] = [];
  for (const role of roles) {
    for (const country of isCountryRole(role) ? [own, foreign] : [null]) {
      const mark = randomUUID().slice(0, 8);
      const person = await api.addPerson({
        role,
        country,
        email: `canary.${mark}.${role}@people.example`,
        displayName: `Canario ${mark}`,
      });
      people.push(person);
      canaries.push({
        text: person.email,
        where: `address of ${role} ${country}`,
        // Here every role of a country is one person, who may know their own address. A brief for who takes over says who answers questions
        // and how those who report are reached, and to these how all others are.
        mayBeReadBy: (reader, by) =>
          reader.role === "secretariat" ||
          (reader.role === role && reader.country === country) ||
          (briefs.has(by) &&
            (role === "secretariat"
              ? reader.country !== null
              : reader.country === country && (reports({ role }) || reports(reader)))),
      });
      if (country === foreign)
        canaries.push({
          text: `Canario ${mark}`,
          where: `name of ${role} ${country}`,
          mayBeReadBy: (reader) => reader.role === "secretariat" || reader.country === country,
        });
    }
  }
  const person = (role: Role, country: string | null) => {
    const found = people.find((each) => each.role === role && each.country === country);
    if (!found) throw new Error(`nobody is ${role} of ${country}`);
    return found;
  };
  const plant = (where: string, mayBeReadBy: Canary["mayBeReadBy"]) => {
    const text = `canary-${randomUUID()}`;
    canaries.push({ text, where, mayBeReadBy });
    return text;
  };

  const ground = { api, person, plant };
  const { rounds, mails, exchanges, files, asked } = await seedReports(ground);
  const client = testClient({ connectionString: api.ownerUrl });
  await client.connect();
  await holdFile(client, { fileId: files.get(own) ?? "", country: own, userId: person("focal_point", own).userId });
  const content: TwoCountries["content"] = async (country) => {
    const tables = await client.query(
      `select c.relname as name, exists (
         select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'country_code' and not a.attisdropped
       ) as owned
       from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' order by 1`,
    );
    const hashes: [string, string][] = [];
    for (const { name, owned } of tables.rows as { name: string; owned: boolean }[]) {
      if (country !== undefined && !owned) continue;
      const condition = country === undefined ? "" : "where t.country_code = $1";
      const result = await client.query(
        `select count(*) || ' rows ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as hash
         from app.${client.escapeIdentifier(name)} t ${condition}`,
        country === undefined ? [] : [country],
      );
      hashes.push([name, result.rows[0].hash]);
    }
    return Object.fromEntries(hashes);
  };

  const { meetingId, reported, documentId, voiceId, activityId, narratives, statements, commitments } =
    await seedNetwork(ground);
  const targetsOf = async (country: string): Promise<Targets> => {
    const leaving = await api.addPerson({ role: "liaison_officer", country, displayName: `Somebody of ${country}` });
    return {
      draftId: rounds.draft[country] as string,
      frozenId: rounds.reworked[country] as string,
      country,
      year,
      personId: leaving.userId,
      mailId: mails.get(country) ?? "",
      exchangeId: exchanges.get(country) ?? "",
      sectionId: asked.get(country)?.sectionId ?? "",
      proposalId: asked.get(country)?.proposalId ?? "",
      fileId: files.get(country) ?? "",
      meetingId,
      ...(country === own ? reported[own] : reported[foreign]),
      documentId,
      voiceId,
      activityId,
      narrativeId: narratives.get(country) ?? "",
      statementId: statements.get(country) ?? "",
      ...(commitments.get(country) ?? { commitmentId: "", replyId: "" }),
    };
  };
  return {
    api,
    people,
    canaries,
    person,
    content,
    targets: { [own]: await targetsOf(own), [foreign]: await targetsOf(foreign) },
    missing: {
      draftId: randomUUID(),
      frozenId: randomUUID(),
      country: "ZZZ",
      year,
      personId: randomUUID(),
      mailId: randomUUID(),
      exchangeId: randomUUID(),
      sectionId: randomUUID(),
      proposalId: randomUUID(),
      fileId: randomUUID(),
      meetingId: randomUUID(),
      reportedId: randomUUID(),
      reportId: randomUUID(),
      documentId: randomUUID(),
      voiceId: randomUUID(),
      activityId: randomUUID(),
      narrativeId: randomUUID(),
      statementId: randomUUID(),
      commitmentId: randomUUID(),
      replyId: randomUUID(),
    },
    close: async () => {
      await client.end();
      await api.close();
    },
  };
}

/** A document that a country has filed for the Network, with this file. */
async function holdFile(
  client: ReturnType<typeof testClient>,
  { fileId, country, userId }: { readonly fileId: string; readonly country: string; readonly userId: string },
): Promise<void> {
  const matterId = randomUUID();
  await client.query(
    `insert into app.matter (id, kind, author_code, language, subject, body, text_revision, visibility, state, version, revision, filed_at,
       created_at, created_by, created_by_name)
     values ($1, 'document', $2, 'es', 'Documento', '', 1, 'network', 'filed', 1, 1, now(), now(), $3, 'Somebody')`,
    [matterId, country, userId],
  );
  await client.query(
    "insert into app.file_use (id, file_id, place, matter_id, version, added_at, added_by) values ($1, $2, 1, $3, 1, now(), $4)",
    [randomUUID(), fileId, matterId, userId],
  );
}
