ALTER TABLE "app"."answer" ADD COLUMN "answered" boolean;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "salutation" text;