-- Whoever reports in a round reads when, to what and why its dates were corrected: since it was opened last, and nothing of one that was cancelled.
-- Only these rows: that a round was cancelled, and why, stays with the secretariat.
create policy round_act_reported on app.round_act for select to app_api using (
  act = 'dates_corrected'
  and exists (
    select from app.submission s join app.round r on r.year = s.round_year
    where s.round_year = round_act.round_year
      and r.cancelled_at is null
      and r.opened_at <= round_act.at
      and app.reads_all_of(s.country_code)
  )
);
