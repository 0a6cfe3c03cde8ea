CREATE TABLE "app"."guideline_set" (
	"version" integer PRIMARY KEY NOT NULL,
	"source" jsonb NOT NULL,
	"steps" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."guideline_statement" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"country_code" text NOT NULL,
	"step" text NOT NULL,
	"set_version" integer NOT NULL,
	"said" text NOT NULL,
	"as_of" date NOT NULL,
	"reply_days" integer,
	"reply_until" date,
	CONSTRAINT "guideline_said_known" CHECK ("app"."guideline_statement"."said" in ('yes', 'partly', 'no', 'not_known'))
);
--> statement-breakpoint
ALTER TABLE "app"."matter" DROP CONSTRAINT "matter_kind_known";--> statement-breakpoint
ALTER TABLE "app"."guideline_statement" ADD CONSTRAINT "guideline_statement_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."guideline_statement" ADD CONSTRAINT "guideline_statement_country_code_participant_code_fk" FOREIGN KEY ("country_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."guideline_statement" ADD CONSTRAINT "guideline_statement_set_version_guideline_set_version_fk" FOREIGN KEY ("set_version") REFERENCES "app"."guideline_set"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guideline_statement_country" ON "app"."guideline_statement" USING btree ("country_code");--> statement-breakpoint
ALTER TABLE "app"."matter" ADD CONSTRAINT "matter_kind_known" CHECK ("app"."matter"."kind" in ('agenda_item', 'document', 'commitment', 'contribution', 'recommendation', 'report', 'activity', 'narrative', 'guideline_statement'));--> statement-breakpoint

-- How countries apply the Regional Guidelines: each says so of itself, and IOM has a view of each. A view is shown to the country before all others;
-- they read it once the country has answered, or once its days are over. What is written here by the database cannot be opened by a program earlier.

-- The steps that are asked about -------------------------------------------------------------------------------------------
alter table app.guideline_set add constraint guideline_set_says_what_it_means check (version > 0 and jsonb_typeof(steps) = 'array');
--> statement-breakpoint
alter table app.guideline_set enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.guideline_set for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.guideline_set to app_api;
--> statement-breakpoint
create policy guideline_set_read on app.guideline_set for select to app_api using (app.reads_level('network'));
--> statement-breakpoint
create policy guideline_set_insert on app.guideline_set for insert to app_api
  with check (by = app.actor_id() and app.is_secretariat() and app.actor_section() is null);
--> statement-breakpoint

-- Who says what ------------------------------------------------------------------------------------------------------------
-- As before, and the Secretariat says of no country how it applies the Guidelines; which side says it of which country is app.may_state.
create or replace function app.may_put(kind text) returns boolean language sql stable parallel safe
  return app.speaks() and (
    (app.is_secretariat() and kind not in ('narrative', 'guideline_statement'))
    or (
      not app.is_secretariat()
      and (
        kind in ('activity', 'guideline_statement')
        or (kind <> 'report' and (kind in ('contribution', 'recommendation')) = (app.actor_role() in ('observer', 'civil_society', 'coalition')))
      )
    )
  );
--> statement-breakpoint
create function app.may_state(country text) returns boolean language sql stable parallel safe
  return app.may_put('guideline_statement') and coalesce(app.actor_participant() in (country, 'IOM'), false);
--> statement-breakpoint
alter table app.guideline_statement add constraint guideline_statement_says_what_it_means check (
  (reply_days is null or reply_days between 7 and 60) and (reply_until is null or reply_days is not null)
);
--> statement-breakpoint
alter table app.guideline_statement enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (set_version, said, as_of, reply_days, reply_until) on app.guideline_statement to app_api;
--> statement-breakpoint
create policy guideline_statement_read on app.guideline_statement for select to app_api
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- A view is for its country first, and stays put to it; what a country says of itself is for whoever it chooses from the beginning.
create policy guideline_statement_insert on app.guideline_statement for insert to app_api with check (
  app.is_own_matter(matter_id) and app.may_state(country_code)
  and exists (select from ref.participant p where p.code = country_code and p.kind = 'member')
  and exists (
    select from app.matter m
    where m.id = matter_id and m.kind = 'guideline_statement' and case
      when m.author_code = country_code then m.first_to_code is null
      else coalesce(m.first_to_code = country_code, false) and country_code = any (m.addressees)
    end
  )
  and (reply_days is null) = (country_code = app.actor_participant()) and reply_until is null
);
--> statement-breakpoint
-- What was filed stays: something else is said by another statement, which takes its place.
create policy guideline_statement_change on app.guideline_statement for update to app_api
  using (app.is_own_matter(matter_id) and exists (select from app.matter m where m.id = matter_id and m.state = 'draft'))
  with check (
    app.is_own_matter(matter_id) and (reply_days is null) = (country_code = app.actor_participant())
  );
--> statement-breakpoint

-- A view is opened ---------------------------------------------------------------------------------------------------------
-- By the answer of its country, in the same moment. The functions work as the owner, which row-level security holds as well.
create policy matter_opening_owner on app.matter for select to app_owner using (first_to_code is not null);
--> statement-breakpoint
create policy matter_opened_owner on app.matter for update to app_owner
  using (first_to_code is not null and opened_at is null) with check (opened_at is not null);
--> statement-breakpoint
create function app.open_after_reply() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update app.matter
  set opened_at = new.at
  where id = new.matter_id and first_to_code = new.participant_code and opened_at is null and state = 'filed';
  return null;
end
$$;
--> statement-breakpoint
create trigger opens after insert on app.matter_reply for each row execute function app.open_after_reply();
--> statement-breakpoint
-- By the scheduler, once the days are over. What was withdrawn before is opened to nobody.
alter policy matter_opened on app.matter
  using (first_to_code is not null and opened_at is null and state = 'filed') with check (opened_at is not null);
--> statement-breakpoint
grant select (matter_id, country_code, reply_until) on app.guideline_statement to app_worker;
--> statement-breakpoint
create policy guideline_statement_worker on app.guideline_statement for select to app_worker using (true);
--> statement-breakpoint

-- The Secretariat reads no view before others do, but may know which countries have one to answer, so that it can tell them.
create policy guideline_statement_owner on app.guideline_statement for select to app_owner
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create function app.views_to_answer() returns table (country_code text, step text, reply_until date)
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select g.country_code, g.step, g.reply_until
  from app.matter m join app.guideline_statement g on g.matter_id = m.id
  where m.kind = 'guideline_statement' and m.state = 'filed' and m.first_to_code is not null and m.opened_at is null
    and app.is_secretariat() and app.actor_section() is null;
end;
--> statement-breakpoint
revoke execute on function app.views_to_answer() from public;
--> statement-breakpoint
grant execute on function app.views_to_answer() to app_api;
