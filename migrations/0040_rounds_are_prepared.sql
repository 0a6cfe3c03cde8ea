CREATE TABLE "app"."group_change" (
	"id" serial PRIMARY KEY NOT NULL,
	"group_code" text NOT NULL,
	"country_code" text NOT NULL,
	"joins" boolean NOT NULL,
	"from_day" date NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."round_preparation" (
	"year" integer PRIMARY KEY NOT NULL,
	"document" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_by_name" text NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "app"."group_change" ADD CONSTRAINT "group_change_group_code_country_group_code_fk" FOREIGN KEY ("group_code") REFERENCES "ref"."country_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- A round that is prepared is the secretariat's working material (decision 52): its people share it, nobody else reads it, and it ends with the opening.
alter table app.round_preparation enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update on app.round_preparation to app_api;
--> statement-breakpoint
create policy round_preparation_read on app.round_preparation for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy round_preparation_insert on app.round_preparation for insert to app_api
  with check (app.is_secretariat() and changed_by = app.actor_id());
--> statement-breakpoint
create policy round_preparation_change on app.round_preparation for update to app_api
  using (app.is_secretariat()) with check (app.is_secretariat() and changed_by = app.actor_id());
--> statement-breakpoint

-- Since when a country belongs to a group is recorded once and never changed; whoever is wrong records it again.
alter table app.group_change enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.group_change for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.group_change to app_api;
--> statement-breakpoint
grant usage on sequence app.group_change_id_seq to app_api;
--> statement-breakpoint
create policy group_change_read on app.group_change for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy group_change_insert on app.group_change for insert to app_api
  with check (app.is_secretariat() and actor_id = app.actor_id());
