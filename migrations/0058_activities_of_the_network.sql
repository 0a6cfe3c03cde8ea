CREATE TABLE "app"."activity" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"activity_kind" text NOT NULL,
	"audience" text[] NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"place" text DEFAULT '' NOT NULL,
	"host_code" text,
	"funding" text NOT NULL,
	"funding_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "activity_kind_known" CHECK ("app"."activity"."activity_kind" in ('workshop', 'training', 'campaign', 'study', 'exchange', 'other')),
	CONSTRAINT "activity_funding_known" CHECK ("app"."activity"."funding" in ('not_known', 'own', 'sought', 'secured'))
);
--> statement-breakpoint
CREATE TABLE "app"."activity_attendance" (
	"held_id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"country_code" text,
	"institution" text NOT NULL,
	"persons" integer NOT NULL,
	CONSTRAINT "activity_attendance_held_id_place_pk" PRIMARY KEY("held_id","place"),
	CONSTRAINT "activity_attendance_once" UNIQUE NULLS NOT DISTINCT("held_id","country_code","institution"),
	CONSTRAINT "activity_attendance_institution_known" CHECK ("app"."activity_attendance"."institution" in ('police', 'migration', 'prosecution', 'judiciary', 'labour', 'health', 'protection', 'foreign_affairs', 'other_public', 'civil_society', 'international', 'other'))
);
--> statement-breakpoint
CREATE TABLE "app"."activity_endorsement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"said" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"point" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "activity_endorsement_known" CHECK ("app"."activity_endorsement"."said" in ('endorsed', 'not_endorsed'))
);
--> statement-breakpoint
CREATE TABLE "app"."activity_evaluation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "activity_evaluation_language_known" CHECK ("app"."activity_evaluation"."language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."activity_held" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"place" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."activity_result" (
	"evaluation_id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"indicator_code" text NOT NULL,
	"year" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "activity_result_evaluation_id_place_pk" PRIMARY KEY("evaluation_id","place")
);
--> statement-breakpoint
CREATE TABLE "app"."activity_support" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"participant_code" text NOT NULL,
	"supports" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."matter" DROP CONSTRAINT "matter_kind_known";--> statement-breakpoint
ALTER TABLE "app"."activity" ADD CONSTRAINT "activity_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity" ADD CONSTRAINT "activity_host_code_participant_code_fk" FOREIGN KEY ("host_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_attendance" ADD CONSTRAINT "activity_attendance_held_id_activity_held_id_fk" FOREIGN KEY ("held_id") REFERENCES "app"."activity_held"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_attendance" ADD CONSTRAINT "activity_attendance_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_attendance" ADD CONSTRAINT "activity_attendance_country_code_participant_code_fk" FOREIGN KEY ("country_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_endorsement" ADD CONSTRAINT "activity_endorsement_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_endorsement" ADD CONSTRAINT "activity_endorsement_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "app"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_evaluation" ADD CONSTRAINT "activity_evaluation_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_held" ADD CONSTRAINT "activity_held_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_result" ADD CONSTRAINT "activity_result_evaluation_id_activity_evaluation_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "app"."activity_evaluation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_result" ADD CONSTRAINT "activity_result_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_support" ADD CONSTRAINT "activity_support_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_support" ADD CONSTRAINT "activity_support_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_attendance_matter" ON "app"."activity_attendance" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "activity_endorsement_matter" ON "app"."activity_endorsement" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "activity_evaluation_matter" ON "app"."activity_evaluation" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "activity_held_matter" ON "app"."activity_held" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "activity_result_matter" ON "app"."activity_result" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "activity_support_matter" ON "app"."activity_support" USING btree ("matter_id");--> statement-breakpoint
ALTER TABLE "app"."matter" ADD CONSTRAINT "matter_kind_known" CHECK ("app"."matter"."kind" in ('agenda_item', 'document', 'commitment', 'contribution', 'recommendation', 'report', 'activity'));--> statement-breakpoint

-- Activities that somebody proposes to the Network, and what became of them (decision 64). The proposal changes as every matter does. Who supports
-- it, what a meeting said, that it was held and what came of it are rows of whoever says so: written once, the last counts, the earlier ones stay.
-- As before, and everybody who writes for a side proposes.
create or replace function app.may_put(kind text) returns boolean language sql stable parallel safe
  return app.speaks() and (
    app.is_secretariat()
    or kind = 'activity'
    or (kind <> 'report' and (kind in ('contribution', 'recommendation')) = (app.actor_role() in ('observer', 'civil_society', 'coalition')))
  );
--> statement-breakpoint
alter table app.activity add constraint activity_audience_known check (
  audience <@ array['police', 'migration', 'prosecution', 'judiciary', 'labour', 'health', 'protection', 'foreign_affairs', 'other_public', 'civil_society', 'international', 'other']
);
--> statement-breakpoint
alter table app.activity add constraint activity_says_what_it_means check (
  cardinality(audience) > 0 and (ends_on is null or (starts_on is not null and ends_on >= starts_on))
  and char_length(place) <= 200 and char_length(funding_note) <= 300
);
--> statement-breakpoint
alter table app.activity enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (activity_kind, audience, starts_on, ends_on, place, host_code, funding, funding_note) on app.activity to app_api;
--> statement-breakpoint
create policy activity_read on app.activity for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy activity_insert on app.activity for insert to app_api with check (
  app.is_own_matter(matter_id) and exists (select from app.matter m where m.id = matter_id and m.kind = 'activity')
);
--> statement-breakpoint
create policy activity_change on app.activity for update to app_api
  using (app.is_own_matter(matter_id)) with check (app.is_own_matter(matter_id));
--> statement-breakpoint

-- Is it a proposal that was filed, and was not withdrawn?
create function app.is_filed_activity(matter uuid) returns boolean language sql stable
  return exists (select from app.matter m where m.id = matter and m.kind = 'activity' and m.state = 'filed');
--> statement-breakpoint
alter table app.activity_support enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.activity_support for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.activity_support to app_api;
--> statement-breakpoint
create policy activity_support_read on app.activity_support for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- Each adds itself, to what others propose.
create policy activity_support_insert on app.activity_support for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and app.speaks()
  and app.is_filed_activity(matter_id) and not app.is_own_matter(matter_id)
);
--> statement-breakpoint

