import { roles } from "@avances/domain/access";
import { languages } from "@avances/domain/catalogue";
import {
  countryAnswers,
  exchangeChannels,
  mailReplyKinds,
  quietKinds,
  scheduledEnds,
  schedulerParts,
  stepDecisions,
} from "@avances/domain/round";
import { audiences, proposalStates, questionReasons, signatureSteps, verdicts } from "@avances/domain/submission";
import { wordingKinds } from "@avances/domain/wording";
import { createTestDatabase, type TestDatabase, testClient } from "@avances/testing";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Compares the checks of a migrated database with the lists of the domain: a new member is refused there until a migration adds it. */
let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = testClient({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

test("the columns that hold a language, a role or a step take the members of the list and nothing else", async () => {
  const { rows } = await client.query<{ name: string; check: string }>(
    "select conname as name, pg_get_constraintdef(oid) as check from pg_constraint where contype = 'c' and conname like '%\\_known'",
  );
  const taken = Object.fromEntries(
    rows.map(({ name, check }) => [name, [...check.matchAll(/'([^']+)'/g)].map(([, member]) => member).sort()]),
  );
  expect(taken).toEqual({
    app_user_role_known: roles.toSorted(),
    app_user_language_known: languages.toSorted(),
    outgoing_mail_language_known: languages.toSorted(),
    country_working_language_known: languages.toSorted(),
    signature_step_known: signatureSteps.toSorted(),
    thread_closing_audience_known: audiences.toSorted(),
    proposed_answer_decision_known: proposalStates.toSorted(),
    quiet_period_kind_known: quietKinds.toSorted(),
    proposed_step_decision_known: stepDecisions.toSorted(),
    scheduled_reminder_ended_known: scheduledEnds.toSorted(),
    heartbeat_part_known: schedulerParts.toSorted(),
    exchange_channel_known: exchangeChannels.toSorted(),
    exchange_said_known: countryAnswers.toSorted(),
    mail_reply_kind_known: mailReplyKinds.toSorted(),
    notice_wording_kind_known: wordingKinds.toSorted(),
    notice_wording_language_known: languages.toSorted(),
    letter_kind_known: wordingKinds.toSorted(),
    letter_language_known: languages.toSorted(),
    answer_verdict_known: verdicts.toSorted(),
    answer_verdict_reason_known: questionReasons.toSorted(),
  });
});
