-- What was done to a submission is what its country is told of. The reasons, in words of people, stay out of the machinery.
grant select (submission_id, revision, country_code, act, at, before, after) on app.submission_act to app_worker;
--> statement-breakpoint
create policy submission_act_worker on app.submission_act for select to app_worker using (true);
