import type { TwoCountries } from "@avances/db/testing/two-countries";
import type pg from "pg";

/** Ids of the foreign country's rows, which somebody else will ask for. */
export interface Theirs {
  readonly submission: string;
  readonly version: string;
  readonly user: string;
  readonly email: string;
  readonly notice: string;
  readonly mail: string;
  readonly batch: string;
  readonly section: string;
  readonly proposal: string;
  readonly exchange: string;
  readonly meeting: string;
  readonly report: string;
  readonly reportPoint: string;
  readonly matter: string;
  readonly reply: string;
  readonly term: string;
  readonly point: string;
  readonly request: string;
  readonly quietPeriod: string;
  readonly hold: string;
  readonly proposedStep: string;
  readonly scheduledReminder: string;
  readonly wording: string;
  readonly letter: string;
  readonly file: string;
}

/** Asked of the database by its owner. */
export async function readTheirs(owner: pg.Client, seed: TwoCountries): Promise<Theirs> {
  const focalPoint = seed.actor("focal_point", "MEX").userId;
  const id = async (statement: string) => (await owner.query(statement)).rows[0].id as string;
  return {
    submission: seed.submissionOf.MEX,
    version: seed.versionOf.MEX,
    user: focalPoint,
    email: "focal_point.mex@example.org",
    notice: await id("select id from app.notice where country_code = 'MEX'"),
    mail: await id("select id from app.outgoing_mail where country_code = 'MEX'"),
    batch: await id("select id from app.notice_batch where 'MEX' = any(countries)"),
    exchange: await id("select id from app.exchange where country_code = 'MEX'"),
    meeting: await id("select id from app.meeting"),
    report: await id(
      "select r.matter_id as id from app.report r join app.matter m on m.id = r.matter_id where m.author_code = 'MEX' and m.state = 'draft'",
    ),
    reportPoint: await id(
      "select p.id from app.report_point p join app.matter m on m.id = p.matter_id where m.author_code = 'MEX' and m.state = 'draft'",
    ),
    matter: await id("select id from app.matter where author_code = 'MEX' and state = 'filed'"),
    reply: await id(
      "select r.id from app.matter_reply r join app.matter m on m.id = r.matter_id where m.author_code = 'MEX'",
    ),
    term: await id("select id from app.body_term"),
    point: await id(
      "select a.matter_id as id from app.agenda_item a join app.matter m on m.id = a.matter_id where m.author_code = 'MEX'",
    ),
    request: await id("select id from app.matter_request where participant_code = 'MEX'"),
    section: await id("select id from app.section where country_code = 'MEX'"),
    hold: await id("select id from app.hold where country_code = 'MEX'"),
    proposedStep: await id("select id from app.proposed_step where country_code = 'MEX'"),
    scheduledReminder: await id("select id from app.scheduled_reminder where country_code = 'MEX'"),
    wording: await id("select id from app.notice_wording"),
    letter: await id("select code as id from app.letter where country_code = 'MEX'"),
    file: await id("select id from app.file where participant_code = 'MEX'"),
    quietPeriod: await id("select id from app.quiet_period where country_code = 'MEX'"),
    proposal: await id(
      "select id from app.proposed_answer where country_code = 'MEX' and indicator_code = 'TIP-PRO-02'",
    ),
  };
}
