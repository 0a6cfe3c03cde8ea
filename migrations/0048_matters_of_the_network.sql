CREATE TABLE "app"."commitment" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"point" text,
	"responsible_code" text NOT NULL,
	"due_on" date,
	"reply_by" date,
	"stage" text NOT NULL,
	"stage_at" timestamp (3) with time zone NOT NULL,
	"stage_by" uuid NOT NULL,
	"stage_by_name" text NOT NULL,
	"stage_note" text DEFAULT '' NOT NULL,
	"outcome_meeting_id" uuid,
	"outcome" text,
	"outcome_language" text,
	CONSTRAINT "commitment_stage_known" CHECK ("app"."commitment"."stage" in ('open', 'in_progress', 'done', 'dropped', 'not_recorded')),
	CONSTRAINT "commitment_outcome_language_known" CHECK ("app"."commitment"."outcome_language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."dispatch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	"to_codes" text[] NOT NULL,
	"documents" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."matter_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"participant_code" text NOT NULL,
	"user_id" uuid NOT NULL,
	"step" text NOT NULL,
	"anchor_date" date NOT NULL,
	"batch_id" uuid NOT NULL,
	"scheduled_for" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"superseded" text,
	CONSTRAINT "matter_request_once" UNIQUE("matter_id","user_id","step","anchor_date","batch_id"),
	CONSTRAINT "matter_request_step_known" CHECK ("app"."matter_request"."step" in ('matter_sent', 'matter_resend', 'reply_before_7', 'reply_overdue_1', 'commitment_before_14', 'commitment_overdue_1'))
);
--> statement-breakpoint
CREATE TABLE "app"."agenda_item" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"number" integer NOT NULL,
	"letter" text DEFAULT '' NOT NULL,
	"presenter_code" text,
	"minutes" integer,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."document" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"document_kind" text NOT NULL,
	CONSTRAINT "document_kind_known" CHECK ("app"."document"."document_kind" in ('background', 'report', 'presentation', 'decision', 'other'))
);
--> statement-breakpoint
CREATE TABLE "app"."file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_key" text NOT NULL,
	"name" text NOT NULL,
	"file_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text,
	"state" text NOT NULL,
	"refusal" text,
	"checked_by" text,
	"participant_code" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_by_name" text NOT NULL,
	CONSTRAINT "file_store_key" UNIQUE("store_key"),
	CONSTRAINT "file_type_known" CHECK ("app"."file"."file_type" in ('pdf', 'docx', 'xlsx', 'csv')),
	CONSTRAINT "file_state_known" CHECK ("app"."file"."state" in ('announced', 'stored', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "app"."file_use" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"language" text,
	"place" integer NOT NULL,
	"matter_id" uuid,
	"version" integer,
	"reply_id" uuid,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_by" uuid,
	CONSTRAINT "file_use_language_known" CHECK ("app"."file_use"."language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."matter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"author_code" text NOT NULL,
	"meeting_id" uuid,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"text_revision" integer NOT NULL,
	"visibility" text NOT NULL,
	"addressees" text[] DEFAULT '{}' NOT NULL,
	"first_to_code" text,
	"opened_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"filed_at" timestamp (3) with time zone,
	"public_source" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_by_name" text,
	"withdrawn_reason" text,
	"search_en" "tsvector" GENERATED ALWAYS AS (to_tsvector('english'::regconfig, subject || ' ' || body)) STORED,
	"search_es" "tsvector" GENERATED ALWAYS AS (to_tsvector('spanish'::regconfig, subject || ' ' || body)) STORED,
	CONSTRAINT "matter_kind_known" CHECK ("app"."matter"."kind" in ('agenda_item', 'document', 'commitment')),
	CONSTRAINT "matter_language_known" CHECK ("app"."matter"."language" in ('en', 'es')),
	CONSTRAINT "matter_visibility_known" CHECK ("app"."matter"."visibility" in ('secretariat', 'members', 'network', 'public')),
	CONSTRAINT "matter_state_known" CHECK ("app"."matter"."state" in ('draft', 'filed', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "app"."matter_act" (
	"matter_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"act" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"participant_code" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "matter_act_matter_id_revision_pk" PRIMARY KEY("matter_id","revision"),
	CONSTRAINT "matter_act_known" CHECK ("app"."matter_act"."act" in ('written', 'filed', 'visibility_changed', 'withdrawn', 'dispatched', 'moved', 'resent', 'concluded', 'noted'))
);
--> statement-breakpoint
CREATE TABLE "app"."matter_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" uuid NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"removed_by" uuid,
	CONSTRAINT "matter_link_kind_known" CHECK ("app"."matter_link"."kind" in ('indicator', 'objective', 'article', 'country', 'matter'))
);
--> statement-breakpoint
CREATE TABLE "app"."matter_reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"participant_code" text NOT NULL,
	"said" text NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_by_name" text,
	CONSTRAINT "matter_reply_said_known" CHECK ("app"."matter_reply"."said" in ('reply', 'no_comment')),
	CONSTRAINT "matter_reply_language_known" CHECK ("app"."matter_reply"."language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."matter_seen" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"participant_code" text,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "matter_seen_once" UNIQUE NULLS NOT DISTINCT("matter_id","version","participant_code")
);
--> statement-breakpoint
CREATE TABLE "app"."matter_version" (
	"matter_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"text_revision" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "matter_version_matter_id_version_pk" PRIMARY KEY("matter_id","version"),
	CONSTRAINT "matter_version_language_known" CHECK ("app"."matter_version"."language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."translation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"text_revision" integer NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"made_by" text NOT NULL,
	"participant_code" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	"search_en" "tsvector" GENERATED ALWAYS AS (to_tsvector('english'::regconfig, subject || ' ' || body)) STORED,
	"search_es" "tsvector" GENERATED ALWAYS AS (to_tsvector('spanish'::regconfig, subject || ' ' || body)) STORED,
	CONSTRAINT "translation_language_known" CHECK ("app"."translation"."language" in ('en', 'es')),
	CONSTRAINT "translation_made_by_known" CHECK ("app"."translation"."made_by" in ('human', 'machine'))
);
--> statement-breakpoint
CREATE TABLE "app"."attendance" (
	"meeting_id" uuid NOT NULL,
	"participant_code" text NOT NULL,
	"fact" text NOT NULL,
	"holds" boolean NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_by_name" text NOT NULL,
	CONSTRAINT "attendance_meeting_id_participant_code_fact_pk" PRIMARY KEY("meeting_id","participant_code","fact"),
	CONSTRAINT "attendance_fact_known" CHECK ("app"."attendance"."fact" in ('attended', 'shared_progress'))
);
--> statement-breakpoint
CREATE TABLE "app"."meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_code" text NOT NULL,
	"held_on" date NOT NULL,
	"until_on" date,
	"place" text NOT NULL,
	"host_code" text,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"public_source" text,
	"cancelled_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "meeting_body_known" CHECK ("app"."meeting"."body_code" in ('LON', 'RCGM', 'COALITION')),
	CONSTRAINT "meeting_state_known" CHECK ("app"."meeting"."state" in ('planned', 'held', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "app"."meeting_act" (
	"meeting_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"act" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "meeting_act_meeting_id_revision_pk" PRIMARY KEY("meeting_id","revision"),
	CONSTRAINT "meeting_act_known" CHECK ("app"."meeting_act"."act" in ('planned', 'dates_corrected', 'attendance_recorded', 'held', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "app"."body_term" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_code" text NOT NULL,
	"participant_code" text NOT NULL,
	"role" text NOT NULL,
	"from_on" date,
	"until_on" date,
	"known_on" date,
	"source" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_by_name" text,
	"withdrawn_reason" text,
	CONSTRAINT "body_term_body_known" CHECK ("app"."body_term"."body_code" in ('LON', 'RCGM', 'COALITION')),
	CONSTRAINT "body_term_role_known" CHECK ("app"."body_term"."role" in ('member', 'observer', 'secretariat', 'presidency'))
);
--> statement-breakpoint
CREATE TABLE "ref"."participant" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"abbreviation" jsonb,
	CONSTRAINT "participant_kind_known" CHECK ("ref"."participant"."kind" in ('member', 'observer_country', 'organisation'))
);
--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "organisation_code" text;--> statement-breakpoint
ALTER TABLE "app"."commitment" ADD CONSTRAINT "commitment_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."commitment" ADD CONSTRAINT "commitment_responsible_code_participant_code_fk" FOREIGN KEY ("responsible_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."commitment" ADD CONSTRAINT "commitment_outcome_meeting_id_meeting_id_fk" FOREIGN KEY ("outcome_meeting_id") REFERENCES "app"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."dispatch" ADD CONSTRAINT "dispatch_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_request" ADD CONSTRAINT "matter_request_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_request" ADD CONSTRAINT "matter_request_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_request" ADD CONSTRAINT "matter_request_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."agenda_item" ADD CONSTRAINT "agenda_item_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "app"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."agenda_item" ADD CONSTRAINT "agenda_item_presenter_code_participant_code_fk" FOREIGN KEY ("presenter_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."document" ADD CONSTRAINT "document_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."file" ADD CONSTRAINT "file_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."file_use" ADD CONSTRAINT "file_use_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "app"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."file_use" ADD CONSTRAINT "file_use_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."file_use" ADD CONSTRAINT "file_use_reply_id_matter_reply_id_fk" FOREIGN KEY ("reply_id") REFERENCES "app"."matter_reply"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter" ADD CONSTRAINT "matter_author_code_participant_code_fk" FOREIGN KEY ("author_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter" ADD CONSTRAINT "matter_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "app"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter" ADD CONSTRAINT "matter_first_to_code_participant_code_fk" FOREIGN KEY ("first_to_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_act" ADD CONSTRAINT "matter_act_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_act" ADD CONSTRAINT "matter_act_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_link" ADD CONSTRAINT "matter_link_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_reply" ADD CONSTRAINT "matter_reply_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_reply" ADD CONSTRAINT "matter_reply_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_seen" ADD CONSTRAINT "matter_seen_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_seen" ADD CONSTRAINT "matter_seen_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter_version" ADD CONSTRAINT "matter_version_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."translation" ADD CONSTRAINT "translation_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."translation" ADD CONSTRAINT "translation_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."attendance" ADD CONSTRAINT "attendance_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "app"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."attendance" ADD CONSTRAINT "attendance_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting" ADD CONSTRAINT "meeting_host_code_participant_code_fk" FOREIGN KEY ("host_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_act" ADD CONSTRAINT "meeting_act_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "app"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."body_term" ADD CONSTRAINT "body_term_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitment_responsible" ON "app"."commitment" USING btree ("responsible_code");--> statement-breakpoint
CREATE INDEX "dispatch_matter" ON "app"."dispatch" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "matter_request_participant" ON "app"."matter_request" USING btree ("participant_code");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_item_point" ON "app"."agenda_item" USING btree ("meeting_id","number","letter") WHERE "app"."agenda_item"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "file_of_participant" ON "app"."file" USING btree ("participant_code","uploaded_at");--> statement-breakpoint
CREATE INDEX "file_announced" ON "app"."file" USING btree ("state","uploaded_at");--> statement-breakpoint
CREATE INDEX "file_use_file" ON "app"."file_use" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "file_use_matter" ON "app"."file_use" USING btree ("matter_id","version");--> statement-breakpoint
CREATE INDEX "file_use_reply" ON "app"."file_use" USING btree ("reply_id");--> statement-breakpoint
CREATE INDEX "matter_meeting" ON "app"."matter" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "matter_of_kind" ON "app"."matter" USING btree ("kind","state");--> statement-breakpoint
CREATE INDEX "matter_search_en" ON "app"."matter" USING gin ("search_en");--> statement-breakpoint
CREATE INDEX "matter_search_es" ON "app"."matter" USING gin ("search_es");--> statement-breakpoint
CREATE UNIQUE INDEX "matter_link_once" ON "app"."matter_link" USING btree ("matter_id","kind","code") WHERE "app"."matter_link"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "matter_reply_matter" ON "app"."matter_reply" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "translation_matter" ON "app"."translation" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "translation_search_en" ON "app"."translation" USING gin ("search_en");--> statement-breakpoint
CREATE INDEX "translation_search_es" ON "app"."translation" USING gin ("search_es");--> statement-breakpoint
CREATE INDEX "meeting_day" ON "app"."meeting" USING btree ("held_on");--> statement-breakpoint
CREATE INDEX "body_term_body" ON "app"."body_term" USING btree ("body_code");--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD CONSTRAINT "app_user_organisation_code_participant_code_fk" FOREIGN KEY ("organisation_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- The work of the Network around the indicators (decision 58). Who puts something before it, who reads what, and that nothing which was sent is
-- unsent, is said once, at app.matter: its policies read no other table, so that everything that hangs on a matter may ask for it.

-- Participants ---------------------------------------------------------------------------------------------------------
grant select on ref.participant to app_api, app_auth, app_worker, app_publisher;
--> statement-breakpoint
-- Only those who are no member have an organisation. Somebody who gets another role leaves it behind.
alter table app.app_user add constraint app_user_organisation_fits check (
  organisation_code is null or role in ('observer', 'civil_society', 'coalition')
);
--> statement-breakpoint
create function app.settle_organisation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.role not in ('observer', 'civil_society', 'coalition') then
    new.organisation_code := null;
  end if;
  -- A member speaks by its own people, and so does the Secretariat: nobody gets their side by being called an observer.
  if new.organisation_code is not null and exists (
    select from ref.participant p where p.code = new.organisation_code and (p.kind = 'member' or p.code in ('RCM-TS', 'RCGM', 'LON'))
  ) then
    raise exception 'an account outside the members belongs to no member' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger organisation_settled before insert or update of role, organisation_code on app.app_user
  for each row when (new.organisation_code is not null) execute function app.settle_organisation();
--> statement-breakpoint

create function app.actor_participant() returns text language sql stable parallel safe
  return coalesce(
    app.actor_country(),
    nullif(current_setting('app.organisation', true), ''),
    case when app.is_secretariat() then 'RCM-TS' end
  );
--> statement-breakpoint
-- Writes for its side, and sees that side's drafts.
create function app.speaks() returns boolean language sql stable parallel safe
  return app.actor_section() is null
    and coalesce(app.actor_role() in ('secretariat', 'focal_point', 'alternate', 'liaison_officer'), false);
--> statement-breakpoint
create function app.reads_level(level text) returns boolean language sql stable parallel safe
  return app.actor_section() is null and coalesce(case
    when level = 'secretariat' then app.is_secretariat()
    when level = 'members' then app.actor_role() in (
      'secretariat', 'focal_point', 'alternate', 'approver', 'liaison_officer', 'rcgm_delegate', 'presidency')
    when level in ('network', 'public') then app.actor_role() in (
      'secretariat', 'focal_point', 'alternate', 'approver', 'liaison_officer', 'rcgm_delegate', 'presidency',
      'observer', 'civil_society', 'coalition')
  end, false);
--> statement-breakpoint

-- Matters ----------------------------------------------------------------------------------------------------------------
alter table app.matter add constraint matter_says_what_it_means check (
  (state <> 'draft' or version = 0) and (state <> 'filed' or version > 0)
  and (filed_at is null) = (version = 0)
  and (withdrawn_at is not null) = (state = 'withdrawn')
  and (withdrawn_at is null) = (withdrawn_by is null)
  and (withdrawn_at is null) = (withdrawn_by_name is null)
  and (withdrawn_at is null) = (withdrawn_reason is null)
  and (opened_at is null or first_to_code is not null)
  and btrim(subject) <> '' and char_length(subject) <= 300 and char_length(body) <= 20000
  and version >= 0 and revision > 0 and text_revision > 0
);
--> statement-breakpoint
alter table app.matter enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (meeting_id, language, subject, body, text_revision, visibility, addressees, state, version, revision, filed_at,
  withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason) on app.matter to app_api;
--> statement-breakpoint
-- The own side reads it in every state, others once it was filed. What is for one country first is for it alone, not for the Secretariat either,
-- until it is opened. Addressees and the Secretariat keep what was withdrawn. `canRead` of the domain says the same, and one table proves both.
create policy matter_read on app.matter for select to app_api using (
  app.actor_section() is null and (
    (author_code = app.actor_participant() and app.speaks())
    or (version > 0 and case
      when first_to_code is not null and opened_at is null then app.reads_all_of(first_to_code)
      else (state = 'filed' and app.reads_level(visibility))
        or (app.actor_participant() = any (addressees) and app.reads_level('network'))
        or (state = 'withdrawn' and app.is_secretariat())
    end)
  )
);
--> statement-breakpoint
-- Nothing is shown to the public from here yet, so nothing can be marked as if it were.
create policy matter_insert on app.matter for insert to app_api with check (
  author_code = app.actor_participant() and app.speaks() and created_by = app.actor_id()
  and state = 'draft' and version = 0 and revision = 1 and text_revision = 1 and opened_at is null and visibility <> 'public'
);
--> statement-breakpoint
create policy matter_update on app.matter for update to app_api
  using (author_code = app.actor_participant() and app.speaks() and state <> 'withdrawn')
  with check (
    author_code = app.actor_participant() and app.speaks() and visibility <> 'public'
    and (withdrawn_by is null or withdrawn_by = app.actor_id())
  );
--> statement-breakpoint
-- Whoever owes what another promised says how far it has come; of the matter itself that raises the revision and changes nothing else (below).
create policy matter_moved on app.matter for update to app_api
  using (
    kind = 'commitment' and state = 'filed' and author_code <> app.actor_participant()
    and app.actor_participant() = any (addressees) and app.speaks()
  )
  with check (kind = 'commitment' and author_code <> app.actor_participant() and app.actor_participant() = any (addressees) and app.speaks());
--> statement-breakpoint
-- The scheduler reads no words.
grant select (id, kind, author_code, meeting_id, state, addressees, version, first_to_code, opened_at), update (opened_at) on app.matter to app_worker;
--> statement-breakpoint
create policy matter_worker on app.matter for select to app_worker using (true);
--> statement-breakpoint
create policy matter_opened on app.matter for update to app_worker
  using (first_to_code is not null and opened_at is null and version > 0) with check (opened_at is not null);
--> statement-breakpoint

-- Is it a matter of the own side, for which the acting person speaks?
create function app.is_own_matter(matter uuid) returns boolean language sql stable
  return exists (
    select from app.matter m where m.id = matter and m.author_code = app.actor_participant() and app.speaks()
  );
--> statement-breakpoint

-- Satellites: each is read where its matter is ---------------------------------------------------------------------------
alter table app.matter_version enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.matter_version for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.matter_version to app_api;
--> statement-breakpoint
create policy matter_version_read on app.matter_version for select to app_api
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- What is frozen is what the matter says at that moment.
create policy matter_version_insert on app.matter_version for insert to app_api with check (
  by = app.actor_id() and app.is_own_matter(matter_id) and exists (
    select from app.matter m
    where m.id = matter_id and m.state = 'filed' and m.version = matter_version.version and m.text_revision = matter_version.text_revision
      and (m.language, m.subject, m.body) = (matter_version.language, matter_version.subject, matter_version.body)
  )
);
--> statement-breakpoint

alter table app.translation enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.translation for each statement execute function app.refuse_change();
--> statement-breakpoint
alter table app.translation add constraint translation_is_one check (
  btrim(subject) <> '' and char_length(subject) <= 300 and char_length(body) <= 20000
);
--> statement-breakpoint
grant select, insert on app.translation to app_api;
--> statement-breakpoint
-- Words that were never filed are read by their own side alone, in every language.
create policy translation_read on app.translation for select to app_api using (
  exists (
    select from app.matter_version v where v.matter_id = translation.matter_id and v.text_revision = translation.text_revision
  ) or app.is_own_matter(matter_id)
);
--> statement-breakpoint
create policy translation_insert on app.translation for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and (app.is_own_matter(matter_id) or app.is_secretariat())
  and exists (
    select from app.matter m
    where m.id = matter_id and m.text_revision >= translation.text_revision and m.state <> 'withdrawn' and m.language <> translation.language
  )
);
--> statement-breakpoint

alter table app.matter_link enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (removed_at, removed_by) on app.matter_link to app_api;
--> statement-breakpoint
create policy matter_link_read on app.matter_link for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy matter_link_insert on app.matter_link for insert to app_api
  with check (added_by = app.actor_id() and removed_at is null and app.is_own_matter(matter_id));
--> statement-breakpoint
create policy matter_link_remove on app.matter_link for update to app_api
  using (removed_at is null and app.is_own_matter(matter_id))
  with check (removed_by = app.actor_id() and removed_at is not null);
--> statement-breakpoint

alter table app.matter_reply add constraint matter_reply_says_what_it_means check (
  (said = 'no_comment') = (text = '') and char_length(text) <= 4000
  and (withdrawn_at is null) = (withdrawn_by is null)
  and (withdrawn_at is null) = (withdrawn_by_name is null)
);
--> statement-breakpoint
alter table app.matter_reply enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (withdrawn_at, withdrawn_by, withdrawn_by_name) on app.matter_reply to app_api;
--> statement-breakpoint
-- What was taken back is known to those who said it and to whom it was said.
create policy matter_reply_read on app.matter_reply for select to app_api using (
  exists (
    select from app.matter m
    where m.id = matter_id and (
      matter_reply.withdrawn_at is null
      or (app.speaks() and app.actor_participant() in (matter_reply.participant_code, m.author_code))
    )
  )
);
--> statement-breakpoint
create policy matter_reply_insert on app.matter_reply for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and app.speaks() and withdrawn_at is null
  and exists (select from app.matter m where m.id = matter_id and m.state = 'filed' and m.author_code <> app.actor_participant())
);
--> statement-breakpoint
create policy matter_reply_withdraw on app.matter_reply for update to app_api
  using (participant_code = app.actor_participant() and app.speaks() and withdrawn_at is null)
  with check (participant_code = app.actor_participant() and withdrawn_by = app.actor_id());
--> statement-breakpoint
-- Whom the scheduler need not ask any more.
grant select (id, matter_id, participant_code, said, at, withdrawn_at) on app.matter_reply to app_worker;
--> statement-breakpoint
create policy matter_reply_worker on app.matter_reply for select to app_worker using (true);
--> statement-breakpoint

alter table app.matter_seen enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.matter_seen for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.matter_seen to app_api;
--> statement-breakpoint
-- Who looked is known to the author and to the side that looked.
create policy matter_seen_read on app.matter_seen for select to app_api using (
  app.is_own_matter(matter_id)
  or (
    participant_code is not distinct from app.actor_participant()
    and exists (select from app.matter m where m.id = matter_id)
  )
);
--> statement-breakpoint
create policy matter_seen_insert on app.matter_seen for insert to app_api with check (
  by = app.actor_id() and participant_code is not distinct from app.actor_participant()
  and exists (
    select from app.matter m
    where m.id = matter_id and m.version >= matter_seen.version and matter_seen.version > 0
      and m.author_code is distinct from app.actor_participant()
  )
);
--> statement-breakpoint

alter table app.matter_act enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.matter_act for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.matter_act to app_api;
--> statement-breakpoint
-- What was done to a draft is its own side's affair.
create policy matter_act_read on app.matter_act for select to app_api using (
  exists (select from app.matter m where m.id = matter_id) and (act <> 'written' or app.is_own_matter(matter_id))
);
--> statement-breakpoint
create policy matter_act_insert on app.matter_act for insert to app_api with check (
  actor_id = app.actor_id() and participant_code = app.actor_participant() and app.speaks()
  and exists (
    select from app.matter m
    where m.id = matter_id and m.revision = matter_act.revision
      and (m.author_code = app.actor_participant() or (matter_act.act = 'moved' and m.kind = 'commitment' and app.actor_participant() = any (m.addressees)))
  )
);
--> statement-breakpoint

-- Documents and agendas --------------------------------------------------------------------------------------------------
alter table app.document enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (document_kind) on app.document to app_api;
--> statement-breakpoint
create policy document_read on app.document for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy document_insert on app.document for insert to app_api with check (
  app.is_own_matter(matter_id) and exists (select from app.matter m where m.id = matter_id and m.kind = 'document')
);
--> statement-breakpoint
create policy document_change on app.document for update to app_api
  using (app.is_own_matter(matter_id)) with check (app.is_own_matter(matter_id));
--> statement-breakpoint

alter table app.agenda_item add constraint agenda_item_says_what_it_means check (
  place > 0 and number > 0 and letter ~ '^[a-z]?$' and (minutes is null or minutes > 0)
);
--> statement-breakpoint
alter table app.agenda_item enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (place, number, letter, presenter_code, minutes, removed_at) on app.agenda_item to app_api;
--> statement-breakpoint
create policy agenda_item_read on app.agenda_item for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy agenda_item_insert on app.agenda_item for insert to app_api with check (
  app.is_own_matter(matter_id) and exists (
    select from app.matter m where m.id = matter_id and m.kind = 'agenda_item' and m.meeting_id = agenda_item.meeting_id
  )
);
--> statement-breakpoint
create policy agenda_item_change on app.agenda_item for update to app_api
  using (app.is_own_matter(matter_id)) with check (app.is_own_matter(matter_id));
--> statement-breakpoint

-- Commitments ------------------------------------------------------------------------------------------------------------
alter table app.commitment add constraint commitment_says_what_it_means check (
  (outcome is null) = (outcome_meeting_id is null) and (outcome is null) = (outcome_language is null)
);
--> statement-breakpoint
alter table app.commitment enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (point, responsible_code, due_on, reply_by, stage, stage_at, stage_by, stage_by_name, stage_note,
  outcome_meeting_id, outcome, outcome_language) on app.commitment to app_api;
--> statement-breakpoint
create policy commitment_read on app.commitment for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy commitment_insert on app.commitment for insert to app_api with check (
  stage_by = app.actor_id() and app.is_own_matter(matter_id)
  and exists (select from app.matter m where m.id = matter_id and m.kind = 'commitment')
);
--> statement-breakpoint
create policy commitment_change on app.commitment for update to app_api
  using (app.is_own_matter(matter_id)) with check (app.is_own_matter(matter_id));
--> statement-breakpoint
create policy commitment_progress on app.commitment for update to app_api
  using (
    responsible_code = app.actor_participant() and app.speaks()
    and exists (select from app.matter m where m.id = matter_id and m.state = 'filed')
  )
  with check (responsible_code = app.actor_participant() and stage_by = app.actor_id());
--> statement-breakpoint
-- Whoever owes it says how far it has come, and nothing else of it.
create function app.refuse_foreign_change_of_commitment() returns trigger language plpgsql as $$
begin
  if new.matter_id <> old.matter_id or (
    app.actor_role() is not null and not app.is_own_matter(old.matter_id)
    and to_jsonb(new) - array['stage', 'stage_at', 'stage_by', 'stage_by_name', 'stage_note'] is distinct from
      to_jsonb(old) - array['stage', 'stage_at', 'stage_by', 'stage_by_name', 'stage_note']
  ) then
    raise exception 'whoever owes a commitment changes only how far it has come' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger only_progress before update on app.commitment for each row execute function app.refuse_foreign_change_of_commitment();
--> statement-breakpoint
-- The scheduler asks for what is due; it reads no words.
grant select (matter_id, point, responsible_code, due_on, reply_by, stage) on app.commitment to app_worker;
--> statement-breakpoint
create policy commitment_worker on app.commitment for select to app_worker using (true);
--> statement-breakpoint

alter table app.dispatch enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.dispatch for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.dispatch to app_api;
--> statement-breakpoint
grant select (id, matter_id, at, to_codes, documents) on app.dispatch to app_worker;
--> statement-breakpoint
create policy dispatch_read on app.dispatch for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- To those alone who can read what was sent.
create policy dispatch_insert on app.dispatch for insert to app_api with check (
  by = app.actor_id() and app.is_own_matter(matter_id)
  and exists (select from app.matter m where m.id = matter_id and m.state = 'filed' and dispatch.to_codes <@ m.addressees)
);
--> statement-breakpoint
create policy dispatch_worker on app.dispatch for select to app_worker using (true);
--> statement-breakpoint

alter table app.matter_request enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.matter_request for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select on app.matter_request to app_api;
--> statement-breakpoint
grant select, insert on app.matter_request to app_worker;
--> statement-breakpoint
create policy matter_request_read on app.matter_request for select to app_api using (
  app.actor_section() is null and (app.is_secretariat() or (participant_code = app.actor_participant() and app.speaks()))
);
--> statement-breakpoint
create policy matter_request_worker_read on app.matter_request for select to app_worker using (true);
--> statement-breakpoint
create policy matter_request_worker_insert on app.matter_request for insert to app_worker with check (true);
--> statement-breakpoint

-- What may become of a matter --------------------------------------------------------------------------------------------
create function app.refuse_wrong_move_of_matter() returns trigger language plpgsql as $$
declare
  -- Columns that the database makes are not made yet.
  made constant text[] := array['search_en', 'search_es', 'opened_at'];
  says_else constant boolean := (new.language, new.subject, new.body) is distinct from (old.language, old.subject, old.body);
begin
  if (new.id, new.kind, new.author_code, new.created_at, new.created_by, new.created_by_name, new.first_to_code, new.public_source)
    is distinct from
    (old.id, old.kind, old.author_code, old.created_at, old.created_by, old.created_by_name, old.first_to_code, old.public_source) then
    raise exception 'a matter stays what it is, and whose' using errcode = '42501';
  end if;
  if old.opened_at is not null and new.opened_at is distinct from old.opened_at then
    raise exception 'what was opened stays open' using errcode = '42501';
  end if;
  if to_jsonb(new) - made is not distinct from to_jsonb(old) - made then
    return new;
  end if;
  if new.revision <> old.revision + 1 then
    raise exception 'a matter changes with its revision' using errcode = '42501';
  end if;
  if app.actor_role() is not null and old.author_code is distinct from app.actor_participant() then
    if to_jsonb(new) - made - 'revision' is distinct from to_jsonb(old) - made - 'revision' or not exists (
      select from app.commitment c where c.matter_id = new.id and c.responsible_code = app.actor_participant()
    ) then
      raise exception 'a matter is changed by its own side' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.text_revision <> old.text_revision + says_else::int then
    raise exception 'words and their revision change together' using errcode = '42501';
  end if;
  if new.version not in (old.version, old.version + 1) or (new.version > old.version and new.state <> 'filed') then
    raise exception 'versions follow each other' using errcode = '42501';
  end if;
  if old.version > 0 and says_else and new.version = old.version then
    raise exception 'what was filed says something else only as a new version' using errcode = '42501';
  end if;
  if old.state = 'withdrawn' or (old.state = 'filed' and new.state = 'draft') then
    raise exception 'what was filed is never a draft again, and what was withdrawn stays withdrawn' using errcode = '42501';
  end if;
  if old.version > 0 and not old.addressees <@ new.addressees then
    raise exception 'what was sent cannot be unsent' using errcode = '42501';
  end if;
  if old.version > 0 and array_position(array['secretariat', 'members', 'network', 'public'], new.visibility)
      < array_position(array['secretariat', 'members', 'network', 'public'], old.visibility)
    and exists (select from app.matter_seen s where s.matter_id = new.id) then
    raise exception 'what others have read stays readable for them' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger moves before update on app.matter for each row execute function app.refuse_wrong_move_of_matter();
--> statement-breakpoint

-- Files: read where something that holds them is read -------------------------------------------------------------------
alter table app.file add constraint file_says_what_it_means check (
  bytes > 0 and (state = 'refused') = (refusal is not null) and (state <> 'stored' or (sha256 is not null and checked_by is not null))
);
--> statement-breakpoint
alter table app.file enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (state, sha256, bytes, refusal, checked_by) on app.file to app_api;
--> statement-breakpoint
create policy file_insert on app.file for insert to app_api with check (
  uploaded_by = app.actor_id() and participant_code = app.actor_participant() and app.speaks() and state = 'announced' and sha256 is null
);
--> statement-breakpoint
create policy file_settle on app.file for update to app_api
  using (uploaded_by = app.actor_id() and app.speaks() and state = 'announced') with check (uploaded_by = app.actor_id() and app.speaks());
--> statement-breakpoint
-- What never arrived is cleared away.
grant select (id, store_key, state, uploaded_at), update (state, refusal) on app.file to app_worker;
--> statement-breakpoint
create policy file_worker on app.file for select to app_worker using (true);
--> statement-breakpoint
create policy file_given_up on app.file for update to app_worker using (state = 'announced') with check (state = 'refused');
--> statement-breakpoint

alter table app.file_use add constraint file_use_says_what_it_means check (
  num_nonnulls(matter_id, reply_id) = 1 and (matter_id is null) = (version is null) and (version is null or version > 0) and place > 0
  and (removed_at is null) = (removed_by is null)
);
--> statement-breakpoint
alter table app.file_use enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (removed_at, removed_by) on app.file_use to app_api;
--> statement-breakpoint
-- What is being prepared, and what was taken away meanwhile, is seen by the own side alone.
create policy file_use_read on app.file_use for select to app_api using (
  exists (
    select from app.matter m
    where m.id = matter_id and (
      (m.version >= file_use.version and file_use.removed_at is null) or (m.author_code = app.actor_participant() and app.speaks())
    )
  )
  or (file_use.removed_at is null and exists (select from app.matter_reply r where r.id = reply_id))
);
--> statement-breakpoint
-- A function, because a file is read where it is held: asked in the policy itself, each would ask for the other.
create function app.is_own_stored_file(file uuid) returns boolean language sql stable
  return exists (
    select from app.file f where f.id = file and f.state = 'stored' and f.participant_code = app.actor_participant()
  );
--> statement-breakpoint
-- A version that was filed holds what it held then, and so does a reply.
create policy file_use_insert on app.file_use for insert to app_api with check (
  added_by = app.actor_id() and removed_at is null and app.is_own_stored_file(file_id)
  and (
    (
      app.is_own_matter(matter_id)
      and exists (
        select from app.matter m
        where m.id = matter_id and m.state <> 'withdrawn' and file_use.version = greatest(m.version, 1)
      )
      and not exists (
        select from app.matter_version v where v.matter_id = file_use.matter_id and v.version = file_use.version
      )
    )
    or exists (
      select from app.matter_reply r where r.id = reply_id and r.by = app.actor_id() and r.xmin = pg_current_xact_id()::xid
    )
  )
);
--> statement-breakpoint
create policy file_use_remove on app.file_use for update to app_api
  using (
    removed_at is null and app.is_own_matter(matter_id)
    and not exists (
      select from app.matter_version v where v.matter_id = file_use.matter_id and v.version = file_use.version
    )
  )
  with check (removed_by = app.actor_id() and removed_at is not null);
--> statement-breakpoint
-- The own side also sees what it has announced and not used yet: it counts among what a participant may keep in a year.
create policy file_read on app.file for select to app_api using (
  (participant_code = app.actor_participant() and app.speaks())
  or exists (select from app.file_use u where u.file_id = file.id)
);
--> statement-breakpoint

-- Bodies and meetings: read by the Network, written by the Secretariat ---------------------------------------------------
alter table app.body_term add constraint body_term_says_what_it_means check (
  (from_on is not null or known_on is not null) and (from_on is null or until_on is null or from_on <= until_on)
  and (withdrawn_at is null) = (withdrawn_by is null)
  and (withdrawn_at is null) = (withdrawn_by_name is null)
  and (withdrawn_at is null) = (withdrawn_reason is null)
);
--> statement-breakpoint
alter table app.body_term enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (until_on, withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason) on app.body_term to app_api;
--> statement-breakpoint
create policy body_term_read on app.body_term for select to app_api using (app.reads_level('network'));
--> statement-breakpoint
create policy body_term_insert on app.body_term for insert to app_api
  with check (app.is_secretariat() and created_by = app.actor_id() and withdrawn_at is null);
--> statement-breakpoint
create policy body_term_change on app.body_term for update to app_api
  using (app.is_secretariat() and withdrawn_at is null)
  with check (app.is_secretariat() and (withdrawn_by is null or withdrawn_by = app.actor_id()));
--> statement-breakpoint

alter table app.meeting add constraint meeting_says_what_it_means check (
  (until_on is null or until_on >= held_on) and (state = 'cancelled') = (cancelled_reason is not null) and btrim(place) <> '' and revision > 0
);
--> statement-breakpoint
alter table app.meeting enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (held_on, until_on, place, host_code, state, revision, cancelled_reason) on app.meeting to app_api;
--> statement-breakpoint
create policy meeting_read on app.meeting for select to app_api using (app.reads_level('network'));
--> statement-breakpoint
create policy meeting_insert on app.meeting for insert to app_api
  with check (app.is_secretariat() and created_by = app.actor_id() and revision = 1);
--> statement-breakpoint
create policy meeting_change on app.meeting for update to app_api
  using (app.is_secretariat() and state <> 'cancelled') with check (app.is_secretariat());
--> statement-breakpoint
-- Messages name the meeting.
grant select (id, body_code, held_on, until_on, place, host_code, state) on app.meeting to app_worker;
--> statement-breakpoint
create policy meeting_worker on app.meeting for select to app_worker using (true);
--> statement-breakpoint
create function app.refuse_wrong_move_of_meeting() returns trigger language plpgsql as $$
begin
  if (new.id, new.body_code, new.public_source, new.created_at, new.created_by) is distinct from
    (old.id, old.body_code, old.public_source, old.created_at, old.created_by) or new.revision <> old.revision + 1
    or (old.state = 'held' and new.state <> 'held') then
    raise exception 'a meeting changes with its revision, stays of its body, and what was held was held' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger moves before update on app.meeting for each row execute function app.refuse_wrong_move_of_meeting();
--> statement-breakpoint

alter table app.meeting_act enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.meeting_act for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.meeting_act to app_api;
--> statement-breakpoint
create policy meeting_act_read on app.meeting_act for select to app_api using (app.reads_level('network'));
--> statement-breakpoint
create policy meeting_act_insert on app.meeting_act for insert to app_api with check (
  app.is_secretariat() and actor_id = app.actor_id()
  and exists (select from app.meeting m where m.id = meeting_id and m.revision = meeting_act.revision)
);
--> statement-breakpoint

alter table app.attendance enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (holds, noted_at, noted_by, noted_by_name) on app.attendance to app_api;
--> statement-breakpoint
create policy attendance_read on app.attendance for select to app_api using (app.reads_level('network'));
--> statement-breakpoint
create policy attendance_insert on app.attendance for insert to app_api with check (app.is_secretariat() and noted_by = app.actor_id());
--> statement-breakpoint
create policy attendance_change on app.attendance for update to app_api
  using (app.is_secretariat()) with check (app.is_secretariat() and noted_by = app.actor_id());
