import { testClient } from "@avances/testing";

/** How much of each kind there is. */
export interface Many {
  readonly meetings: number;
  readonly commitments: number;
  readonly activities: number;
  readonly recommendations: number;
}

const none: Many = { meetings: 0, commitments: 0, activities: 0, recommendations: 0 };

/** Who owes, proposes, supports and answers here. */
export const manySides = ["CRI", "HND", "MEX", "GTM", "NIC", "PAN", "DOM", "USA"] as const;

const sides = `(array['${manySides.join("','")}'])`;
const side = (of: string) => `${sides}[1 + (${of}) % ${manySides.length}]`;
/** An id that follows from a name, of the form that ids have. */
const idOf = (name: string) => `overlay(overlay(md5(${name}) placing '4' from 13) placing '8' from 17)::uuid`;
const head = "created_at, created_by, created_by_name";
const stamped = "'2015-01-01'::timestamptz + g * interval '1 hour', gen_random_uuid(), 'test'";

/**
 * Matters of the Network by the hundred, in one statement a table: stages, days, meetings, sides and states take turns, so that every filter holds
 * some and leaves some. Messages go to whoever is of Honduras and of Mexico by then. `from`: so many are there already. Rules are not asked: this is how a house stands after years, and not how it came there.
 */
export async function seedMany(ownerUrl: string, many: Many, from: Many = none): Promise<void> {
  const owner = testClient({ connectionString: ownerUrl });
  await owner.connect();
  try {
    // Triggers and keys ask of every row what was asked when it was written.
    await owner.query("set session_replication_role = replica");
    const ids = (kind: string) => idOf(`'${kind} ' || g`);
    const at = (of: keyof Many) => `generate_series(${from[of] + 1}, ${many[of]}) g`;
    await owner.query(`
      insert into app.meeting (id, body_code, held_on, until_on, place, state, cancelled_reason, revision, ${head})
      select ${ids("meeting")}, (array['LON', 'RCGM'])[1 + g % 2], date '2012-01-10' + g * 95, null, 'San José',
        case when g % 4 = 3 then 'cancelled' when date '2012-01-10' + g * 95 > date '2027-02-10' then 'planned' else 'held' end,
        case when g % 4 = 3 then 'A hurricane' end, 1, ${stamped}
      from ${at("meetings")}`);
    const meeting = `case when g % 7 = 0 then null else ${idOf(`'meeting ' || (1 + g % greatest(${many.meetings}, 1))`)} end`;
    const matters = (kind: string, author: string, of: keyof Many) => `
      insert into app.matter (id, kind, author_code, meeting_id, language, subject, body, text_revision, visibility, addressees, state, version, revision, filed_at,
        withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason, ${head})
      select ${ids(kind)}, '${kind}', ${author}, ${meeting}, (array['es', 'en'])[1 + g % 2], '${kind} ' || g, '', 1, 'network',
        array[${side("g / 3")}, ${side("g / 3 + 1")}], (array['filed', 'filed', 'filed', 'filed', 'filed', 'draft', 'withdrawn'])[1 + g % 7],
        case when g % 7 = 5 then 0 else 1 end, 2,
        case when g % 7 = 5 then null else '2015-01-01'::timestamptz + g * interval '31 hours' end,
        case when g % 7 = 6 then '2026-01-01'::timestamptz end, case when g % 7 = 6 then gen_random_uuid() end,
        case when g % 7 = 6 then 'test' end, case when g % 7 = 6 then 'Another one' end, ${stamped}
      from ${at(of)}`;
    await owner.query(matters("commitment", "'RCM-TS'", "commitments"));
    await owner.query(matters("activity", side("g / 5"), "activities"));
    await owner.query(matters("recommendation", "'RNCOM'", "recommendations"));
    await owner.query(`
      insert into app.commitment (matter_id, point, responsible_code, due_on, reply_by, stage, stage_at, stage_by, stage_by_name, outcome_meeting_id, outcome, outcome_language)
      select ${ids("commitment")}, (g % 12)::text || 'b', ${side("g / 2")}, case when g % 5 = 0 then null else date '2027-02-10' + g % 40 - 20 end, null,
        (array['open', 'in_progress', 'done', 'dropped', 'not_recorded', 'open'])[1 + g % 6], '2016-01-01'::timestamptz + g * interval '1 hour', gen_random_uuid(), 'test',
        case when g % 9 = 0 then ${idOf("'meeting ' || (1 + g % 3)")} end, case when g % 9 = 0 then 'Sí' end, case when g % 9 = 0 then 'es' end
      from ${at("commitments")}`);
    await owner.query(`
      insert into app.dispatch (id, matter_id, at, by, by_name, to_codes, documents)
      select gen_random_uuid(), ${ids("commitment")}, '2016-01-01'::timestamptz + g * interval '1 hour', gen_random_uuid(), 'test', ${sides}, '[]'
      from ${at("commitments")} where g % 4 = 0`);
    await owner.query(`
      insert into app.activity (matter_id, activity_kind, audience, starts_on, ends_on, place, host_code, funding, funding_note)
      select ${ids("activity")}, (array['workshop', 'study'])[1 + g % 2], array['police'], case when g % 5 = 0 then null else date '2027-02-10' + g % 60 - 30 end, null, 'San José',
        case when g % 3 = 0 then ${side("g")} end, 'sought', ''
      from ${at("activities")}`);
    await owner.query(`
      insert into app.matter_link (id, matter_id, kind, code, added_at, added_by)
      select gen_random_uuid(), ${ids("activity")}, 'indicator', (array['TIP-PRO-01', 'TIP-LEG-01', 'SOM-LEG-01'])[1 + g % 3], '2016-01-01', gen_random_uuid()
      from ${at("activities")}`);
    for (const [table, columns, values, which] of [
      ["activity_support", "participant_code, supports", `${side("g")}, g % 10 <> 0`, "g % 2 = 0"],
      ["activity_support", "participant_code, supports", `${side("g")}, false`, "g % 8 = 0"],
      ["activity_endorsement", "said, meeting_id, point", `'endorsed', ${idOf("'meeting 1'")}, ''`, "g % 4 = 0"],
      ["activity_endorsement", "said, meeting_id, point", `'not_endorsed', ${idOf("'meeting 2'")}, ''`, "g % 8 = 1"],
      ["activity_held", "from_on, until_on, place", "date '2026-01-01' + g % 300, null, 'San José'", "g % 5 = 1"],
      ["activity_evaluation", "language, text", "'es', 'Bien'", "g % 10 = 1"],
    ] as const)
      await owner.query(`
        insert into app.${table} (id, matter_id, ${columns}, at, by, by_name)
        select gen_random_uuid(), ${ids("activity")}, ${values}, '2026-12-01'::timestamptz + (select count(*) from app.${table}) * interval '1 second', gen_random_uuid(), 'test'
        from ${at("activities")} where ${which}`);
    await owner.query(`
      insert into app.recommendation (matter_id, source_kind, source, owner_code)
      select ${ids("recommendation")}, 'own', '', null from ${at("recommendations")}`);
    // Of each fourth commitment a message and a second one, two commitments in the same instant; some were recorded only.
    await owner.query(`
      insert into app.matter_request (id, participant_code, user_id, batch_id, scheduled_for, created_at, superseded, matter_id, step, anchor_date)
      select gen_random_uuid(), u.country_code, u.id, ${idOf("'batch ' || g || ' ' || nth")}, at, at, case when (g / 4 + nth) % 6 = 0 then 'answered' end,
        ${ids("commitment")}, (array['matter_sent', 'matter_resend'])[nth], date '2027-02-10'
      from ${at("commitments")}, generate_series(1, 2) nth, app.app_user u,
        lateral (select '2016-01-01'::timestamptz + (g / 8 + nth * 9) * interval '1 hour') as sent (at)
      where g % 4 = 0 and u.country_code in ('HND', 'MEX') and u.ended_at is null`);
    await owner.query(`
      insert into app.progress_request (id, participant_code, user_id, batch_id, scheduled_for, created_at, superseded, meeting_id, step, meeting_on, day_known_at)
      select gen_random_uuid(), u.country_code, u.id, '00000000-0000-0000-0000-000000000000', at, at, null,
        ${ids("meeting")}, step, date '2012-01-10' + g * 95, '2012-01-01'::timestamptz
      from ${at("meetings")}, unnest(array['progress_asked', 'progress_before_3']) with ordinality as s (step, nth), app.app_user u,
        lateral (select '2012-01-01'::timestamptz + (g * 95 + nth * 9) * interval '1 day') as sent (at)
      where u.country_code in ('HND', 'MEX') and u.ended_at is null`);
    await owner.query("analyze app.matter_request, app.progress_request");
    await owner.query("analyze app.matter, app.commitment, app.activity, app.recommendation, app.dispatch");
  } finally {
    await owner.end();
  }
}
