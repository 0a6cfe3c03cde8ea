-- A confirmation of "not applicable" is part of an acceptance: it holds for the version that was accepted. Those that are there hold for the
-- version that was accepted last.
ALTER TABLE "app"."not_applicable_confirmation" DROP CONSTRAINT "not_applicable_confirmation_submission_id_indicator_code_pk";--> statement-breakpoint
ALTER TABLE "app"."not_applicable_confirmation" ADD COLUMN "version" integer;--> statement-breakpoint
alter table app.not_applicable_confirmation no force row level security;
--> statement-breakpoint
alter table app.submission no force row level security;
--> statement-breakpoint
update app.not_applicable_confirmation c set version = coalesce(s.accepted_version, s.version) from app.submission s where s.id = c.submission_id;
--> statement-breakpoint
alter table app.submission force row level security;
--> statement-breakpoint
alter table app.not_applicable_confirmation force row level security;
--> statement-breakpoint
ALTER TABLE "app"."not_applicable_confirmation" ALTER COLUMN "version" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."not_applicable_confirmation" ADD CONSTRAINT "not_applicable_confirmation_pk" PRIMARY KEY("submission_id","version","indicator_code");--> statement-breakpoint
ALTER TABLE "app"."not_applicable_confirmation" ADD CONSTRAINT "not_applicable_confirmation_version" FOREIGN KEY ("submission_id","version") REFERENCES "app"."submission_version"("submission_id","version") ON DELETE no action ON UPDATE no action;