alter table app.activity_endorsement add constraint activity_endorsement_point check (char_length(point) <= 20);
--> statement-breakpoint
alter table app.activity_endorsement enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.activity_endorsement for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.activity_endorsement to app_api;
--> statement-breakpoint
create policy activity_endorsement_read on app.activity_endorsement for select to app_api
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy activity_endorsement_insert on app.activity_endorsement for insert to app_api with check (
  by = app.actor_id() and app.is_secretariat() and app.actor_section() is null and app.is_filed_activity(matter_id)
);
--> statement-breakpoint

alter table app.activity_held add constraint activity_held_says_what_it_means check (
  (until_on is null or until_on >= from_on) and char_length(place) <= 200
);
--> statement-breakpoint
alter table app.activity_held enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.activity_held for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.activity_held to app_api;
--> statement-breakpoint
create policy activity_held_read on app.activity_held for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy activity_held_insert on app.activity_held for insert to app_api with check (
  by = app.actor_id() and app.is_own_matter(matter_id) and app.is_filed_activity(matter_id)
);
--> statement-breakpoint

alter table app.activity_attendance add constraint activity_attendance_counts check (persons between 1 and 10000 and place > 0);
--> statement-breakpoint
alter table app.activity_attendance enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.activity_attendance for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.activity_attendance to app_api;
--> statement-breakpoint
create policy activity_attendance_read on app.activity_attendance for select to app_api
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- Counted together with what says that it was held, and never afterwards.
create policy activity_attendance_insert on app.activity_attendance for insert to app_api with check (
  exists (
    select from app.activity_held h
    where h.id = held_id and h.matter_id = activity_attendance.matter_id and h.by = app.actor_id() and h.xmin = pg_current_xact_id()::xid
  )
);
--> statement-breakpoint

alter table app.activity_evaluation add constraint activity_evaluation_length check (char_length(text) <= 4000);
--> statement-breakpoint
alter table app.activity_evaluation enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.activity_evaluation for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.activity_evaluation to app_api;
--> statement-breakpoint
create policy activity_evaluation_read on app.activity_evaluation for select to app_api
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- Nothing came of what was not held.
create policy activity_evaluation_insert on app.activity_evaluation for insert to app_api with check (
  by = app.actor_id() and app.is_own_matter(matter_id) and app.is_filed_activity(matter_id)
  and exists (select from app.activity_held h where h.matter_id = activity_evaluation.matter_id)
);
--> statement-breakpoint

alter table app.activity_result add constraint activity_result_says_something check (
  btrim(text) <> '' and char_length(text) <= 2000 and year between 1990 and 2200 and place > 0
);
--> statement-breakpoint
alter table app.activity_result enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.activity_result for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.activity_result to app_api;
--> statement-breakpoint
create policy activity_result_read on app.activity_result for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy activity_result_insert on app.activity_result for insert to app_api with check (
  exists (
    select from app.activity_evaluation e
    where e.id = evaluation_id and e.matter_id = activity_result.matter_id and e.by = app.actor_id() and e.xmin = pg_current_xact_id()::xid
  )
);
