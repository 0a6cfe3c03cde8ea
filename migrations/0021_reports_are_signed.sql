CREATE TABLE "app"."signature_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"answers" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "signature_step_known" CHECK ("app"."signature_step"."step" in ('asked', 'signed', 'sent_back'))
);
--> statement-breakpoint
ALTER TABLE "app"."round" ADD COLUMN "signature_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."submission_version" ADD COLUMN "signed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "app"."submission_version" ADD COLUMN "signed_by" uuid;--> statement-breakpoint
ALTER TABLE "app"."submission_version" ADD COLUMN "signed_by_name" text;--> statement-breakpoint
ALTER TABLE "app"."signature_step" ADD CONSTRAINT "signature_step_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signature_step_submission" ON "app"."signature_step" USING btree ("submission_id","version");--> statement-breakpoint

-- A second person of the country signs before it submits, where the round asks for that. The steps are read by everybody of the country who
-- sees all its answers, and by nobody else: of them the secretariat sees who signed a version. They are never changed.
create function app.signs_for(country text) returns boolean language sql stable parallel safe
  return country = app.actor_country() and app.actor_role() = 'approver';
--> statement-breakpoint
alter table app.signature_step enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.signature_step for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.signature_step to app_api;
--> statement-breakpoint
-- The scheduler asks whether a message about a step is still right; by whom and why is not its business.
grant select (id, submission_id, version, at) on app.signature_step to app_worker;
--> statement-breakpoint
create policy signature_step_worker on app.signature_step for select to app_worker using (true);
--> statement-breakpoint
create policy signature_step_read on app.signature_step for select to app_api
  using (app.reads_all_of(country_code) and app.is_since_opening(submission_id, at));
--> statement-breakpoint
-- Nobody signs what they wrote last themselves.
create policy signature_step_insert on app.signature_step for insert to app_api with check (
  actor_id = app.actor_id()
  and (
    (step = 'asked' and app.reports_for(country_code))
    or (step = 'sent_back' and app.signs_for(country_code))
    or (
      step = 'signed' and app.signs_for(country_code)
      and not exists (
        select from app.answer a where a.submission_id = signature_step.submission_id and a.updated_by = signature_step.actor_id
      )
    )
  )
  and exists (
    select from app.submission s join app.round r on r.year = s.round_year
    where s.id = submission_id and s.country_code = signature_step.country_code and s.version + 1 = signature_step.version
      and s.status in ('draft', 'returned') and r.signature_required
  )
);
--> statement-breakpoint
-- Whoever signs holds the report while it is judged, as everybody does who saves in it, and changes nothing of it.
create policy submission_sign on app.submission for update to app_api using (app.signs_for(country_code)) with check (false);
--> statement-breakpoint
-- Where the round asks for a signature, a version is made only with that of another person than the one who submits it.
drop policy submission_version_insert on app.submission_version;
--> statement-breakpoint
create policy submission_version_insert on app.submission_version for insert to app_api with check (
  submitted_by = app.actor_id() and app.reports_for(country_code)
  and (
    (signed_by is null and not exists (select from app.round r where r.year = round_year and r.signature_required))
    or (
      signed_by <> submitted_by
      and exists (
        select from app.signature_step s
        where s.submission_id = submission_version.submission_id and s.version = submission_version.version
          and s.step = 'signed' and s.actor_id = submission_version.signed_by
      )
    )
  )
);
--> statement-breakpoint
-- The message of receipt carries the proof and names who signed.
grant select (content_hash, signed_at, signed_by_name) on app.submission_version to app_worker;
