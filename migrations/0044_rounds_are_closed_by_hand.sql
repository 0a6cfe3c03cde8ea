ALTER TABLE "app"."round" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "app"."round" ADD COLUMN "reopened_at" timestamp (3) with time zone;--> statement-breakpoint
-- Whoever reports in a round also reads when and why it was closed before its day, and opened again.
drop policy round_act_reported on app.round_act;
--> statement-breakpoint
create policy round_act_reported on app.round_act for select to app_api using (
  act in ('dates_corrected', 'closed', 'reopened')
  and exists (
    select from app.submission s join app.round r on r.year = s.round_year
    where s.round_year = round_act.round_year
      and r.cancelled_at is null
      and r.opened_at <= round_act.at
      and app.reads_all_of(s.country_code)
  )
);
