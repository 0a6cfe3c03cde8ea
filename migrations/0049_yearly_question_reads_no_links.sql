-- The scheduler writes down whom it asked the yearly question, and may not read links. The condition of the trigger named them beside the one that needs
-- them: as long as PostgreSQL planned it anew for each row it left them out, and once it kept a plan, from the ninth person of a connection on, it
-- refused. Now they are named only where an address changes.
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
