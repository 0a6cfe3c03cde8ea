CREATE TABLE "app"."report" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"stage" text NOT NULL,
	"with_submissions" boolean NOT NULL,
	"considered_on" date,
	"response" text,
	"response_language" text,
	CONSTRAINT "report_stage_known" CHECK ("app"."report"."stage" in ('draft', 'circulated', 'final', 'considered')),
	CONSTRAINT "report_response_language_known" CHECK ("app"."report"."response_language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."report_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"point_id" uuid,
	"participant_code" text NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "report_comment_language_known" CHECK ("app"."report_comment"."language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."report_point" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"level" integer NOT NULL,
	"verb" text,
	"speaker_code" text,
	"words" jsonb NOT NULL,
	"source_kind" text,
	"source_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_by" uuid,
	CONSTRAINT "report_point_verb_known" CHECK ("app"."report_point"."verb" in ('thanks', 'takes_note', 'requests', 'agrees', 'proposes')),
	CONSTRAINT "report_point_source_known" CHECK ("app"."report_point"."source_kind" in ('meeting', 'matter'))
);
--> statement-breakpoint
CREATE TABLE "app"."report_version" (
	"matter_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"stage" text NOT NULL,
	"visibility" text NOT NULL,
	"content" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "report_version_matter_id_version_pk" PRIMARY KEY("matter_id","version"),
	CONSTRAINT "report_version_stage_known" CHECK ("app"."report_version"."stage" in ('circulated', 'final')),
	CONSTRAINT "report_version_visibility_known" CHECK ("app"."report_version"."visibility" in ('secretariat', 'members', 'network', 'public'))
);
--> statement-breakpoint
ALTER TABLE "app"."matter" DROP CONSTRAINT "matter_kind_known";--> statement-breakpoint
ALTER TABLE "app"."report" ADD CONSTRAINT "report_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."report_comment" ADD CONSTRAINT "report_comment_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."report_comment" ADD CONSTRAINT "report_comment_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."report_point" ADD CONSTRAINT "report_point_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."report_point" ADD CONSTRAINT "report_point_speaker_code_participant_code_fk" FOREIGN KEY ("speaker_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."report_version" ADD CONSTRAINT "report_version_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_comment_matter" ON "app"."report_comment" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "report_point_matter" ON "app"."report_point" USING btree ("matter_id","place");--> statement-breakpoint
ALTER TABLE "app"."matter" ADD CONSTRAINT "matter_kind_known" CHECK ("app"."matter"."kind" in ('agenda_item', 'document', 'commitment', 'contribution', 'recommendation', 'report'));--> statement-breakpoint

-- The report of a meeting (decision 63). Its matter says who reads that there is one; what it says is read in two places: the working copy by
-- the side that writes it, and each version by those to whom it was sent.
alter table app.report add constraint report_says_what_it_means check (
  (stage = 'considered') = (considered_on is not null)
  and (considered_on is null) = (response is null) and (considered_on is null) = (response_language is null)
  and char_length(response) <= 4000
);
--> statement-breakpoint
alter table app.report enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (stage, with_submissions, considered_on, response, response_language) on app.report to app_api;
--> statement-breakpoint
create policy report_read on app.report for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy report_insert on app.report for insert to app_api with check (
  app.is_own_matter(matter_id) and stage = 'draft' and exists (select from app.matter m where m.id = matter_id and m.kind = 'report')
);
--> statement-breakpoint
create policy report_change on app.report for update to app_api
  using (app.is_own_matter(matter_id)) with check (app.is_own_matter(matter_id));
--> statement-breakpoint
-- A report goes one way, and members are never passed over.
create function app.refuse_wrong_move_of_report() returns trigger language plpgsql as $$
begin
  if new.matter_id <> old.matter_id or (new.stage <> old.stage and (old.stage, new.stage) not in (
    ('draft', 'circulated'), ('circulated', 'final'), ('final', 'considered')
  )) then
    raise exception 'a report is circulated, then final, then considered' using errcode = '42501';
  end if;
  if old.stage in ('final', 'considered') and new.with_submissions <> old.with_submissions then
    raise exception 'what is final stays as it is' using errcode = '42501';
  end if;
  if old.stage = 'considered' then
    raise exception 'what was considered stays as it is' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger moves before update on app.report for each row execute function app.refuse_wrong_move_of_report();
--> statement-breakpoint

alter table app.report_point add constraint report_point_says_what_it_means check (
  level in (0, 1, 2) and place > 0 and (source_kind is null) = (source_id is null) and (removed_at is null) = (removed_by is null)
  and jsonb_typeof(words) = 'object'
);
--> statement-breakpoint
alter table app.report_point enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (place, level, verb, speaker_code, words, removed_at, removed_by) on app.report_point to app_api;
--> statement-breakpoint
-- The working copy is its own side's affair in every stage: others read what was sent to them.
create policy report_point_read on app.report_point for select to app_api using (app.is_own_matter(matter_id));
--> statement-breakpoint
create policy report_point_insert on app.report_point for insert to app_api with check (
  created_by = app.actor_id() and removed_at is null and app.is_own_matter(matter_id)
  and exists (select from app.report r where r.matter_id = report_point.matter_id and r.stage in ('draft', 'circulated'))
);
--> statement-breakpoint
create policy report_point_change on app.report_point for update to app_api
  using (
    removed_at is null and app.is_own_matter(matter_id)
    and exists (select from app.report r where r.matter_id = report_point.matter_id and r.stage in ('draft', 'circulated'))
  )
  with check (app.is_own_matter(matter_id) and (removed_by is null or removed_by = app.actor_id()));
--> statement-breakpoint

alter table app.report_version enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.report_version for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.report_version to app_api;
--> statement-breakpoint
-- What was circulated to members is not shown to the Network because a later version is.
create policy report_version_read on app.report_version for select to app_api using (
  app.is_own_matter(matter_id)
  or (app.reads_level(visibility) and exists (select from app.matter m where m.id = matter_id))
);
--> statement-breakpoint
create policy report_version_insert on app.report_version for insert to app_api with check (
  by = app.actor_id() and app.is_own_matter(matter_id) and exists (
    select from app.matter m join app.report r on r.matter_id = m.id
    where m.id = report_version.matter_id and m.state = 'filed' and m.version = report_version.version
      and m.visibility = report_version.visibility and r.stage = report_version.stage
  )
);
--> statement-breakpoint

alter table app.report_comment add constraint report_comment_says_something check (
  btrim(text) <> '' and char_length(text) <= 4000
);
--> statement-breakpoint
alter table app.report_comment enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.report_comment for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.report_comment to app_api;
--> statement-breakpoint
-- Members comment among themselves: nobody else reads it, also when the report is final.
create policy report_comment_read on app.report_comment for select to app_api using (
  app.reads_level('members') and exists (select from app.matter m where m.id = matter_id)
);
--> statement-breakpoint
create policy report_comment_insert on app.report_comment for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and app.speaks() and app.reads_level('members')
  and not app.is_own_matter(matter_id)
  and exists (select from app.report r where r.matter_id = report_comment.matter_id and r.stage = 'circulated')
  and exists (select from app.report_version v where v.matter_id = report_comment.matter_id and v.version = report_comment.version)
);
--> statement-breakpoint
-- As before, and the report of a meeting is the Secretariat's to write.
create or replace function app.may_put(kind text) returns boolean language sql stable parallel safe
  return app.speaks() and (
    app.is_secretariat()
    or (kind <> 'report' and (kind in ('contribution', 'recommendation')) = (app.actor_role() in ('observer', 'civil_society', 'coalition')))
  );
