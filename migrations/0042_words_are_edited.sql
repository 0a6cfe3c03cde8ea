CREATE TABLE "app"."notice_wording" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"subject" text,
	"opening" text,
	"closing" text,
	"restores" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "notice_wording_version" UNIQUE("kind","language","version"),
	CONSTRAINT "notice_wording_kind_known" CHECK ("app"."notice_wording"."kind" in ('opening', 'before_30', 'before_14', 'before_7', 'before_1', 'due_today', 'overdue_1', 'overdue_7', 'escalation_14', 'escalation_30', 'closing_45', 'returned_before_5', 'returned_before_1', 'returned_overdue_1', 'resend_before', 'resend_overdue', 'resend_returned', 'resend_returned_overdue')),
	CONSTRAINT "notice_wording_language_known" CHECK ("app"."notice_wording"."language" in ('en', 'es'))
);
--> statement-breakpoint
ALTER TABLE "app"."outgoing_mail" ADD COLUMN "wording_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."outgoing_mail" ADD CONSTRAINT "outgoing_mail_wording_id_notice_wording_id_fk" FOREIGN KEY ("wording_id") REFERENCES "app"."notice_wording"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- What the secretariat writes is kept version by version (decision 53): nothing of it is changed or deleted, for no program.
alter table app.notice_wording add constraint notice_wording_is_whole check (
  version >= 1
  and (subject is null) = (opening is null) and (subject is null) = (closing is null)
  and (subject is not null or coalesce(restores, -1) = 0)
  and (restores is null or (restores >= 0 and restores < version))
);
--> statement-breakpoint
alter table app.notice_wording enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.notice_wording to app_api;
--> statement-breakpoint
create policy notice_wording_read on app.notice_wording for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy notice_wording_insert on app.notice_wording for insert to app_api
  with check (app.is_secretariat() and created_by = app.actor_id());
--> statement-breakpoint
-- Whoever writes mails reads the words, and not who wrote them.
grant select (id, kind, language, version, subject, opening, closing) on app.notice_wording to app_worker;
--> statement-breakpoint
create policy notice_wording_worker on app.notice_wording for select to app_worker using (true);
