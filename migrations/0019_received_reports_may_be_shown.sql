CREATE TABLE "app"."received_reports_act" (
	"id" serial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"shown" boolean NOT NULL
);

--> statement-breakpoint
-- Whether the public may know that a report was received is the secretariat's decision; the last row counts, and no row means no. What was
-- decided is never changed. The publisher reads what was decided, not by whom.
alter table app.received_reports_act enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.received_reports_act for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.received_reports_act to app_api;
--> statement-breakpoint
grant usage on sequence app.received_reports_act_id_seq to app_api;
--> statement-breakpoint
grant select (id, shown) on app.received_reports_act to app_publisher;
--> statement-breakpoint
create policy received_reports_act_read on app.received_reports_act for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy received_reports_act_insert on app.received_reports_act for insert to app_api
  with check (app.is_secretariat() and actor_id = app.actor_id());
--> statement-breakpoint
create policy received_reports_act_publisher on app.received_reports_act for select to app_publisher using (true);
