CREATE TABLE "app"."submission_act" (
	"submission_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"country_code" text NOT NULL,
	"act" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "submission_act_submission_id_revision_pk" PRIMARY KEY("submission_id","revision")
);
--> statement-breakpoint
ALTER TABLE "app"."submission" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."submission_act" ADD CONSTRAINT "submission_act_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

-- Acts on submissions: read by the country and the secretariat, written by who acts, never changed ---------------------
alter table app.submission_act enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.submission_act for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.submission_act to app_api;
--> statement-breakpoint
create policy submission_act_read on app.submission_act for select to app_api
  using (app.is_secretariat() or app.reads_all_of(country_code));
--> statement-breakpoint
create policy submission_act_insert on app.submission_act for insert to app_api with check (
  actor_id = app.actor_id() and actor_role = app.actor_role()
  and (
    app.is_secretariat()
    or app.reports_for(country_code)
    or (app.is_of(country_code) and app.actor_role() = 'contributor' and act = 'started')
  )
);
--> statement-breakpoint
grant update (revision) on app.submission to app_api;
--> statement-breakpoint
-- Whoever decided on a state must be able to trust that it is the one with that revision.
create function app.refuse_same_revision() returns trigger language plpgsql as $$
begin
  raise exception 'the state of a submission changes only with its revision, by one' using errcode = '23514';
end
$$;
--> statement-breakpoint
create trigger state_raises_revision before update on app.submission for each row
  when (
    new.revision not in (old.revision, old.revision + 1)
    or new.revision = old.revision and
      (new.status, new.version, new.due_on, new.return_due_on, new.accepted_version, new.published_version) is distinct from
      (old.status, old.version, old.due_on, old.return_due_on, old.accepted_version, old.published_version)
  )
  execute function app.refuse_same_revision();
