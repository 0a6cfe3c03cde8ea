CREATE TABLE "release"."form" (
	"id" serial PRIMARY KEY NOT NULL,
	"country_code" text NOT NULL,
	"round_year" integer NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"coverage" double precision NOT NULL,
	"index" text NOT NULL,
	CONSTRAINT "form_countryCode_roundYear_version_digest_unique" UNIQUE("country_code","round_year","version","digest")
);
--> statement-breakpoint
CREATE TABLE "release"."form_answer" (
	"form_id" integer NOT NULL,
	"indicator_code" text NOT NULL,
	"state" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "form_answer_indicator_code_form_id_pk" PRIMARY KEY("indicator_code","form_id")
);
--> statement-breakpoint
CREATE TABLE "release"."made_form" (
	"country_code" text NOT NULL,
	"round_year" integer NOT NULL,
	"version" integer NOT NULL,
	"made_with" text NOT NULL,
	"hidden_cells" integer NOT NULL,
	"form_id" integer NOT NULL,
	CONSTRAINT "made_form_pk" PRIMARY KEY("country_code","round_year","version","made_with","hidden_cells")
);
--> statement-breakpoint
CREATE TABLE "release"."made_part" (
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"payload_hash" text NOT NULL,
	CONSTRAINT "made_part_input_hash_key_pk" PRIMARY KEY("input_hash","key")
);
--> statement-breakpoint
ALTER TABLE "release"."payload" ALTER COLUMN "brotli" DROP NOT NULL;--> statement-breakpoint
-- What is there is of the first format. There is no default afterwards: a program of before, which would write that format, is refused.
ALTER TABLE "release"."edition" ADD COLUMN "format" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "release"."edition" ALTER COLUMN "format" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "release"."edition_entry" ADD COLUMN "since" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "release"."edition_entry" ALTER COLUMN "since" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "release"."form_answer" ADD CONSTRAINT "form_answer_form_id_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "release"."form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release"."made_form" ADD CONSTRAINT "made_form_form_id_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "release"."form"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release"."made_part" ADD CONSTRAINT "made_part_payload_hash_payload_hash_fk" FOREIGN KEY ("payload_hash") REFERENCES "release"."payload"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "form_answer_form_id_index" ON "release"."form_answer" USING btree ("form_id");
--> statement-breakpoint
-- A form is made once, from a version that is public, and kept as it is; so are the parts of editions.
create trigger frozen before update or delete or truncate on release.form for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on release.form_answer for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on release.made_form for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on release.made_part for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on release.form, release.form_answer, release.made_form, release.made_part to app_publisher;
--> statement-breakpoint
grant usage on sequence release.form_id_seq to app_publisher;
--> statement-breakpoint
-- The public role reads the answers of forms and where they belong, never the scores of single indicators.
grant select on release.form_answer to app_public;
--> statement-breakpoint
grant select (id, country_code, round_year, version) on release.form to app_public;
