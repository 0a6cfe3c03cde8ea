import type { Catalogue } from "@avances/domain/catalogue";
import { query } from "@avances/testing/query";

/**
 * Grows a copy of the demonstration region to this many countries and rounds: every country has a published report in every round, copied
 * from one of the demonstration. The newest round stays as it is for the countries that were there before. `url`: for the
 * superuser, because frozen rows are inserted without the product's rules.
 */
export async function growRegion(
  url: string,
  size: { readonly countries: number; readonly rounds: number },
): Promise<void> {
  await query(
    url,
    `
    set session_replication_role = replica;

    insert into ref.country
    select (jsonb_populate_record(null::ref.country, to_jsonb(c) || named || jsonb_build_object('document', c.document || named))).*
    from ref.country c, generate_series(1, ${size.countries} - (select count(*)::int from ref.country)) n,
      jsonb_build_object(
        'alpha3', 'Q' || chr(65 + n / 26) || chr(65 + n % 26),
        'name', jsonb_build_object('en', 'Country ' || n, 'es', 'País ' || n)) named
    where c.alpha3 = 'CRI';

    insert into app.round
    select (jsonb_populate_record(null::app.round, to_jsonb(r) || jsonb_build_object(
      'year', y, 'reference_start', (y - 1) || '-01-01', 'reference_end', (y - 1) || '-12-31',
      'opens_on', y || '-02-01', 'due_on', y || '-04-30', 'opened_at', y || '-02-01T12:00:00Z'))).*
    from app.round r, generate_series((select max(year) from app.round) - ${size.rounds} + 1, (select min(year) from app.round) - 1) y
    where r.year = (select min(year) from app.round);

    create temp table source as
    select s.id, row_number() over (order by s.round_year, s.country_code) - 1 as n, count(*) over () as all_of_them
    from app.submission s where s.published_version is not null;

    create temp table grown as
    select gen_random_uuid() as id, gen_random_uuid() as version_id, c.alpha3, r.year, src.id as source_id,
      row_number() over (order by r.year, c.alpha3) as n
    from ref.country c cross join app.round r
    join source src on src.n = (ascii(substr(c.alpha3, 2)) * 31 + ascii(substr(c.alpha3, 3)) * 7 + r.year) % src.all_of_them
    where not exists (select from app.submission s where s.country_code = c.alpha3 and s.round_year = r.year);

    insert into app.submission
    select (jsonb_populate_record(null::app.submission, to_jsonb(s) || jsonb_build_object(
      'id', g.id, 'country_code', g.alpha3, 'round_year', g.year, 'due_on', g.year || '-04-30',
      'version', s.published_version, 'accepted_version', s.published_version))).*
    from grown g join app.submission s on s.id = g.source_id;

    insert into app.submission_version
    select (jsonb_populate_record(null::app.submission_version, to_jsonb(v) || jsonb_build_object(
      'id', g.version_id, 'submission_id', g.id, 'country_code', g.alpha3))).*
    from grown g join app.submission s on s.id = g.source_id
    join app.submission_version v on v.submission_id = s.id and v.version = s.published_version;

    insert into app.version_answer
    select (jsonb_populate_record(null::app.version_answer, to_jsonb(a) || jsonb_build_object(
      'version_id', g.version_id, 'submission_id', g.id, 'country_code', g.alpha3))).*
    from grown g join app.submission s on s.id = g.source_id
    join app.submission_version v on v.submission_id = s.id and v.version = s.published_version
    join app.version_answer a on a.version_id = v.id;

    set session_replication_role = origin;
    analyze;
    `,
  );
}

/** Higher than the version of any release, so that it is in force. */
const doubledVersion = "2099.1";

/**
 * Doubles the indicators of a grown region, before any server has read it: each gets a twin with the same question, half of the weight and,
 * in every frozen version, the same answer; all rounds then have this catalogue. Returns the number of indicators. `url`: for the superuser.
 */
export async function doubleIndicators(url: string): Promise<number> {
  const [stored] = await query<{ document: Catalogue }>(
    url,
    `select document from ref.catalogue_version order by string_to_array(version, '.')::int[] desc limit 1`,
  );
  if (!stored) throw new Error("The region has no catalogue");
  const { document } = stored;
  const indicators = document.indicators.flatMap((indicator) => {
    const halved = { ...indicator, weight: indicator.weight / 2 };
    return [halved, { ...halved, code: twinOf(indicator.code) }];
  });
  const doubled = JSON.stringify({ ...document, version: doubledVersion, indicators });
  const twin = "substr(a.indicator_code, 1, 8) || (substr(a.indicator_code, 9)::int + 50)";
  await query(
    url,
    `
    set session_replication_role = replica;
    insert into ref.catalogue_version (version, sha256, document)
    values ('${doubledVersion}', 'doubled', '${doubled.replaceAll("'", "''")}');
    update app.round set catalogue_version = '${doubledVersion}';
    insert into app.version_answer
    select (jsonb_populate_record(null::app.version_answer, to_jsonb(a) || jsonb_build_object('indicator_code', ${twin}))).*
    from app.version_answer a;
    set session_replication_role = origin;
    analyze;
    `,
  );
  return indicators.length;
}

/** `TIP-PRO-01` → `TIP-PRO-51`. */
function twinOf(code: string): string {
  return `${code.slice(0, 8)}${Number(code.slice(8)) + 50}`;
}

/** Gives every country without people a focal point and an alternate, and opens a further round, not yet announced; returns its opening day. */
export async function openNextRound(url: string): Promise<string> {
  const [round] = await query<{ opensOn: string }>(
    url,
    `
    with people as (
      insert into app.app_user (id, email, display_name, role, country_code, language, created_at, confirmed_at)
      select gen_random_uuid(), lower(role || '.' || c.alpha3 || '@grown.avances.example'), 'Person of ' || c.alpha3, role, c.alpha3, 'es', now(), now()
      from ref.country c cross join unnest(array['focal_point', 'alternate']) role
      where not exists (select from app.app_user u where u.country_code = c.alpha3)
    ), opened as (
      insert into app.round
      select (jsonb_populate_record(null::app.round, to_jsonb(r) || jsonb_build_object(
        'year', r.year + 1, 'reference_start', r.year || '-01-01', 'reference_end', r.year || '-12-31',
        'opens_on', (r.year + 1) || '-02-01', 'due_on', (r.year + 1) || '-04-30', 'opened_at', r.year || '-12-01T12:00:00Z'))).*
      from app.round r where r.year = (select max(year) from app.round)
      returning year, opens_on, due_on
    ), expected as (
      insert into app.submission (id, round_year, country_code, obligated, status, due_on)
      select gen_random_uuid(), opened.year, c.alpha3, true, 'not_started', opened.due_on from ref.country c cross join opened
    )
    select opens_on::text as "opensOn" from opened`,
  );
  if (!round) throw new Error("No round was opened");
  return round.opensOn;
}
