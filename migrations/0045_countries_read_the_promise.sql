-- In how many working days the secretariat said that it answers, at the moment when a report came: the country was told the day in its receipt, so it reads it in
-- the portal too. That, and nothing else: who decided it, and what was decided since, stays with the secretariat. The function works as the owner, which row-level
-- security holds as well.
create policy review_promise_owner on app.review_promise for select to app_owner using (true);
--> statement-breakpoint
create function app.promised_days(received_at timestamptz) returns integer
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select p.days from app.review_promise p where p.at < received_at order by p.id desc limit 1;
end;
--> statement-breakpoint
revoke execute on function app.promised_days(timestamptz) from public;
--> statement-breakpoint
grant execute on function app.promised_days(timestamptz) to app_api;
