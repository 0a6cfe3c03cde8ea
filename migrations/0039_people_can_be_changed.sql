ALTER TABLE "app"."account_request" ADD COLUMN "proposed" jsonb;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "is_shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "valid_until" date;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "check_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "checked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "app"."app_user" ADD COLUMN "left_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "auth"."ticket" ADD COLUMN "new_email" text;--> statement-breakpoint

-- What an act would make of an account -----------------------------------------------------------------------------------
alter table app.account_request drop constraint account_request_decision;
--> statement-breakpoint
alter table app.account_request add constraint account_request_decision check (
  act in ('open', 'send_link', 'end', 'change_address', 'change_role', 'reopen')
  and (act in ('change_address', 'change_role')) = (proposed is not null)
  and (decided_at is null) = (outcome is null) and (decided_by is null) = (outcome is null)
  and (outcome is null or outcome in ('confirmed', 'withdrawn', 'superseded'))
  and (outcome is distinct from 'confirmed' or decided_by <> requested_by)
);
--> statement-breakpoint
-- Did somebody else ask for exactly this, and does the acting person confirm it in this very transaction?
create function app.is_proposed_now(person uuid, wanted text, what jsonb) returns boolean language sql stable
  return exists (
    select from app.account_request r
    where r.user_id = person and r.act = wanted and r.proposed = what and r.outcome = 'confirmed' and r.decided_by = app.actor_id()
      and r.requested_by <> r.decided_by and r.xmin = pg_current_xact_id()::xid
  );
--> statement-breakpoint
alter table app.app_user add constraint app_user_term check (valid_from is null or valid_until is null or valid_from <= valid_until);
--> statement-breakpoint
grant update (salutation, phone, is_shared, valid_from, valid_until, checked_at, left_at) on app.app_user to app_api;
--> statement-breakpoint
-- Everybody with an account keeps the own entry in order; the trigger below says in which columns.
create policy app_user_own on app.app_user for update to app_api
  using (id = app.actor_id() and section_id is null and ended_at is null)
  with check (id = app.actor_id() and section_id is null and ended_at is null);
--> statement-breakpoint
create or replace function app.refuse_one_person_alone() returns trigger language plpgsql as $$
declare
  reaches_far boolean := app.reaches_far(old.role, old.country_code) or app.reaches_far(new.role, new.country_code);
begin
  -- Without an actor it is the machinery: sign-ins, and links. An address changes by the link that was sent to the new one, used in this
  -- very transaction; whoever owns the database can do anything and is not looked after here.
  if app.actor_id() is null then
    if new.email is distinct from old.email
      and not (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
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
      or (new.role, new.country_code, new.assigned_indicators) is distinct from (old.role, old.country_code, old.assigned_indicators)
      or (reaches_far and app.had_second_person() and not app.is_confirmed_now(old.id, 'reopen')) then
      raise exception 'an ended account stays as it is' using errcode = '42501';
    end if;
    return new;
  end if;
  -- A section link reaches no further than its answers: whoever asked for them ends it, and its person writes what the section asks for.
  if old.section_id is not null then
    if (new.role, new.country_code, new.section_id) is distinct from (old.role, old.country_code, old.section_id)
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
    ((new.role, new.country_code) is distinct from (old.role, old.country_code)
      and not app.is_proposed_now(old.id, 'change_role', jsonb_build_object(
        'role', new.role, 'country', new.country_code, 'indicators', to_jsonb(new.assigned_indicators))))
    or (old.confirmed_at is null and new.confirmed_at is not null and not app.is_confirmed_now(old.id, 'open'))
    or (old.confirmed_at is not null and new.ended_at is not null and not app.is_confirmed_now(old.id, 'end'))
  ) then
    raise exception 'one person alone neither opens nor ends nor changes this account' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
-- Whoever comes back chooses a new password; what was open when the account ended stays closed.
create function auth.forget_sign_in() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from auth.credential where user_id = new.id;
  update auth.session set revoked_at = old.ended_at, revoked_reason = 'the account had ended' where user_id = new.id and revoked_at is null;
  return null;
end
$$;
--> statement-breakpoint
create trigger came_back after update of ended_at on app.app_user for each row
  when (old.ended_at is not null and new.ended_at is null) execute function auth.forget_sign_in();
--> statement-breakpoint

-- Links ------------------------------------------------------------------------------------------------------------------
alter table auth.ticket add constraint ticket_new_email check ((kind = 'address_change') = (new_email is not null));
--> statement-breakpoint
-- A link for a password is due to one person's account in force, and where it reaches far only with the second person's word.
create or replace function app.is_link_due(person uuid) returns boolean language sql stable
  return exists (
    select from app.app_user u
    where u.id = person and u.ended_at is null and u.confirmed_at is not null and not u.is_shared
      and (
        not app.reaches_far(u.role, u.country_code) or not app.had_second_person()
        or app.is_confirmed_now(u.id, 'open') or app.is_confirmed_now(u.id, 'send_link') or app.is_confirmed_now(u.id, 'reopen')
      )
  );
--> statement-breakpoint
create policy ticket_address_change on auth.ticket for insert to app_api with check (
  kind = 'address_change' and app.is_secretariat() and used_at is null and voided_at is null
  and exists (
    select from app.app_user u
    where u.id = user_id and u.ended_at is null and u.confirmed_at is not null and u.section_id is null
      and (
        not app.reaches_far(u.role, u.country_code) or not app.had_second_person()
        or app.is_proposed_now(u.id, 'change_address', jsonb_build_object('email', new_email))
      )
  )
);
--> statement-breakpoint
grant update (email, checked_at, left_at) on app.app_user to app_auth;
--> statement-breakpoint
-- The yearly question leaves by itself: the scheduler makes its link and writes down when it asked.
create policy ticket_contact_check on auth.ticket for insert to app_worker with check (
  kind = 'contact_check' and used_at is null and voided_at is null
  and exists (select from app.app_user u where u.id = user_id and u.ended_at is null and u.section_id is null)
);
--> statement-breakpoint
grant update (check_asked_at) on app.app_user to app_worker;
--> statement-breakpoint
create policy app_user_asked on app.app_user for update to app_worker using (section_id is null) with check (section_id is null);
