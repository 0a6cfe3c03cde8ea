CREATE TABLE "ref"."holiday" (
	"id" text PRIMARY KEY NOT NULL,
	"country_code" text NOT NULL,
	"day" date NOT NULL,
	"name" jsonb NOT NULL,
	"source" text NOT NULL,
	"computed" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."quiet_period" (
	"id" uuid PRIMARY KEY NOT NULL,
	"country_code" text NOT NULL,
	"kind" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_by_name" text,
	"withdrawn_reason" text,
	CONSTRAINT "quiet_period_kind_known" CHECK ("app"."quiet_period"."kind" in ('holiday', 'quiet', 'works')),
	CONSTRAINT "quiet_period_in_order" CHECK ("app"."quiet_period"."first_day" <= "app"."quiet_period"."last_day")
);
--> statement-breakpoint
CREATE INDEX "holiday_country" ON "ref"."holiday" USING btree ("country_code","day");--> statement-breakpoint
CREATE INDEX "quiet_period_country" ON "app"."quiet_period" USING btree ("country_code");--> statement-breakpoint

-- The holidays of countries are no secret; the list of a country is read where its next reminder is told.
grant select on ref.holiday to app_api, app_worker;
--> statement-breakpoint

alter table app.quiet_period enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason) on app.quiet_period to app_api;
--> statement-breakpoint
grant select (country_code, kind, first_day, last_day, withdrawn_at) on app.quiet_period to app_worker;
--> statement-breakpoint
-- Those who ask people of other ministries read when these are reminded next, and so the days of their country.
create policy quiet_period_read on app.quiet_period for select to app_api using (app.is_secretariat() or app.reports_for(country_code));
--> statement-breakpoint
create policy quiet_period_insert on app.quiet_period for insert to app_api
  with check (app.is_secretariat() and created_by = app.actor_id() and withdrawn_at is null);
--> statement-breakpoint
create policy quiet_period_withdraw on app.quiet_period for update to app_api
  using (app.is_secretariat() and withdrawn_at is null)
  with check (app.is_secretariat() and withdrawn_by = app.actor_id() and withdrawn_at is not null);
--> statement-breakpoint
create policy quiet_period_worker on app.quiet_period for select to app_worker using (true);
--> statement-breakpoint

-- Whoever looks at the late monitor sees when the next reminder goes, which follows the days of the country. As in 0027.
create function app.announce_days_off() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select distinct w.country_code from written w loop
    perform pg_notify('live', jsonb_build_object('kind', 'days_off', 'country', told.country_code)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.quiet_period referencing new table as written
  for each statement execute function app.announce_days_off();
--> statement-breakpoint
create trigger announced_changed after update on app.quiet_period referencing new table as written
  for each statement execute function app.announce_days_off();
