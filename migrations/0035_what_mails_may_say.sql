ALTER TABLE "app"."answer" ADD COLUMN "answered" boolean;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "salutation" text;--> statement-breakpoint

-- Whoever writes mails tells those who report in which parts of their report answers are missing. It learns which answers count as given,
-- and nothing of what they say. Answers that were saved before have no such mark: of a report that holds one, no parts are told.
grant update (answered) on app.answer to app_api;
--> statement-breakpoint
grant select (submission_id, indicator_code, answered) on app.answer to app_worker;
--> statement-breakpoint
create policy answer_worker on app.answer for select to app_worker using (true);
