-- Why a country is left in peace on some days is between the people of the secretariat. Those who report for it need to know the days alone
-- (when people of other ministries are reminded next), and read these by a function that gives nothing else.
drop policy quiet_period_read on app.quiet_period;
--> statement-breakpoint
create policy quiet_period_read on app.quiet_period for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy quiet_period_owner on app.quiet_period for select to app_owner using (true);
--> statement-breakpoint
create function app.own_days_off() returns table (country_code text, kind text, first_day date, last_day date)
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select q.country_code, q.kind, q.first_day, q.last_day from app.quiet_period q
  where q.withdrawn_at is null and app.reports_for(q.country_code);
end;
--> statement-breakpoint
revoke execute on function app.own_days_off() from public;
--> statement-breakpoint
-- The scheduler asks with the same statement; it reports for nobody, so it gets nothing by this.
grant execute on function app.own_days_off() to app_api, app_worker;
--> statement-breakpoint

-- A hold stands on the board of the secretariat and on no other: one of all countries is announced as what it is and no longer as a change of
-- the round, which everybody who reads a board follows.
create or replace function app.announce_holds() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select distinct w.round_year, w.country_code from written w loop
    perform pg_notify('live', case
      when told.country_code is null then jsonb_build_object('kind', 'holds', 'round', told.round_year)
      else jsonb_build_object('kind', 'asks', 'round', told.round_year, 'countries', jsonb_build_array(told.country_code))
    end::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint

-- A link to answer a request by is of no use once it is over; what was answered stands in app.exchange. The scheduler deletes it then.
CREATE INDEX "answer_link_expires" ON "auth"."answer_link" USING btree ("expires_at");
--> statement-breakpoint
grant select (notice_id, expires_at), delete on auth.answer_link to app_worker;
--> statement-breakpoint
create policy answer_link_worker_read on auth.answer_link for select to app_worker using (true);
--> statement-breakpoint
create policy answer_link_worker_delete on auth.answer_link for delete to app_worker using (true);
--> statement-breakpoint

-- What did not reach an old address and is still due goes to the new one.
grant update (to_address) on app.outgoing_mail to app_worker;
