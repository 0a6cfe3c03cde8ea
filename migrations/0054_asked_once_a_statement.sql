-- Which country the actor reports for, and of which the actor reads all answers; null for everybody else. A policy that asks within `(select …)`
-- is answered once a statement, where a function of a row's country is called for each row: a whole report is sixty rows, each asked four times.
create function app.country_reported() returns text language sql stable parallel safe
  return case when app.actor_role() in ('focal_point', 'alternate') then app.actor_country() end;
--> statement-breakpoint
create function app.country_read_whole() returns text language sql stable parallel safe
  return case when app.actor_role() in ('focal_point', 'alternate', 'approver', 'liaison_officer') then app.actor_country() end;
--> statement-breakpoint
-- The same rules, said there alone. Never null: `not` of it is asked, too.
create or replace function app.reports_for(country text) returns boolean language sql stable parallel safe
  return coalesce(country = app.country_reported(), false);
--> statement-breakpoint
create or replace function app.reads_all_of(country text) returns boolean language sql stable parallel safe
  return coalesce(country = app.country_read_whole(), false);
--> statement-breakpoint
alter policy answer_read on app.answer
  using (country_code = (select app.country_read_whole()) or app.contributes_to(country_code, indicator_code));
--> statement-breakpoint
alter policy answer_insert on app.answer
  with check (updated_by = (select app.actor_id()) and country_code = (select app.country_reported()));
--> statement-breakpoint
alter policy answer_update on app.answer
  using (country_code = (select app.country_reported()))
  with check (updated_by = (select app.actor_id()) and country_code = (select app.country_reported()));
--> statement-breakpoint
alter policy answer_of_section on app.answer using (
  (select app.actor_section()) is null
  or exists (select from app.section s where s.id = app.actor_section() and s.submission_id = answer.submission_id)
);
