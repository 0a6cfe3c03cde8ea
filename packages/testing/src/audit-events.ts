import { testClient } from "./test-client.ts";

/** A stored row of the audit trail, with the product's names. */
export interface StoredAct {
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly actorCountry: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly countryCode: string | null;
  readonly fields: readonly string[];
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** The audit events of an object, oldest first, read as the owner of the database. */
export async function auditEventsOf(ownerUrl: string, objectId: string): Promise<readonly StoredAct[]> {
  const client = testClient({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<StoredAct>(
      `select at, actor_id as "actorId", actor_role as "actorRole", actor_country as "actorCountry", action, object_type as "objectType",
         object_id as "objectId", country_code as "countryCode", fields, before_hash as "beforeHash", after_hash as "afterHash", detail
       from app.audit_event where object_id = $1 order by id`,
      [objectId],
    );
    return rows;
  } finally {
    await client.end();
  }
}
