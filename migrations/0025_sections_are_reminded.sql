CREATE TABLE "app"."section_reminder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"section_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"step" text NOT NULL,
	"due_on" date NOT NULL,
	"scheduled_for" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"superseded" text,
	CONSTRAINT "section_reminder_once" UNIQUE("section_id","step","due_on")
);
--> statement-breakpoint
ALTER TABLE "app"."section_reminder" ADD CONSTRAINT "section_reminder_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "app"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- The scheduler reminds the person of a section. Of a section it reads what the message says, and not the note; of a proposal, whether there is
-- one, and nothing of what it proposes (decision 14).
grant select (id, submission_id, country_code, round_year, indicators, due_on, invited_at, invited_by, invited_by_name, handed_in_at, removed_at)
  on app.section to app_worker;
--> statement-breakpoint
create policy section_worker on app.section for select to app_worker using (true);
--> statement-breakpoint
grant select (submission_id, indicator_code, proposed_by, decision) on app.proposed_answer to app_worker;
--> statement-breakpoint
create policy proposed_answer_worker on app.proposed_answer for select to app_worker using (true);
--> statement-breakpoint
-- A reminder carries a fresh link. Only to a section that was not taken back, and no ticket is read: decision 40.
grant usage on schema auth to app_worker;
--> statement-breakpoint
grant insert on auth.ticket to app_worker;
--> statement-breakpoint
create policy ticket_section_reminder on auth.ticket for insert to app_worker with check (
  kind = 'section_link' and used_at is null and voided_at is null
  and exists (
    select from app.app_user u join app.section s on s.id = u.section_id
    where u.id = user_id and u.ended_at is null and s.removed_at is null
  )
);
--> statement-breakpoint
alter table app.section_reminder enable row level security, force row level security;
--> statement-breakpoint
grant select on app.section_reminder to app_api;
--> statement-breakpoint
grant select, insert on app.section_reminder to app_worker;
--> statement-breakpoint
create policy section_reminder_read on app.section_reminder for select to app_api using (app.reports_for(country_code));
--> statement-breakpoint
create policy section_reminder_worker_read on app.section_reminder for select to app_worker using (true);
--> statement-breakpoint
create policy section_reminder_worker_insert on app.section_reminder for insert to app_worker with check (true);
--> statement-breakpoint
-- What became of a reminder is known to those who asked for the section. The message holds no link: that is put in when it leaves.
create policy outgoing_mail_of_section on app.outgoing_mail for select to app_api using (
  app.reports_for(country_code) and exists (select from app.section_reminder r where r.id = outgoing_mail.id)
);
