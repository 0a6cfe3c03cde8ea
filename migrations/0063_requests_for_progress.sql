CREATE TABLE "app"."progress_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"participant_code" text NOT NULL,
	"user_id" uuid NOT NULL,
	"step" text NOT NULL,
	"meeting_on" date NOT NULL,
	"day_known_at" timestamp (3) with time zone NOT NULL,
	"batch_id" uuid NOT NULL,
	"sent_by" uuid,
	"sent_by_name" text,
	"own_texts" jsonb,
	"scheduled_for" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"superseded" text,
	CONSTRAINT "progress_request_once" UNIQUE("meeting_id","user_id","step","day_known_at","batch_id"),
	CONSTRAINT "progress_request_step_known" CHECK ("app"."progress_request"."step" in ('progress_by_hand', 'progress_asked', 'progress_before_3', 'progress_overdue_1'))
);
--> statement-breakpoint
ALTER TABLE "app"."progress_request" ADD CONSTRAINT "progress_request_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "app"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."progress_request" ADD CONSTRAINT "progress_request_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."progress_request" ADD CONSTRAINT "progress_request_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "progress_request_participant" ON "app"."progress_request" USING btree ("participant_code");--> statement-breakpoint

-- Requests for what countries tell of their progress before a meeting (decision 68): a ledger beside that of matters, because what is asked for is no matter yet.
alter table app.progress_request add constraint progress_request_says_what_it_means check (
  (sent_by is null) = (sent_by_name is null)
  and (step = 'progress_by_hand') = (sent_by is not null)
  and (own_texts is null or sent_by is not null)
  and (superseded is null or sent_by is null)
);
--> statement-breakpoint
alter table app.progress_request enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.progress_request for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select on app.progress_request to app_api;
--> statement-breakpoint
grant select, insert on app.progress_request to app_worker;
--> statement-breakpoint
create policy progress_request_read on app.progress_request for select to app_api using (
  app.actor_section() is null and (app.is_secretariat() or (participant_code = app.actor_participant() and app.speaks()))
);
--> statement-breakpoint
create policy progress_request_worker_read on app.progress_request for select to app_worker using (true);
--> statement-breakpoint
create policy progress_request_worker_insert on app.progress_request for insert to app_worker with check (true);
--> statement-breakpoint

-- Who has filed what is not asked for it. Of words the scheduler reads none, and that somebody prepares a draft it does not know: its messages are read by the
-- Secretariat, too.
grant select on app.narrative to app_worker;
--> statement-breakpoint
create policy narrative_worker on app.narrative for select to app_worker
  using (exists (select from app.matter m where m.id = matter_id and m.version > 0));
--> statement-breakpoint
grant select (visibility, withdrawn_at) on app.matter to app_worker;
--> statement-breakpoint
-- Since when the day of a meeting stands, and who was a member of its body then.
grant select (created_at) on app.meeting to app_worker;
--> statement-breakpoint
grant select (meeting_id, act, at, after) on app.meeting_act to app_worker;
--> statement-breakpoint
create policy meeting_act_worker on app.meeting_act for select to app_worker using (act in ('planned', 'dates_corrected'));
--> statement-breakpoint
grant select (id, body_code, participant_code, role, from_on, until_on, known_on, withdrawn_at) on app.body_term to app_worker;
--> statement-breakpoint
create policy body_term_worker on app.body_term for select to app_worker using (withdrawn_at is null);
