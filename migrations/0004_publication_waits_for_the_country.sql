CREATE TABLE "app"."publication_consent" (
	"submission_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"country_code" text NOT NULL,
	"consented_at" timestamp (3) with time zone NOT NULL,
	"consented_by" uuid NOT NULL,
	"consented_by_name" text NOT NULL,
	CONSTRAINT "publication_consent_submission_id_version_pk" PRIMARY KEY("submission_id","version")
);
--> statement-breakpoint
ALTER TABLE "app"."publication_consent" ADD CONSTRAINT "publication_consent_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

-- A country's agreement to a publication: given by those who report, for the version that is accepted, read by the country and the
-- secretariat, never changed.
alter table app.publication_consent enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.publication_consent for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.publication_consent to app_api;
--> statement-breakpoint
create policy publication_consent_read on app.publication_consent for select to app_api
  using (app.is_secretariat() or app.reads_all_of(country_code));
--> statement-breakpoint
create policy publication_consent_insert on app.publication_consent for insert to app_api with check (
  consented_by = app.actor_id() and app.reports_for(country_code)
  and exists (
    select from app.submission s
    where s.id = submission_id and s.country_code = publication_consent.country_code and s.status = 'accepted' and s.accepted_version = version
  )
);
