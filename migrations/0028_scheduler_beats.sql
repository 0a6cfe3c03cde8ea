CREATE TABLE "app"."heartbeat" (
	"part" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "heartbeat_part_known" CHECK ("app"."heartbeat"."part" in ('planner', 'sender'))
);
--> statement-breakpoint

alter table app.heartbeat enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (at) on app.heartbeat to app_worker;
--> statement-breakpoint
create policy heartbeat_worker on app.heartbeat to app_worker using (true) with check (true);
--> statement-breakpoint
-- When the clockwork last ran is nobody's secret; the API says it to the secretariat, and to `/readyz` for whoever operates the portal.
grant select on app.heartbeat to app_api;
--> statement-breakpoint
create policy heartbeat_read on app.heartbeat for select to app_api using (true);
