CREATE TABLE "app"."report_figures" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"choices" jsonb NOT NULL,
	"chosen_at" timestamp (3) with time zone NOT NULL,
	"chosen_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."report_version" ADD COLUMN "figures" jsonb;--> statement-breakpoint
ALTER TABLE "app"."report_figures" ADD CONSTRAINT "report_figures_matter_id_report_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."report"("matter_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- The charts and tables of the working copy are its own side's affair, as its points are; what stands in them is published already, and kept with
-- each version that is sent.
alter table app.report_figures add constraint report_figures_are_a_list check (jsonb_typeof(choices) = 'array' and jsonb_array_length(choices) <= 60);
--> statement-breakpoint
alter table app.report_figures enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (choices, chosen_at, chosen_by) on app.report_figures to app_api;
--> statement-breakpoint
create policy report_figures_read on app.report_figures for select to app_api using (app.is_own_matter(matter_id));
--> statement-breakpoint
create policy report_figures_insert on app.report_figures for insert to app_api with check (
  chosen_by = app.actor_id() and app.is_own_matter(matter_id)
  and exists (select from app.report r where r.matter_id = report_figures.matter_id and r.stage in ('draft', 'circulated'))
);
--> statement-breakpoint
create policy report_figures_change on app.report_figures for update to app_api
  using (
    app.is_own_matter(matter_id)
    and exists (select from app.report r where r.matter_id = report_figures.matter_id and r.stage in ('draft', 'circulated'))
  )
  with check (chosen_by = app.actor_id() and app.is_own_matter(matter_id));
