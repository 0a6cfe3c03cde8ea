CREATE TABLE "app"."digest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"country_code" text,
	"round_year" integer,
	"day" date NOT NULL,
	"answered" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "digest_once" UNIQUE("user_id","kind","day")
);
--> statement-breakpoint
CREATE TABLE "auth"."calendar_feed" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_feed_token_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "app"."heartbeat" DROP CONSTRAINT "heartbeat_pkey";--> statement-breakpoint
ALTER TABLE "app"."heartbeat" ADD COLUMN "instance" text DEFAULT 'before' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."heartbeat" ALTER COLUMN "instance" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "app"."heartbeat" ADD CONSTRAINT "heartbeat_pk" PRIMARY KEY("part","instance");--> statement-breakpoint
ALTER TABLE "app"."heartbeat" ADD COLUMN "written_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."outgoing_mail" ADD COLUMN "calendar" jsonb;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "wants_digest" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."digest" ADD CONSTRAINT "digest_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

-- The calendar of due dates of a person, which a calendar program fetches without a session (decision 49): written and read by app_auth alone. Each is
-- for one person, and renewing it overwrites the hash of its token, so that the old address is nobody's any more.
alter table auth.calendar_feed enable row level security;
--> statement-breakpoint
grant select, insert, update (token_hash, created_at) on auth.calendar_feed to app_auth;
--> statement-breakpoint
create policy calendar_feed_auth on auth.calendar_feed for all to app_auth using (true) with check (true);
--> statement-breakpoint

-- A round that was withdrawn is hidden from countries. Their calendars still show its date, so they learn that it is one no more: that, and nothing else.
-- Only of rounds that had opened: before, no calendar has it. The function works as the owner, which row-level security holds as well.
create policy round_withdrawn_owner on app.round for select to app_owner using (cancelled_at is not null);
--> statement-breakpoint
create policy submission_withdrawn_owner on app.submission for select to app_owner
  using (exists (select from app.round r where r.year = round_year and r.cancelled_at is not null));
--> statement-breakpoint
create function app.withdrawn_due_dates(today date)
  returns table (round_year integer, due_on date, round_revision integer, report_revision integer, reference_end date)
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select r.year, s.due_on, r.revision, s.revision, r.reference_end
  from app.round r join app.submission s on s.round_year = r.year
  where r.cancelled_at is not null and r.opens_on <= today and app.is_of(s.country_code)
  order by r.year;
end;
--> statement-breakpoint
revoke execute on function app.withdrawn_due_dates(date) from public;
--> statement-breakpoint
grant execute on function app.withdrawn_due_dates(date) to app_api;
--> statement-breakpoint

-- Digests (decision 49): the planner writes them; that one was written, the secretariat may know.
alter table app.digest enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.digest to app_worker;
--> statement-breakpoint
create policy digest_worker on app.digest for all to app_worker using (true) with check (true);
--> statement-breakpoint
grant select on app.digest to app_api;
--> statement-breakpoint
create policy digest_read on app.digest for select to app_api using (app.is_secretariat());
--> statement-breakpoint
-- When something was proposed, which decides whether the country's digest tells of it; never what.
grant select (proposed_at) on app.proposed_answer to app_worker;
--> statement-breakpoint
-- Whether a person wants them, only that person decides: with a session, as app_auth.
grant update (wants_digest) on app.app_user to app_auth;
--> statement-breakpoint

-- Each scheduler says when it got through its work, by its own clock; by the clock of the database the newest of them is known.
grant update (at, written_at) on app.heartbeat to app_worker;
