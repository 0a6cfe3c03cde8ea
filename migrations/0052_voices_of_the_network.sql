CREATE TABLE "app"."completion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"of_code" text NOT NULL,
	"by_code" text NOT NULL,
	"step" text NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "completion_step_known" CHECK ("app"."completion"."step" in ('not_started', 'limited', 'substantial', 'completed', 'withdrawn')),
	CONSTRAINT "completion_language_known" CHECK ("app"."completion"."language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."contribution" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"contribution_kind" text NOT NULL,
	CONSTRAINT "contribution_kind_known" CHECK ("app"."contribution"."contribution_kind" in ('progress_report', 'challenge', 'presentation', 'statement'))
);
--> statement-breakpoint
CREATE TABLE "app"."recommendation" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"source_kind" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"owner_code" text,
	CONSTRAINT "recommendation_source_known" CHECK ("app"."recommendation"."source_kind" in ('own', 'meeting', 'treaty_body', 'civil_society'))
);
--> statement-breakpoint
CREATE TABLE "app"."stance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matter_id" uuid NOT NULL,
	"participant_code" text NOT NULL,
	"said" text NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "stance_known" CHECK ("app"."stance"."said" in ('took_note', 'accepts', 'accepts_in_part', 'does_not_accept')),
	CONSTRAINT "stance_language_known" CHECK ("app"."stance"."language" in ('en', 'es'))
);
--> statement-breakpoint
ALTER TABLE "app"."matter" DROP CONSTRAINT "matter_kind_known";--> statement-breakpoint
DROP INDEX "app"."matter_link_once";--> statement-breakpoint
ALTER TABLE "app"."matter_link" ADD COLUMN "linked_by_code" text;--> statement-breakpoint
ALTER TABLE "app"."completion" ADD CONSTRAINT "completion_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."completion" ADD CONSTRAINT "completion_of_code_participant_code_fk" FOREIGN KEY ("of_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."completion" ADD CONSTRAINT "completion_by_code_participant_code_fk" FOREIGN KEY ("by_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."contribution" ADD CONSTRAINT "contribution_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendation" ADD CONSTRAINT "recommendation_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendation" ADD CONSTRAINT "recommendation_owner_code_participant_code_fk" FOREIGN KEY ("owner_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stance" ADD CONSTRAINT "stance_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."stance" ADD CONSTRAINT "stance_participant_code_participant_code_fk" FOREIGN KEY ("participant_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "completion_matter" ON "app"."completion" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "stance_matter" ON "app"."stance" USING btree ("matter_id");--> statement-breakpoint
ALTER TABLE "app"."matter_link" ADD CONSTRAINT "matter_link_linked_by_code_participant_code_fk" FOREIGN KEY ("linked_by_code") REFERENCES "ref"."participant"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "matter_link_once" ON "app"."matter_link" USING btree ("matter_id","kind","code",coalesce("linked_by_code", '')) WHERE "app"."matter_link"."removed_at" is null;--> statement-breakpoint
ALTER TABLE "app"."matter" ADD CONSTRAINT "matter_kind_known" CHECK ("app"."matter"."kind" in ('agenda_item', 'document', 'commitment', 'contribution', 'recommendation'));--> statement-breakpoint

-- Organisations, countries that observe and the Coalition write for themselves (decision 62): their accounts now take two people, and what they
-- write is theirs alone. Contributions and recommendations, how they are taken, and how far they are carried out.

-- Two people for accounts that speak for an organisation ------------------------------------------------------------------
create or replace function app.reaches_far(role text, country text) returns boolean language sql immutable parallel safe
  return role in ('secretariat', 'observer', 'civil_society', 'coalition') or country is not null;
--> statement-breakpoint
-- As before, and for whom an account speaks changes only as a second person confirmed it.
create or replace function app.refuse_one_person_alone() returns trigger language plpgsql as $$
declare
  reaches_far boolean := app.reaches_far(old.role, old.country_code) or app.reaches_far(new.role, new.country_code);
begin
  -- Without an actor it is the machinery: sign-ins, links, and the yearly question. An address changes by the link that was sent to the new one, used
  -- in this very transaction; whoever owns the database can do anything and is not looked after here.
  if app.actor_id() is null then
    if new.email is not distinct from old.email then
      return new;
    end if;
    if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
      and not exists (
        select from auth.ticket t
        where t.user_id = old.id and t.kind = 'address_change' and t.new_email = new.email and t.used_at is not null
          and t.xmin = pg_current_xact_id()::xid
      ) then
      raise exception 'an address changes by the link that was sent to it' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.email is distinct from old.email then
    raise exception 'an address changes by the link that was sent to it' using errcode = '42501';
  end if;
  if old.ended_at is not null then
    -- The way back: as it was, and with another person's word as for an account that is opened.
    if new.ended_at is not null or old.section_id is not null or not app.is_secretariat()
      or (new.role, new.country_code, new.organisation_code, new.assigned_indicators)
        is distinct from (old.role, old.country_code, old.organisation_code, old.assigned_indicators)
      or (reaches_far and app.had_second_person() and not app.is_confirmed_now(old.id, 'reopen')) then
      raise exception 'an ended account stays as it is' using errcode = '42501';
    end if;
    return new;
  end if;
  -- A section link reaches no further than its answers: whoever asked for them ends it, and its person writes what the section asks for.
  if old.section_id is not null then
    if (new.role, new.country_code, new.organisation_code, new.section_id)
        is distinct from (old.role, old.country_code, old.organisation_code, old.section_id)
      or (
        new.assigned_indicators is distinct from old.assigned_indicators
        and not exists (select from app.section s where s.id = new.section_id and s.indicators = new.assigned_indicators)
      ) then
      raise exception 'the person of a section link stays as invited' using errcode = '42501';
    end if;
    return new;
  end if;
  if not app.is_secretariat() and
    to_jsonb(new) - array['display_name', 'institution', 'salutation', 'language', 'phone'] is distinct from
    to_jsonb(old) - array['display_name', 'institution', 'salutation', 'language', 'phone'] then
    raise exception 'of the own entry only what describes the person' using errcode = '42501';
  end if;
  if (new.role, new.country_code) is distinct from (old.role, old.country_code)
    and ((new.role = 'secretariat') <> (old.role = 'secretariat') or (new.country_code <> old.country_code)) then
    raise exception 'an account stays with its office' using errcode = '42501';
  end if;
  if reaches_far and app.had_second_person() and (
    ((new.role, new.country_code, new.organisation_code) is distinct from (old.role, old.country_code, old.organisation_code)
      and not app.is_proposed_now(old.id, 'change_role', jsonb_build_object(
        'role', new.role, 'country', new.country_code, 'indicators', to_jsonb(new.assigned_indicators))
        || case when new.organisation_code is null then '{}' else jsonb_build_object('organisation', new.organisation_code) end))
    or (old.confirmed_at is null and new.confirmed_at is not null and not app.is_confirmed_now(old.id, 'open'))
    or (old.confirmed_at is not null and new.ended_at is not null and not app.is_confirmed_now(old.id, 'end'))
  ) then
    raise exception 'one person alone neither opens nor ends nor changes this account' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint

-- Who writes what ----------------------------------------------------------------------------------------------------------
-- Writes in the name of its side, and sees that side's drafts: now also for an organisation. Without one on record there is no side.
create or replace function app.speaks() returns boolean language sql stable parallel safe
  return app.actor_section() is null and coalesce(app.actor_role() in (
    'secretariat', 'focal_point', 'alternate', 'liaison_officer', 'observer', 'civil_society', 'coalition'), false);
--> statement-breakpoint
-- As one of the members, or as the Secretariat: those who also answer, and who owe commitments.
create function app.answers() returns boolean language sql stable parallel safe
  return app.speaks() and app.actor_role() in ('secretariat', 'focal_point', 'alternate', 'liaison_officer');
--> statement-breakpoint
-- Contributions and recommendations come from those who are no member, and from the Secretariat; everything else from members and the Secretariat.
create function app.may_put(kind text) returns boolean language sql stable parallel safe
  return app.speaks() and (
    app.is_secretariat()
    or (kind in ('contribution', 'recommendation')) = (app.actor_role() in ('observer', 'civil_society', 'coalition'))
  );
--> statement-breakpoint
drop policy matter_insert on app.matter;
--> statement-breakpoint
create policy matter_insert on app.matter for insert to app_api with check (
  author_code = app.actor_participant() and app.may_put(kind) and created_by = app.actor_id()
  and state = 'draft' and version = 0 and revision = 1 and text_revision = 1 and opened_at is null and visibility <> 'public'
);
--> statement-breakpoint
drop policy matter_update on app.matter;
--> statement-breakpoint
create policy matter_update on app.matter for update to app_api
  using (author_code = app.actor_participant() and app.may_put(kind) and state <> 'withdrawn')
  with check (
    author_code = app.actor_participant() and app.may_put(kind) and visibility <> 'public'
    and (withdrawn_by is null or withdrawn_by = app.actor_id())
  );
--> statement-breakpoint
drop policy matter_moved on app.matter;
--> statement-breakpoint
create policy matter_moved on app.matter for update to app_api
  using (
    kind = 'commitment' and state = 'filed' and author_code <> app.actor_participant()
    and app.actor_participant() = any (addressees) and app.answers()
  )
  with check (kind = 'commitment' and author_code <> app.actor_participant() and app.actor_participant() = any (addressees) and app.answers());
--> statement-breakpoint
drop policy commitment_progress on app.commitment;
--> statement-breakpoint
create policy commitment_progress on app.commitment for update to app_api
  using (
    responsible_code = app.actor_participant() and app.answers()
    and exists (select from app.matter m where m.id = matter_id and m.state = 'filed')
  )
  with check (responsible_code = app.actor_participant() and stage_by = app.actor_id());
--> statement-breakpoint
drop policy matter_act_insert on app.matter_act;
--> statement-breakpoint
create policy matter_act_insert on app.matter_act for insert to app_api with check (
  actor_id = app.actor_id() and participant_code = app.actor_participant() and app.speaks()
  and exists (
    select from app.matter m
    where m.id = matter_id and m.revision = matter_act.revision
      and (
        m.author_code = app.actor_participant()
        or (matter_act.act = 'moved' and m.kind = 'commitment' and app.actor_participant() = any (m.addressees) and app.answers())
      )
  )
);
--> statement-breakpoint
drop policy matter_reply_insert on app.matter_reply;
--> statement-breakpoint
create policy matter_reply_insert on app.matter_reply for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and app.answers() and withdrawn_at is null
  and exists (select from app.matter m where m.id = matter_id and m.state = 'filed' and m.author_code <> app.actor_participant())
);
--> statement-breakpoint

-- What it is about: also as the Secretariat sees it ------------------------------------------------------------------------
drop policy matter_link_insert on app.matter_link;
--> statement-breakpoint
create policy matter_link_insert on app.matter_link for insert to app_api with check (
  added_by = app.actor_id() and removed_at is null and (
    (linked_by_code is null and app.is_own_matter(matter_id))
    or (
      app.is_secretariat() and linked_by_code = app.actor_participant()
      and exists (select from app.matter m where m.id = matter_id and m.state = 'filed' and m.author_code <> linked_by_code)
    )
  )
);
--> statement-breakpoint
drop policy matter_link_remove on app.matter_link;
--> statement-breakpoint
-- Each takes off what it said itself.
create policy matter_link_remove on app.matter_link for update to app_api
  using (
    removed_at is null and (
      (linked_by_code is null and app.is_own_matter(matter_id)) or (app.is_secretariat() and linked_by_code = app.actor_participant())
    )
  )
  with check (removed_by = app.actor_id() and removed_at is not null);
--> statement-breakpoint

-- Contributions and recommendations ----------------------------------------------------------------------------------------
alter table app.contribution enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (contribution_kind) on app.contribution to app_api;
--> statement-breakpoint
create policy contribution_read on app.contribution for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy contribution_insert on app.contribution for insert to app_api with check (
  app.is_own_matter(matter_id) and exists (select from app.matter m where m.id = matter_id and m.kind = 'contribution')
);
--> statement-breakpoint
create policy contribution_change on app.contribution for update to app_api
  using (app.is_own_matter(matter_id)) with check (app.is_own_matter(matter_id));
--> statement-breakpoint

alter table app.recommendation add constraint recommendation_says_what_it_means check (
  char_length(source) <= 300 and (source_kind in ('own', 'meeting') or btrim(source) <> '')
);
--> statement-breakpoint
alter table app.recommendation enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (source_kind, source, owner_code) on app.recommendation to app_api;
--> statement-breakpoint
create policy recommendation_read on app.recommendation for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy recommendation_insert on app.recommendation for insert to app_api with check (
  app.is_own_matter(matter_id) and exists (select from app.matter m where m.id = matter_id and m.kind = 'recommendation')
);
--> statement-breakpoint
create policy recommendation_change on app.recommendation for update to app_api
  using (app.is_own_matter(matter_id)) with check (app.is_own_matter(matter_id));
--> statement-breakpoint

-- How it is taken, and how far it is carried out: each in its own name, once written never changed ---------------------------
alter table app.stance add constraint stance_is_one check (char_length(text) <= 4000);
--> statement-breakpoint
alter table app.stance enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.stance for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.stance to app_api;
--> statement-breakpoint
create policy stance_read on app.stance for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- Of a contribution one takes note, and that is all; a recommendation is answered by those to whom it is put.
create policy stance_insert on app.stance for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and app.answers()
  and exists (
    select from app.matter m
    where m.id = matter_id and m.state = 'filed' and m.author_code <> stance.participant_code and (
      (m.kind = 'contribution' and stance.said = 'took_note')
      or (m.kind = 'recommendation' and stance.participant_code = any (m.addressees))
    )
  )
);
--> statement-breakpoint

alter table app.completion add constraint completion_is_one check (char_length(text) <= 4000);
--> statement-breakpoint
alter table app.completion enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.completion for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.completion to app_api;
--> statement-breakpoint
create policy completion_read on app.completion for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- Each of those to whom it is put for itself; as the view of others, whoever made it and the Secretariat. No State judges another.
create policy completion_insert on app.completion for insert to app_api with check (
  by = app.actor_id() and by_code = app.actor_participant() and app.speaks()
  and exists (
    select from app.matter m
    where m.id = matter_id and m.kind = 'recommendation' and m.state = 'filed' and completion.of_code = any (m.addressees)
      and (completion.by_code = completion.of_code or completion.by_code = m.author_code or app.is_secretariat())
  )
);
