CREATE TABLE "app"."hold" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_year" integer NOT NULL,
	"country_code" text,
	"last_day" date NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid,
	"lifted_by_name" text,
	"lifted_reason" text
);
--> statement-breakpoint
CREATE INDEX "hold_round" ON "app"."hold" USING btree ("round_year");--> statement-breakpoint

alter table app.hold enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (lifted_at, lifted_by, lifted_by_name, lifted_reason) on app.hold to app_api;
--> statement-breakpoint
grant select (round_year, country_code, last_day, lifted_at) on app.hold to app_worker;
--> statement-breakpoint
-- Why a country is not written to is between the people of the secretariat.
create policy hold_read on app.hold for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy hold_insert on app.hold for insert to app_api
  with check (app.is_secretariat() and created_by = app.actor_id() and lifted_at is null);
--> statement-breakpoint
create policy hold_lift on app.hold for update to app_api
  using (app.is_secretariat() and lifted_at is null)
  with check (app.is_secretariat() and lifted_by = app.actor_id() and lifted_at is not null);
--> statement-breakpoint
create policy hold_worker on app.hold for select to app_worker using (true);
--> statement-breakpoint

-- The late monitor shows what is held. As in 0027: a country's line, or the whole round.
create function app.announce_holds() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select distinct w.round_year, w.country_code from written w loop
    perform pg_notify('live', case
      when told.country_code is null then jsonb_build_object('kind', 'round', 'round', told.round_year)
      else jsonb_build_object('kind', 'asks', 'round', told.round_year, 'countries', jsonb_build_array(told.country_code))
    end::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.hold referencing new table as written
  for each statement execute function app.announce_holds();
--> statement-breakpoint
create trigger announced_changed after update on app.hold referencing new table as written
  for each statement execute function app.announce_holds();
