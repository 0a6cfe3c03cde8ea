CREATE TABLE "app"."proposed_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"state" text NOT NULL,
	"value" jsonb,
	"reason" text NOT NULL,
	"comment" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"cleared" boolean NOT NULL,
	"revision" integer NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decision" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decided_by_name" text,
	"note" text DEFAULT '' NOT NULL,
	"before" jsonb,
	"taken_revision" integer,
	CONSTRAINT "proposed_answer_of_person" UNIQUE("submission_id","indicator_code","proposed_by"),
	CONSTRAINT "proposed_answer_decision_known" CHECK ("app"."proposed_answer"."decision" in ('open', 'taken', 'given_back', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "app"."section" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"round_year" integer NOT NULL,
	"indicators" text[] NOT NULL,
	"due_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_by_name" text NOT NULL,
	"handed_in_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
DROP INDEX "app"."app_user_email";--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "section_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."proposed_answer" ADD CONSTRAINT "proposed_answer_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."section" ADD CONSTRAINT "section_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "section_submission" ON "app"."section" USING btree ("submission_id");--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD CONSTRAINT "app_user_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "app"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "app_user_section" ON "app"."app_user" USING btree ("section_id");--> statement-breakpoint
CREATE UNIQUE INDEX "app_user_email" ON "app"."app_user" USING btree ("email") WHERE ("app"."app_user"."ended_at" is null and "app"."app_user"."section_id" is null);--> statement-breakpoint

-- Other ministries: by link, and never more than their part -------------------------------------------------------------
-- The section to which the acting session is limited; null for everybody with an account.
create function app.actor_section() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.section', true), '')::uuid;
--> statement-breakpoint
alter table app.section enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (handed_in_at, removed_at) on app.section to app_api;
--> statement-breakpoint
grant select on app.section to app_auth;
--> statement-breakpoint
create policy section_read on app.section for select to app_api
  using (app.reports_for(country_code) or id = app.actor_section());
--> statement-breakpoint
create policy section_insert on app.section for insert to app_api with check (
  app.reports_for(country_code) and invited_by = app.actor_id() and removed_at is null and handed_in_at is null
  and exists (
    select from app.submission s
    where s.id = submission_id and s.country_code = section.country_code and s.round_year = section.round_year
  )
);
--> statement-breakpoint
create policy section_update on app.section for update to app_api
  using (app.reports_for(country_code) or id = app.actor_section())
  with check (app.reports_for(country_code) or (id = app.actor_section() and removed_at is null));
--> statement-breakpoint
create policy section_machine on app.section for select to app_auth using (true);
--> statement-breakpoint

-- The person of a section is known to those who report for the country and to nobody else: neither to the secretariat nor to colleagues.
drop policy app_user_read on app.app_user;
--> statement-breakpoint
create policy app_user_read on app.app_user for select to app_api using (
  (app.is_secretariat() and section_id is null)
  or (app.is_of(country_code) and app.actor_section() is null and (section_id is null or app.reports_for(country_code)))
  or id = app.actor_id()
);
--> statement-breakpoint
create policy app_user_section_insert on app.app_user for insert to app_api with check (
  app.reports_for(country_code) and role = 'contributor' and section_id is not null and ended_at is null
  and exists (
    select from app.section s
    where s.id = section_id and s.country_code = app_user.country_code and s.indicators = app_user.assigned_indicators
  )
);
--> statement-breakpoint
create policy app_user_accounts_only on app.app_user as restrictive for insert to app_api
  with check (section_id is null or app.reports_for(country_code));
--> statement-breakpoint
create policy app_user_section_update on app.app_user for update to app_api
  using (app.reports_for(country_code) and section_id is not null) with check (app.reports_for(country_code) and section_id is not null);
--> statement-breakpoint
create or replace function app.refuse_one_person_alone() returns trigger language plpgsql as $$
begin
  -- Without an actor it is the machinery: sign-ins.
  if app.actor_id() is null then
    return new;
  end if;
  if old.ended_at is not null then
    raise exception 'an ended account stays as it is' using errcode = '42501';
  end if;
  -- A section link reaches no further than its answers: whoever asked for them ends it, and nobody makes anything else of it.
  if old.section_id is not null then
    if (new.role, new.country_code, new.email, new.section_id, new.assigned_indicators)
      is distinct from (old.role, old.country_code, old.email, old.section_id, old.assigned_indicators) then
      raise exception 'the person of a section link stays as invited' using errcode = '42501';
    end if;
    return new;
  end if;
  if (app.reaches_far(old.role, old.country_code) or app.reaches_far(new.role, new.country_code)) and app.had_second_person() and (
    (new.role, new.country_code, new.email) is distinct from (old.role, old.country_code, old.email)
    or (old.confirmed_at is null and new.confirmed_at is not null and not app.is_confirmed_now(old.id, 'open'))
    or (old.confirmed_at is not null and new.ended_at is not null and not app.is_confirmed_now(old.id, 'end'))
  ) then
    raise exception 'one person alone neither opens nor ends nor changes this account' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create policy ticket_section_link on auth.ticket for insert to app_api with check (
  kind = 'section_link'
  and exists (
    select from app.app_user u
    where u.id = user_id and u.section_id is not null and u.ended_at is null and app.reports_for(u.country_code)
  )
);
--> statement-breakpoint

-- Of the reports of its country, a section link knows the one it is for, and what was said in earlier rounds about its answers.
create policy submission_of_section on app.submission as restrictive for select to app_api using (
  app.actor_section() is null
  or exists (
    select from app.section s
    where s.id = app.actor_section() and s.country_code = submission.country_code
      and (s.submission_id = submission.id or submission.round_year < s.round_year)
  )
);
--> statement-breakpoint
create policy submission_version_of_section on app.submission_version as restrictive for select to app_api using (
  app.actor_section() is null
  or exists (select from app.section s where s.id = app.actor_section() and submission_version.round_year < s.round_year)
);
--> statement-breakpoint

-- Of the answers it knows those of its report, and of what is said about them what is said with the secretariat.
create policy answer_of_section on app.answer as restrictive for select to app_api using (
  app.actor_section() is null
  or exists (select from app.section s where s.id = app.actor_section() and s.submission_id = answer.submission_id)
);
--> statement-breakpoint
create policy review_comment_of_section on app.review_comment as restrictive for select to app_api
  using (app.actor_section() is null or audience = 'shared');
--> statement-breakpoint
create policy thread_closing_of_section on app.thread_closing as restrictive for select to app_api
  using (app.actor_section() is null or audience = 'shared');
--> statement-breakpoint
create policy reopened_answer_of_section on app.reopened_answer as restrictive for select to app_api using (app.actor_section() is null);
--> statement-breakpoint

-- What contributors write is proposed. The report, its versions and everything made from them are other tables: only whoever reports for the
-- country moves something from here to there.
drop policy answer_insert on app.answer;
--> statement-breakpoint
create policy answer_insert on app.answer for insert to app_api
  with check (updated_by = app.actor_id() and app.reports_for(country_code));
--> statement-breakpoint
drop policy answer_update on app.answer;
--> statement-breakpoint
create policy answer_update on app.answer for update to app_api
  using (app.reports_for(country_code)) with check (updated_by = app.actor_id() and app.reports_for(country_code));
--> statement-breakpoint
drop policy submission_update on app.submission;
--> statement-breakpoint
-- A contributor holds the report while a proposal is judged, and changes nothing of it.
create policy submission_update on app.submission for update to app_api
  using (app.is_secretariat() or app.reports_for(country_code) or (app.is_of(country_code) and app.actor_role() = 'contributor'))
  with check (
    app.is_secretariat()
    or (app.reports_for(country_code) and status in ('not_started', 'draft', 'submitted', 'returned', 'exempt'))
  );
--> statement-breakpoint
alter table app.proposed_answer enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.proposed_answer to app_api;
--> statement-breakpoint
grant update (proposed_by_name, state, value, reason, comment, evidence, cleared, revision, proposed_at, decision, decided_at, decided_by,
  decided_by_name, note, before, taken_revision) on app.proposed_answer to app_api;
--> statement-breakpoint
create function app.proposes(country text, indicator text, author uuid) returns boolean language sql stable parallel safe
  return author = app.actor_id() and app.contributes_to(country, indicator);
--> statement-breakpoint
create policy proposed_answer_read on app.proposed_answer for select to app_api
  using (app.reports_for(country_code) or app.proposes(country_code, indicator_code, proposed_by));
--> statement-breakpoint
create policy proposed_answer_insert on app.proposed_answer for insert to app_api with check (
  app.proposes(country_code, indicator_code, proposed_by) and decision in ('open', 'withdrawn') and decided_at is null
  and (
    app.actor_section() is null
    or exists (select from app.section s where s.id = app.actor_section() and s.submission_id = proposed_answer.submission_id)
  )
);
--> statement-breakpoint
create policy proposed_answer_update on app.proposed_answer for update to app_api
  using (app.reports_for(country_code) or app.proposes(country_code, indicator_code, proposed_by))
  with check (
    (app.reports_for(country_code) and decision in ('open', 'taken', 'given_back') and (decided_by is null or decided_by = app.actor_id()))
    or (app.proposes(country_code, indicator_code, proposed_by) and decision in ('open', 'withdrawn') and decided_at is null)
  );
--> statement-breakpoint
-- Whoever decides about a proposal changes nothing of what it says.
create function app.refuse_other_words() returns trigger language plpgsql as $$
begin
  if app.reports_for(new.country_code) and (new.proposed_by_name, new.state, new.value, new.reason, new.comment, new.evidence, new.cleared, new.proposed_at)
    is distinct from (old.proposed_by_name, old.state, old.value, old.reason, old.comment, old.evidence, old.cleared, old.proposed_at) then
    raise exception 'what a contributor proposed is changed by that contributor alone' using errcode = '42501';
  end if;
  if new.revision <= old.revision then
    raise exception 'a proposal changes with its revision' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger own_words before update on app.proposed_answer for each row execute function app.refuse_other_words();
--> statement-breakpoint
-- Whoever reports learns that something waits, and its author, in another tab, what became of it. Where, never what: as migration 0022.
create function app.announce_proposals() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in
    select w.submission_id, w.country_code, jsonb_agg(w.indicator_code) as indicators
    from written w group by w.submission_id, w.country_code
  loop
    perform pg_notify('live', jsonb_build_object(
      'kind', 'proposals', 'submission', told.submission_id, 'country', told.country_code, 'indicators', told.indicators)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.proposed_answer referencing new table as written
  for each statement execute function app.announce_proposals();
--> statement-breakpoint
create trigger announced_changed after update on app.proposed_answer referencing new table as written
  for each statement execute function app.announce_proposals();
