ALTER TABLE "app"."report_point" ADD COLUMN "voices" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint

-- The Secretariat says of which contributions and recommendations a point speaks. A version that is sent keeps it with the point.
alter table app.report_point add constraint report_point_voices_few check (cardinality(voices) <= 20);
--> statement-breakpoint
grant update (voices) on app.report_point to app_api;
