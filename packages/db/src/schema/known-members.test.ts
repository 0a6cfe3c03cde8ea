import { roles } from "@avances/domain/access";
import { instrumentCodes, languages } from "@avances/domain/catalogue";
import {
  activityKinds,
  attendanceFacts,
  bodyCodes,
  commitmentStages,
  completionSteps,
  contributionKinds,
  documentKinds,
  endorsements,
  fileStates,
  fileTypes,
  fundings,
  guidelineAnswers,
  institutionKinds,
  linkKinds,
  matterActs,
  matterKinds,
  matterNewsSteps,
  matterStates,
  matterSteps,
  meetingActs,
  meetingStates,
  participantKinds,
  pointSources,
  pointVerbs,
  progressSteps,
  replyKinds,
  reportStages,
  sentStages,
  sourceKinds,
  stances,
  termRoles,
  translationMakers,
  visibilities,
} from "@avances/domain/network";
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
import { reportWordings, wordingKinds } from "@avances/domain/wording";
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
    letter_kind_known: reportWordings.toSorted(),
    letter_language_known: languages.toSorted(),
    answer_verdict_known: verdicts.toSorted(),
    answer_verdict_reason_known: questionReasons.toSorted(),
    participant_kind_known: participantKinds.toSorted(),
    body_term_body_known: bodyCodes.toSorted(),
    body_term_role_known: termRoles.toSorted(),
    meeting_body_known: bodyCodes.toSorted(),
    meeting_state_known: meetingStates.toSorted(),
    meeting_act_known: meetingActs.toSorted(),
    attendance_fact_known: attendanceFacts.toSorted(),
    matter_kind_known: matterKinds.toSorted(),
    matter_language_known: languages.toSorted(),
    matter_visibility_known: visibilities.toSorted(),
    matter_state_known: matterStates.toSorted(),
    matter_version_language_known: languages.toSorted(),
    matter_link_kind_known: linkKinds.toSorted(),
    matter_reply_said_known: replyKinds.toSorted(),
    matter_reply_language_known: languages.toSorted(),
    report_stage_known: reportStages.toSorted(),
    report_response_language_known: languages.toSorted(),
    report_point_verb_known: pointVerbs.toSorted(),
    report_point_source_known: pointSources.toSorted(),
    report_version_stage_known: sentStages.toSorted(),
    report_version_visibility_known: visibilities.toSorted(),
    report_comment_language_known: languages.toSorted(),
    matter_act_known: matterActs.toSorted(),
    translation_language_known: languages.toSorted(),
    translation_made_by_known: translationMakers.toSorted(),
    document_kind_known: documentKinds.toSorted(),
    commitment_stage_known: commitmentStages.toSorted(),
    commitment_outcome_language_known: languages.toSorted(),
    matter_news_step_known: matterNewsSteps.toSorted(),
    matter_request_step_known: matterSteps.toSorted(),
    progress_request_step_known: progressSteps.toSorted(),
    contribution_kind_known: contributionKinds.toSorted(),
    recommendation_source_known: sourceKinds.toSorted(),
    stance_known: stances.toSorted(),
    stance_language_known: languages.toSorted(),
    guideline_said_known: guidelineAnswers.toSorted(),
    narrative_instrument_known: instrumentCodes.toSorted(),
    completion_step_known: completionSteps.toSorted(),
    completion_language_known: languages.toSorted(),
    activity_decline_language_known: languages.toSorted(),
    activity_kind_known: activityKinds.toSorted(),
    activity_audience_known: institutionKinds.toSorted(),
    activity_funding_known: fundings.toSorted(),
    activity_endorsement_known: endorsements.toSorted(),
    activity_attendance_institution_known: institutionKinds.toSorted(),
    activity_evaluation_language_known: languages.toSorted(),
    file_type_known: fileTypes.toSorted(),
    file_state_known: fileStates.toSorted(),
    file_use_language_known: languages.toSorted(),
  });
});
