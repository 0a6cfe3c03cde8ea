-- A round that was cancelled can be opened again, with the same rows. What was done and said in it before stays with the secretariat: a
-- country reads of its report what happened since its round was opened last, and nothing while it is cancelled.
create function app.is_since_opening(report uuid, moment timestamptz) returns boolean language sql stable parallel safe
begin atomic
  select exists (
    select from app.submission s join app.round r on r.year = s.round_year
    where s.id = report and r.cancelled_at is null and r.opened_at <= moment
  );
end;
--> statement-breakpoint
drop policy submission_act_read on app.submission_act;
--> statement-breakpoint
create policy submission_act_read on app.submission_act for select to app_api
  using (app.is_secretariat() or (app.reads_all_of(country_code) and app.is_since_opening(submission_id, at)));
--> statement-breakpoint
drop policy review_comment_read on app.review_comment;
--> statement-breakpoint
create policy review_comment_read on app.review_comment for select to app_api using (
  (app.is_secretariat() and audience = 'shared')
  or (
    (app.reads_all_of(country_code) or app.contributes_to(country_code, indicator_code))
    and app.is_since_opening(submission_id, created_at)
  )
);
