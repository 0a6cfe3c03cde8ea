CREATE TABLE "app"."exchange" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_year" integer NOT NULL,
	"country_code" text NOT NULL,
	"channel" text NOT NULL,
	"happened_on" date NOT NULL,
	"with_whom" text DEFAULT '' NOT NULL,
	"is_ask" boolean NOT NULL,
	"said" text NOT NULL,
	"promised_on" date,
	"detail" text DEFAULT '' NOT NULL,
	"notice_id" uuid,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_by_name" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_by_name" text,
	"withdrawn_reason" text,
	CONSTRAINT "exchange_of_link" UNIQUE("notice_id"),
	CONSTRAINT "exchange_channel_known" CHECK ("app"."exchange"."channel" in ('telephone', 'letter', 'in_person', 'message', 'answer_link')),
	CONSTRAINT "exchange_said_known" CHECK ("app"."exchange"."said" in ('by_date', 'waits_for', 'nothing_to_report', 'other_person', 'other', 'no_answer'))
);
--> statement-breakpoint
ALTER TABLE "app"."exchange" ADD CONSTRAINT "exchange_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "app"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exchange_country" ON "app"."exchange" USING btree ("country_code","round_year");--> statement-breakpoint
CREATE INDEX "exchange_round" ON "app"."exchange" USING btree ("round_year");--> statement-breakpoint

-- What was said between the secretariat and a country about its report is read by both and by nobody else (decision 42). It is written once.
-- A note of the secretariat is withdrawn with a reason and stays; what a country answered is not the secretariat's to withdraw.
alter table "app"."exchange" add constraint "exchange_says_what_it_means" check (
  (promised_on is not null) = (said = 'by_date')
  and (notice_id is not null) = (channel = 'answer_link')
  and not (is_ask and (channel = 'answer_link' or (said = 'no_answer' and channel in ('telephone', 'in_person'))))
  and (withdrawn_at is null) = (withdrawn_by is null)
  and (withdrawn_at is null) = (withdrawn_by_name is null)
  and (withdrawn_at is null) = (withdrawn_reason is null)
);
--> statement-breakpoint
alter table app.exchange enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason) on app.exchange to app_api;
--> statement-breakpoint
create policy exchange_read on app.exchange for select to app_api using (app.is_secretariat() or app.reads_all_of(country_code));
--> statement-breakpoint
create policy exchange_insert on app.exchange for insert to app_api with check (
  app.is_secretariat() and channel <> 'answer_link' and noted_by = app.actor_id() and withdrawn_at is null
  and exists (
    select from app.submission s where s.round_year = exchange.round_year and s.country_code = exchange.country_code
  )
);
--> statement-breakpoint
create policy exchange_answer on app.exchange for insert to app_api with check (
  app.reports_for(country_code) and channel = 'answer_link' and noted_by = app.actor_id() and withdrawn_at is null
  and exists (
    select from app.notice n
    where n.id = notice_id and n.user_id = app.actor_id()
      and n.country_code = exchange.country_code and n.round_year = exchange.round_year
  )
);
--> statement-breakpoint
create policy exchange_withdraw on app.exchange for update to app_api
  using (app.is_secretariat() and channel <> 'answer_link' and withdrawn_at is null)
  with check (app.is_secretariat() and withdrawn_by = app.actor_id());
--> statement-breakpoint
-- The scheduler counts what was asked and knows what day was promised; it reads no names and no words.
grant select (round_year, country_code, channel, happened_on, is_ask, said, promised_on, noted_at, withdrawn_at) on app.exchange to app_worker;
--> statement-breakpoint
create policy exchange_worker on app.exchange for select to app_worker using (true);
--> statement-breakpoint
create trigger announced_new after insert on app.exchange referencing new table as written
  for each statement execute function app.announce_asks();
--> statement-breakpoint
create trigger announced_changed after update on app.exchange referencing new table as written
  for each statement execute function app.announce_asks();
