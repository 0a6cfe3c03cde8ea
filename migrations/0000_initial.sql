CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE SCHEMA "ref";
--> statement-breakpoint
CREATE SCHEMA "release";
--> statement-breakpoint
CREATE TABLE "app"."notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_year" integer NOT NULL,
	"country_code" text NOT NULL,
	"user_id" uuid NOT NULL,
	"step" text NOT NULL,
	"anchor_date" date NOT NULL,
	"batch_id" uuid NOT NULL,
	"ordinal" integer DEFAULT 1 NOT NULL,
	"state" text NOT NULL,
	"scheduled_for" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"result" text DEFAULT '' NOT NULL,
	CONSTRAINT "notice_once" UNIQUE("round_year","country_code","user_id","step","anchor_date","batch_id")
);
--> statement-breakpoint
CREATE TABLE "app"."notice_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_year" integer NOT NULL,
	"group_code" text,
	"countries" text[] NOT NULL,
	"own_text" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."outgoing_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice_id" uuid,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"country_code" text,
	"to_address" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body_text" text NOT NULL,
	"body_html" text NOT NULL,
	"ticket_id" uuid,
	"message_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"fence" integer DEFAULT 0 NOT NULL,
	"last_code" integer,
	"last_answer" text DEFAULT '' NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "outgoing_mail_message_id" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "app"."audit_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"actor_country" text,
	"action" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" text NOT NULL,
	"country_code" text,
	"fields" text[] NOT NULL,
	"before_hash" text,
	"after_hash" text,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."idempotency" (
	"user_id" uuid NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer NOT NULL,
	"response" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_user_id_operation_key_pk" PRIMARY KEY("user_id","operation","key")
);
--> statement-breakpoint
CREATE TABLE "ref"."catalogue_version" (
	"version" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"document" jsonb NOT NULL,
	"loaded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ref"."country" (
	"alpha3" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"working_language" text NOT NULL,
	"time_zone" text NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ref"."country_group" (
	"code" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ref"."country_group_member" (
	"group_code" text NOT NULL,
	"country_code" text NOT NULL,
	CONSTRAINT "country_group_member_group_code_country_code_pk" PRIMARY KEY("group_code","country_code")
);
--> statement-breakpoint
CREATE TABLE "ref"."instance" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release"."edition" (
	"id" serial PRIMARY KEY NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"catalogue_version" text NOT NULL,
	"threshold" integer NOT NULL,
	"algorithm" text NOT NULL,
	"input_hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release"."edition_entry" (
	"edition_id" integer NOT NULL,
	"key" text NOT NULL,
	"payload_hash" text NOT NULL,
	CONSTRAINT "edition_entry_edition_id_key_pk" PRIMARY KEY("edition_id","key")
);
--> statement-breakpoint
CREATE TABLE "release"."hidden_cell" (
	"country_code" text NOT NULL,
	"year" integer NOT NULL,
	"cell_id" text NOT NULL,
	CONSTRAINT "hidden_cell_country_code_year_cell_id_pk" PRIMARY KEY("country_code","year","cell_id")
);
--> statement-breakpoint
CREATE TABLE "release"."payload" (
	"hash" text PRIMARY KEY NOT NULL,
	"content_type" text NOT NULL,
	"body" "bytea" NOT NULL,
	"brotli" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."round" (
	"year" integer PRIMARY KEY NOT NULL,
	"catalogue_version" text NOT NULL,
	"reference_start" date NOT NULL,
	"reference_end" date NOT NULL,
	"opens_on" date NOT NULL,
	"due_on" date NOT NULL,
	"obligated_group" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid
);
--> statement-breakpoint
CREATE TABLE "app"."answer" (
	"submission_id" uuid NOT NULL,
	"indicator_code" text NOT NULL,
	"country_code" text NOT NULL,
	"state" text NOT NULL,
	"value" jsonb,
	"reason" text DEFAULT '' NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"evidence" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"revision" integer NOT NULL,
	"cleared" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_by_name" text NOT NULL,
	CONSTRAINT "answer_submission_id_indicator_code_pk" PRIMARY KEY("submission_id","indicator_code")
);
--> statement-breakpoint
CREATE TABLE "app"."not_applicable_confirmation" (
	"submission_id" uuid NOT NULL,
	"indicator_code" text NOT NULL,
	"country_code" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" uuid NOT NULL,
	CONSTRAINT "not_applicable_confirmation_submission_id_indicator_code_pk" PRIMARY KEY("submission_id","indicator_code")
);
--> statement-breakpoint
CREATE TABLE "app"."review_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"indicator_code" text,
	"audience" text NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"author_role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_year" integer NOT NULL,
	"country_code" text NOT NULL,
	"obligated" boolean NOT NULL,
	"status" text NOT NULL,
	"due_on" date NOT NULL,
	"extension_reason" text,
	"extension_granted_at" timestamp (3) with time zone,
	"return_due_on" date,
	"exempt_reason" text,
	"first_submitted_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	"accepted_version" integer,
	"published_version" integer,
	"answered_count" integer DEFAULT 0 NOT NULL,
	"last_activity_at" timestamp (3) with time zone,
	CONSTRAINT "submission_round_country" UNIQUE("round_year","country_code"),
	CONSTRAINT "submission_owner" UNIQUE("id","country_code")
);
--> statement-breakpoint
CREATE TABLE "app"."submission_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"round_year" integer NOT NULL,
	"version" integer NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_by_name" text NOT NULL,
	"content_hash" text NOT NULL,
	"findings" jsonb NOT NULL,
	CONSTRAINT "submission_version_number" UNIQUE("submission_id","version"),
	CONSTRAINT "submission_version_owner" UNIQUE("id","submission_id","country_code")
);
--> statement-breakpoint
CREATE TABLE "app"."version_answer" (
	"version_id" uuid NOT NULL,
	"indicator_code" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"country_code" text NOT NULL,
	"state" text NOT NULL,
	"value" jsonb,
	"reason" text NOT NULL,
	"comment" text NOT NULL,
	"evidence" jsonb NOT NULL,
	CONSTRAINT "version_answer_version_id_indicator_code_pk" PRIMARY KEY("version_id","indicator_code")
);
--> statement-breakpoint
CREATE TABLE "app"."app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"display_name" text NOT NULL,
	"institution" text DEFAULT '' NOT NULL,
	"role" text NOT NULL,
	"country_code" text,
	"assigned_indicators" text[],
	"language" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	"invited_at" timestamp (3) with time zone,
	"invited_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"confirmed_by" uuid,
	"ended_at" timestamp (3) with time zone,
	"last_signed_in_at" timestamp (3) with time zone,
	CONSTRAINT "app_user_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."credential" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."refresh_token" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"absolute_expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_reason" text
);
--> statement-breakpoint
CREATE TABLE "auth"."throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_started_at" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"blocked" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."ticket" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"voided_at" timestamp (3) with time zone,
	CONSTRAINT "ticket_token_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "app"."notice" ADD CONSTRAINT "notice_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."outgoing_mail" ADD CONSTRAINT "outgoing_mail_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "app"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."outgoing_mail" ADD CONSTRAINT "outgoing_mail_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ref"."country_group_member" ADD CONSTRAINT "country_group_member_group_code_country_group_code_fk" FOREIGN KEY ("group_code") REFERENCES "ref"."country_group"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ref"."country_group_member" ADD CONSTRAINT "country_group_member_country_code_country_alpha3_fk" FOREIGN KEY ("country_code") REFERENCES "ref"."country"("alpha3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release"."edition_entry" ADD CONSTRAINT "edition_entry_edition_id_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "release"."edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release"."edition_entry" ADD CONSTRAINT "edition_entry_payload_hash_payload_hash_fk" FOREIGN KEY ("payload_hash") REFERENCES "release"."payload"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."round" ADD CONSTRAINT "round_catalogue_version_catalogue_version_version_fk" FOREIGN KEY ("catalogue_version") REFERENCES "ref"."catalogue_version"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."answer" ADD CONSTRAINT "answer_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."not_applicable_confirmation" ADD CONSTRAINT "not_applicable_confirmation_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_comment" ADD CONSTRAINT "review_comment_owner" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."submission" ADD CONSTRAINT "submission_round_year_round_year_fk" FOREIGN KEY ("round_year") REFERENCES "app"."round"("year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."submission" ADD CONSTRAINT "submission_country_code_country_alpha3_fk" FOREIGN KEY ("country_code") REFERENCES "ref"."country"("alpha3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."submission_version" ADD CONSTRAINT "submission_version_owner_fk" FOREIGN KEY ("submission_id","country_code") REFERENCES "app"."submission"("id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."version_answer" ADD CONSTRAINT "version_answer_owner" FOREIGN KEY ("version_id","submission_id","country_code") REFERENCES "app"."submission_version"("id","submission_id","country_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD CONSTRAINT "app_user_country_code_country_alpha3_fk" FOREIGN KEY ("country_code") REFERENCES "ref"."country"("alpha3") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."credential" ADD CONSTRAINT "credential_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."refresh_token" ADD CONSTRAINT "refresh_token_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "auth"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."ticket" ADD CONSTRAINT "ticket_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_country" ON "app"."notice" USING btree ("country_code","round_year");--> statement-breakpoint
CREATE INDEX "outgoing_mail_due" ON "app"."outgoing_mail" USING btree ("state","next_attempt_at");--> statement-breakpoint
CREATE INDEX "outgoing_mail_notice" ON "app"."outgoing_mail" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "audit_event_object" ON "app"."audit_event" USING btree ("object_type","object_id");--> statement-breakpoint
CREATE INDEX "audit_event_country" ON "app"."audit_event" USING btree ("country_code","id");--> statement-breakpoint
CREATE INDEX "review_comment_submission" ON "app"."review_comment" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "submission_country" ON "app"."submission" USING btree ("country_code");--> statement-breakpoint
CREATE INDEX "submission_version_round" ON "app"."submission_version" USING btree ("round_year");--> statement-breakpoint
CREATE INDEX "app_user_country" ON "app"."app_user" USING btree ("country_code");--> statement-breakpoint
CREATE INDEX "session_user" ON "auth"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "ticket_user" ON "auth"."ticket" USING btree ("user_id");