import type { Text } from "@avances/domain/catalogue";
import {
  type BodyCode,
  bodyCodes,
  type ParticipantKind,
  participantKinds,
  type TermRole,
  termRoles,
} from "@avances/domain/network";
import { index, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { app, ref } from "./schemas.ts";

/** One row = a country or an organisation that may attend, hold a role, speak and be spoken to. Loaded with the countries. */
export const participant = ref.table(
  "participant",
  {
    code: text().primaryKey(),
    kind: text().$type<ParticipantKind>().notNull(),
    name: jsonb().$type<Text>().notNull(),
    abbreviation: jsonb().$type<Text>(),
  },
  (table) => [memberOf("participant_kind_known", table.kind, participantKinds)],
);

/**
 * One row = what a participant was in a body, and between which days as far as that is known. Two roles at once are two rows. What is wrong is
 * withdrawn with a reason and entered anew.
 */
export const bodyTerm = app.table(
  "body_term",
  {
    id: uuid().primaryKey(),
    bodyCode: text().$type<BodyCode>().notNull(),
    participantCode: text()
      .notNull()
      .references(() => participant.code),
    role: text().$type<TermRole>().notNull(),
    fromOn: calendarDate(),
    untilOn: calendarDate(),
    /** A day on which it is known to have held the role, where nobody knows since when. */
    knownOn: calendarDate(),
    /** Where it is known from. */
    source: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: uuid().notNull(),
    createdByName: text().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
    withdrawnByName: text(),
    withdrawnReason: text(),
  },
  (table) => [
    index("body_term_body").on(table.bodyCode),
    memberOf("body_term_body_known", table.bodyCode, bodyCodes),
    memberOf("body_term_role_known", table.role, termRoles),
  ],
);
