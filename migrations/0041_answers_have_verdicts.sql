CREATE TABLE "app"."answer_verdict" (
	"submission_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"version" integer NOT NULL,
	"verdict" text,
	"reason" text,
	"words" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"revision" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "answer_verdict_submission_id_indicator_code_pk" PRIMARY KEY("submission_id","indicator_code"),
	CONSTRAINT "answer_verdict_known" CHECK ("app"."answer_verdict"."verdict" in ('seen', 'question', 'reservation')),
	CONSTRAINT "answer_verdict_reason_known" CHECK ("app"."answer_verdict"."reason" in ('differs_from_before', 'does_not_add_up', 'source_missing', 'period_unclear', 'definition_unclear', 'reason_missing', 'other'))
);
--> statement-breakpoint
CREATE TABLE "app"."review_promise" (
	"id" serial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"days" integer
);
--> statement-breakpoint
ALTER TABLE "app"."answer_verdict" ADD CONSTRAINT "answer_verdict_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "app"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_verdict_country" ON "app"."answer_verdict" USING btree ("country_code");--> statement-breakpoint

-- What the secretariat says of an answer is its working material (decision 52): its people share it, and nobody else, no file and no edition has it.
alter table app.answer_verdict enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update on app.answer_verdict to app_api;
--> statement-breakpoint
create policy answer_verdict_read on app.answer_verdict for select to app_api using (app.is_secretariat());
--> statement-breakpoint
-- Only of a version that was submitted, of the country whose report it is.
create policy answer_verdict_insert on app.answer_verdict for insert to app_api with check (
  app.is_secretariat() and by_id = app.actor_id()
  and exists (
    select from app.submission s
    where s.id = submission_id and s.country_code = answer_verdict.country_code and answer_verdict.version between 1 and s.version
  )
);
--> statement-breakpoint
create policy answer_verdict_change on app.answer_verdict for update to app_api
  using (app.is_secretariat()) with check (app.is_secretariat() and by_id = app.actor_id());
--> statement-breakpoint
create function app.announce_verdicts() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select distinct w.submission_id, w.country_code from written w loop
    perform pg_notify('live', jsonb_build_object('kind', 'verdicts', 'submission', told.submission_id, 'country', told.country_code)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.answer_verdict referencing new table as written
  for each statement execute function app.announce_verdicts();
--> statement-breakpoint
create trigger announced_changed after update on app.answer_verdict referencing new table as written
  for each statement execute function app.announce_verdicts();
--> statement-breakpoint

-- Within how many days the secretariat answers is its decision; what was decided is never changed. The receipt names the day, not who decided.
alter table app.review_promise enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.review_promise for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.review_promise to app_api;
--> statement-breakpoint
grant usage on sequence app.review_promise_id_seq to app_api;
--> statement-breakpoint
create policy review_promise_read on app.review_promise for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy review_promise_insert on app.review_promise for insert to app_api
  with check (app.is_secretariat() and actor_id = app.actor_id());
--> statement-breakpoint
grant select (id, at, days) on app.review_promise to app_worker;
--> statement-breakpoint
create policy review_promise_worker on app.review_promise for select to app_worker using (true);
