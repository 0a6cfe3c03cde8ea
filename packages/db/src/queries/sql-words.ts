import { secretariatRoles } from "@avances/domain/access";
import { type SQL, sql } from "drizzle-orm";

/** Words as the list of an `in (…)`. */
export function listed(words: readonly string[]): SQL {
  return sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
}

export function ofSecretariat(role: SQL): SQL {
  return sql`${role} in (${listed(secretariatRoles)})`;
}
