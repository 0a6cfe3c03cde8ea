ALTER TABLE "app"."meeting_act" DROP CONSTRAINT "meeting_act_known";--> statement-breakpoint
ALTER TABLE "app"."attendance" ALTER COLUMN "holds" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."meeting_act" ADD CONSTRAINT "meeting_act_known" CHECK ("app"."meeting_act"."act" in ('planned', 'dates_corrected', 'attendance_recorded', 'agenda_changed', 'held', 'cancelled'));--> statement-breakpoint
-- For whom an account outside the members reads; which ones these are, and that it is no member's side, the trigger `organisation_settled` holds.
grant update (organisation_code) on app.app_user to app_api;
