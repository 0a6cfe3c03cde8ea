CREATE TABLE "app"."proposed_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_year" integer NOT NULL,
	"country_code" text NOT NULL,
	"step" text NOT NULL,
	"anchor_date" date NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decision" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"decided_by_name" text,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "proposed_step_once" UNIQUE("round_year","country_code","step","anchor_date"),
	CONSTRAINT "proposed_step_decision_known" CHECK ("app"."proposed_step"."decision" in ('confirmed', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "app"."step_setting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"step" text NOT NULL,
	"needs_confirmation" boolean NOT NULL,
	"reason" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_by_name" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "step_setting_step" ON "app"."step_setting" USING btree ("step","changed_at");--> statement-breakpoint

-- Steps of the calendar that leave only when a person of the secretariat has confirmed them (decision 48). The scheduler proposes, and reads
-- what was decided; a person decides once. What countries are asked, and what was declined, is between the people of the secretariat.
alter table app.proposed_step add constraint proposed_step_decided check (
  (decision is null) = (decided_at is null)
  and (decision is null) = (decided_by is null)
  and (decision is null) = (decided_by_name is null)
  and (coalesce(decision, '') = 'declined') = (reason <> '')
);
--> statement-breakpoint
alter table app.proposed_step enable row level security, force row level security;
--> statement-breakpoint
alter table app.step_setting enable row level security, force row level security;
--> statement-breakpoint
grant select, update (decision, decided_at, decided_by, decided_by_name, reason) on app.proposed_step to app_api;
--> statement-breakpoint
grant select (id, round_year, country_code, step, anchor_date, proposed_at, decision), insert on app.proposed_step to app_worker;
--> statement-breakpoint
grant select, insert on app.step_setting to app_api;
--> statement-breakpoint
grant select (id, step, needs_confirmation, changed_at) on app.step_setting to app_worker;
--> statement-breakpoint
create policy proposed_step_read on app.proposed_step for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy proposed_step_decide on app.proposed_step for update to app_api
  using (app.is_secretariat() and decided_at is null)
  with check (app.is_secretariat() and decided_by = app.actor_id());
--> statement-breakpoint
create policy proposed_step_planned on app.proposed_step for select to app_worker using (true);
--> statement-breakpoint
create policy proposed_step_propose on app.proposed_step for insert to app_worker with check (decision is null);
--> statement-breakpoint
create policy step_setting_read on app.step_setting for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy step_setting_change on app.step_setting for insert to app_api
  with check (app.is_secretariat() and changed_by = app.actor_id());
--> statement-breakpoint
create policy step_setting_planned on app.step_setting for select to app_worker using (true);
--> statement-breakpoint

-- The late monitor shows what waits for a person, and which steps will.
create trigger announced_new after insert on app.proposed_step referencing new table as written
  for each statement execute function app.announce_asks();
--> statement-breakpoint
create trigger announced_changed after update on app.proposed_step referencing new table as written
  for each statement execute function app.announce_asks();
--> statement-breakpoint
create function app.announce_settings() returns trigger language plpgsql as $$
declare
  told record;
begin
  -- Rounds whose calendar may have steps left.
  for told in select r.year from app.round r where r.cancelled_at is null and r.due_on > current_date - 90 loop
    perform pg_notify('live', jsonb_build_object('kind', 'round', 'round', told.year)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.step_setting for each statement execute function app.announce_settings();
