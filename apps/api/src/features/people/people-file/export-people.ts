import type { UserRow } from "@avances/db/queries/rows";
import { listUsers } from "@avances/db/queries/user-queries";
import {
  type Actor,
  languageInFile,
  mailboxInFile,
  type PeopleColumn,
  type PeopleRow,
  peopleColumns,
  peopleHeads,
  roleInFile,
} from "@avances/domain/access";
import { type Language, regionLanguage } from "@avances/domain/catalogue";
import { localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import { csvFile } from "#features/shared/table-file.ts";
import { FileReply } from "#http/handler.ts";

const fileNames: Readonly<Record<Language, string>> = { en: "people", es: "personas" };

/** Everybody with an active account as CSV, in the columns in which a file is read back; who has left stays in the portal's record. */
export async function exportPeople(
  deps: Pick<Deps, "db" | "clock" | "reference" | "config">,
  actor: Actor,
  language: Language = regionLanguage,
): Promise<FileReply> {
  allow(actor, "users.read");
  const users = await deps.db.asActor(actor, listUsers);
  const lines = users
    .filter(({ endedAt }) => endedAt === null)
    .map((user) => rowOf(user, language))
    .map((row) => peopleColumns.map((column) => row[column]));
  const table = {
    name: fileNames[language],
    title: fileNames[language],
    columns: peopleColumns.map((column: PeopleColumn) => ({ head: peopleHeads[column][language], width: 20 })),
    lines,
  };
  return new FileReply(
    csvFile(table, language),
    `${fileNames[language]}-${localDate(deps.clock.now(), clocksOf(deps, actor.country))}.csv`,
  );
}

function rowOf(user: UserRow, language: Language): PeopleRow {
  return {
    name: user.displayName,
    institution: user.institution,
    salutation: user.salutation ?? "",
    address: user.email,
    role: roleInFile[user.role][language],
    country: user.countryCode ?? "",
    language: languageInFile[user.language][language],
    phone: user.phone ?? "",
    mailbox: mailboxInFile[user.isShared ? "shared" : "own"][language],
    from: user.validFrom ?? "",
    until: user.validUntil ?? "",
    indicators: (user.assignedIndicators ?? []).join(" "),
  };
}
