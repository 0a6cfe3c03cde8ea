CREATE TABLE "app"."scheduled_reminder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_year" integer NOT NULL,
	"country_code" text NOT NULL,
	"send_at" timestamp (3) with time zone NOT NULL,
	"time_zone" text,
	"own_texts" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"ended" text,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	"ended_by_name" text,
	"settled_at" timestamp (3) with time zone,
	"outcome" text DEFAULT '' NOT NULL,
	CONSTRAINT "scheduled_reminder_ended_known" CHECK ("app"."scheduled_reminder"."ended" in ('withdrawn', 'replaced'))
);
--> statement-breakpoint
ALTER TABLE "app"."notice_batch" ADD COLUMN "own_texts" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "scheduled_reminder_waits_once" ON "app"."scheduled_reminder" USING btree ("round_year","country_code") WHERE "app"."scheduled_reminder"."ended_at" is null and "app"."scheduled_reminder"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "scheduled_reminder_round" ON "app"."scheduled_reminder" USING btree ("round_year","country_code");--> statement-breakpoint

-- Reminders by hand that leave later (decision 57). A person of the secretariat sets them, and withdraws or changes them until they leave; the
-- scheduler writes their messages, as an act of whoever set them. Nobody else knows of them.
alter table app.scheduled_reminder add constraint scheduled_reminder_ended_whole check (
  (ended is null) = (ended_at is null)
  and (ended is null) = (ended_by is null)
  and (ended is null) = (ended_by_name is null)
);
--> statement-breakpoint
alter table app.scheduled_reminder add constraint scheduled_reminder_ends_once check (
  (ended is null or settled_at is null) and (settled_at is not null or outcome = '')
);
--> statement-breakpoint
alter table app.scheduled_reminder enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (ended, ended_at, ended_by, ended_by_name) on app.scheduled_reminder to app_api;
--> statement-breakpoint
grant select, update (settled_at, outcome) on app.scheduled_reminder to app_worker;
--> statement-breakpoint
create policy scheduled_reminder_read on app.scheduled_reminder for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy scheduled_reminder_set on app.scheduled_reminder for insert to app_api
  with check (app.is_secretariat() and created_by = app.actor_id() and ended is null and settled_at is null);
--> statement-breakpoint
create policy scheduled_reminder_end on app.scheduled_reminder for update to app_api
  using (app.is_secretariat() and ended is null and settled_at is null)
  with check (app.is_secretariat() and ended_by = app.actor_id());
--> statement-breakpoint
create policy scheduled_reminder_planned on app.scheduled_reminder for select to app_worker using (true);
--> statement-breakpoint
create policy scheduled_reminder_settle on app.scheduled_reminder for update to app_worker
  using (ended is null and settled_at is null) with check (ended is null);
--> statement-breakpoint

-- Its messages are an act of resending; the scheduler can record no other.
grant insert on app.notice_batch to app_worker;
--> statement-breakpoint
create policy notice_batch_scheduled on app.notice_batch for insert to app_worker with check (
  exists (select from app.scheduled_reminder s
    where s.id = notice_batch.id and s.round_year = notice_batch.round_year and s.created_by = notice_batch.created_by
      and notice_batch.countries = array[s.country_code])
);
--> statement-breakpoint

-- A message that leaves on another day than it was written on is written anew for that day.
grant update (subject, body_text, body_html, calendar, wording_id, reply_to, ticket_id, created_at) on app.outgoing_mail to app_worker;
--> statement-breakpoint

-- The late monitor shows what will leave.
create trigger announced_new after insert on app.scheduled_reminder referencing new table as written
  for each statement execute function app.announce_asks();
--> statement-breakpoint
create trigger announced_changed after update on app.scheduled_reminder referencing new table as written
  for each statement execute function app.announce_asks();
