CREATE TABLE "app"."remark_seen" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"seen_by" uuid NOT NULL,
	"seen_by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."reopened_answer" (
	"submission_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"country_code" text NOT NULL,
	"indicator_code" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "reopened_answer_submission_id_revision_pk" PRIMARY KEY("submission_id","revision")
);
--> statement-breakpoint
CREATE TABLE "app"."thread_closing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"indicator_code" text,
	"audience" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	CONSTRAINT "thread_closing_audience_known" CHECK ("app"."thread_closing"."audience" in ('country', 'shared'))
);
--> statement-breakpoint
ALTER TABLE "app"."review_comment" ADD COLUMN "is_question" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."submission_version" ADD COLUMN "questions_left" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."review_comment" ADD CONSTRAINT "review_comment_of_submission" UNIQUE("id","submission_id","country_code");--> statement-breakpoint
ALTER TABLE "app"."remark_seen" ADD CONSTRAINT "remark_seen_comment" FOREIGN KEY ("comment_id","submission_id","country_code") REFERENCES "app"."review_comment"("id","submission_id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reopened_answer" ADD CONSTRAINT "reopened_answer_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reopened_answer" ADD CONSTRAINT "reopened_answer_act" FOREIGN KEY ("submission_id","revision") REFERENCES "app"."submission_act"("submission_id","revision") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."thread_closing" ADD CONSTRAINT "thread_closing_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "remark_seen_submission" ON "app"."remark_seen" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "thread_closing_submission" ON "app"."thread_closing" USING btree ("submission_id");--> statement-breakpoint

-- What was asked when a report was returned carries the instant of that act. The words of remarks stay as they are; which of them were
-- questions is written beside them once, by the owner, whom row-level security otherwise holds as well.
alter table app.review_comment no force row level security;
--> statement-breakpoint
alter table app.submission_act no force row level security;
--> statement-breakpoint
update app.review_comment c set is_question = true
where c.author_role = 'secretariat' and c.audience = 'shared' and exists (
  select from app.submission_act a where a.submission_id = c.submission_id and a.act = 'returned' and a.at = c.created_at
);
--> statement-breakpoint
alter table app.review_comment force row level security;
--> statement-breakpoint
alter table app.submission_act force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.review_comment for each statement execute function app.refuse_change();
--> statement-breakpoint

-- Everybody of a country who reads all its answers writes remarks, and a contributor on the assigned ones. Only the secretariat asks.
drop policy review_comment_insert on app.review_comment;
--> statement-breakpoint
create policy review_comment_insert on app.review_comment for insert to app_api with check (
  author_id = app.actor_id()
  and (
    (app.is_secretariat() and audience = 'shared')
    or ((app.reads_all_of(country_code) or app.contributes_to(country_code, indicator_code)) and not is_question)
  )
);
--> statement-breakpoint
-- Whoever signs or writes a remark holds the report meanwhile, as everybody does who saves in it, and changes nothing of it.
drop policy submission_sign on app.submission;
--> statement-breakpoint
create policy submission_hold on app.submission for update to app_api using (app.reads_all_of(country_code)) with check (false);
--> statement-breakpoint

alter table app.thread_closing enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.thread_closing for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.thread_closing to app_api;
--> statement-breakpoint
create policy thread_closing_read on app.thread_closing for select to app_api using (
  (app.is_secretariat() and audience = 'shared')
  or (
    (app.reads_all_of(country_code) or app.contributes_to(country_code, indicator_code))
    and app.is_since_opening(submission_id, at)
  )
);
--> statement-breakpoint
create policy thread_closing_insert on app.thread_closing for insert to app_api with check (
  actor_id = app.actor_id()
  and (
    (app.is_secretariat() and audience = 'shared')
    or app.reads_all_of(country_code)
    or app.contributes_to(country_code, indicator_code)
  )
);
--> statement-breakpoint

-- Only somebody of the other side sees a remark for the first time; whoever reads the remark reads when that was.
alter table app.remark_seen enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.remark_seen for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.remark_seen to app_api;
--> statement-breakpoint
create policy remark_seen_read on app.remark_seen for select to app_api
  using (exists (select from app.review_comment c where c.id = comment_id));
--> statement-breakpoint
create policy remark_seen_insert on app.remark_seen for insert to app_api with check (
  seen_by = app.actor_id()
  and exists (
    select from app.review_comment c
    where c.id = comment_id and c.audience = 'shared'
      and ((c.author_role = 'secretariat' and app.is_of(c.country_code)) or (c.author_role <> 'secretariat' and app.is_secretariat()))
  )
);
--> statement-breakpoint

alter table app.reopened_answer enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.reopened_answer for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.reopened_answer to app_api;
--> statement-breakpoint
create policy reopened_answer_read on app.reopened_answer for select to app_api using (
  app.is_secretariat() or app.reads_all_of(country_code) or app.contributes_to(country_code, indicator_code)
);
--> statement-breakpoint
create policy reopened_answer_insert on app.reopened_answer for insert to app_api with check (
  actor_id = app.actor_id() and app.reports_for(country_code) and btrim(reason) <> ''
  and exists (
    select from app.submission s
    where s.id = submission_id and s.returned_at is not null and s.returned_at <= at and s.status in ('draft', 'returned')
      and s.version = reopened_answer.version
  )
);
--> statement-breakpoint
-- What may be changed in a returned report is the same for everybody who writes in it; why an answer was opened is read by those who see it.
create policy reopened_answer_owner on app.reopened_answer for select to app_owner using (true);
--> statement-breakpoint
create function app.reopened_answers(report uuid) returns table (indicator_code text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select r.indicator_code, r.at from app.reopened_answer r
  where r.submission_id = report and (app.is_secretariat() or app.is_of(r.country_code))
  order by r.at;
end;
--> statement-breakpoint
revoke execute on function app.reopened_answers(uuid) from public;
--> statement-breakpoint
grant execute on function app.reopened_answers(uuid) to app_api;
--> statement-breakpoint

create trigger announced after insert on app.thread_closing referencing new table as written
  for each statement execute function app.announce_notes();
--> statement-breakpoint
create trigger announced after insert on app.remark_seen referencing new table as written
  for each statement execute function app.announce_notes();
