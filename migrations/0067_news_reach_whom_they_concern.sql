CREATE TABLE "app"."activity_decline" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"participant_code" text NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "activity_decline_language_known" CHECK ("app"."activity_decline"."language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."matter_news" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mail_id" uuid,
	"matter_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"participant_code" text NOT NULL,
	"user_id" uuid NOT NULL,
	"step" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"superseded" text,
	CONSTRAINT "matter_news_once" UNIQUE("matter_id","user_id","step","version"),
	CONSTRAINT "matter_news_step_known" CHECK ("app"."matter_news"."step" in ('view_given', 'view_withdrawn', 'document_withdrawn', 'document_revised'))
);
--> statement-breakpoint
ALTER TABLE "app"."activity_decline" ADD CONSTRAINT "activity_decline_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."activity_decline" ADD CONSTRAINT "activity_decline_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_news" ADD CONSTRAINT "matter_news_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_news" ADD CONSTRAINT "matter_news_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_news" ADD CONSTRAINT "matter_news_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_decline_matter" ON "app"."activity_decline" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "matter_news_mail" ON "app"."matter_news" USING btree ("mail_id");--> statement-breakpoint

-- News of what was put before the Network, each told once to each person (decision 71). The scheduler alone reads and writes what was told of what.
alter table app.matter_news add constraint matter_news_says_what_it_means check (
  (mail_id is null) = (superseded is not null) and version > 0
);
--> statement-breakpoint
alter table app.matter_news enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.matter_news for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.matter_news to app_worker;
--> statement-breakpoint
create policy matter_news_worker_read on app.matter_news for select to app_worker using (true);
--> statement-breakpoint
create policy matter_news_worker_insert on app.matter_news for insert to app_worker with check (true);
--> statement-breakpoint
-- When a version was filed, and of which step a view speaks: its code, and no word of it.
grant select (filed_at) on app.matter to app_worker;
--> statement-breakpoint
grant select (step) on app.guideline_statement to app_worker;
--> statement-breakpoint

-- Who is asked to support a proposal of an activity may decline, in words. Those are read by whoever asked and by the side that says so, and by nobody else: of the
-- proposal itself nothing is said by it.
alter table app.activity_decline add constraint activity_decline_says_something check (btrim(text) <> '' and char_length(text) <= 4000);
--> statement-breakpoint
alter table app.activity_decline enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.activity_decline for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.activity_decline to app_api;
--> statement-breakpoint
create policy activity_decline_read on app.activity_decline for select to app_api using (
  exists (select from app.matter m where m.id = matter_id)
  and (app.is_own_matter(matter_id) or (app.speaks() and participant_code = app.actor_participant()))
);
--> statement-breakpoint
create policy activity_decline_insert on app.activity_decline for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and app.speaks()
  and app.is_filed_activity(matter_id) and not app.is_own_matter(matter_id)
  and exists (select from app.matter m where m.id = matter_id and app.actor_participant() = any (m.addressees))
);
