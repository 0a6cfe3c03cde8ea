-- What a matter may be said to be about ------------------------------------------------------------------------------------
-- By its author, and by the Secretariat of what others put before the Network. `linksOfKind` and `kindsLinkedByOthers` of the domain say the same;
-- a test compares them. A kind that is not named is about nothing, and a document alone belongs to other matters.
create function app.links_of(matter_kind text) returns text[] language sql immutable parallel safe
  return case
    when matter_kind = 'document' then array['indicator', 'objective', 'article', 'country', 'matter']
    when matter_kind in ('contribution', 'recommendation') then array['indicator', 'objective', 'article', 'country']
    when matter_kind = 'activity' then array['indicator', 'objective']
    when matter_kind = 'narrative' then array['indicator']
    else '{}'::text[]
  end;
--> statement-breakpoint
create function app.is_linked_by_others(matter_kind text) returns boolean language sql immutable parallel safe
  return matter_kind in ('contribution', 'recommendation');
--> statement-breakpoint
create function app.refuse_wrong_link_of_matter() returns trigger language plpgsql as $$
declare
  linked text := (select m.kind from app.matter m where m.id = new.matter_id);
begin
  -- Without an actor it is the machinery: a restore, or the owner.
  if app.actor_role() is null then
    return new;
  end if;
  if linked is not null and not new.kind = any (app.links_of(linked)) then
    raise exception 'a % is not linked to a %', linked, new.kind using errcode = '42501';
  end if;
  if new.linked_by_code is not null and not app.is_linked_by_others(coalesce(linked, '')) then
    raise exception 'nobody else says what a % is about', linked using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger makes_sense before insert on app.matter_link for each row execute function app.refuse_wrong_link_of_matter();
--> statement-breakpoint

-- Whoever owes a commitment, or was sent one, says so itself: organisations and countries that observe too -------------------
-- `app.speaks()` is whoever writes for a side; `app.answers()` stays for what members alone do, such as replying to contributions of others.
drop policy matter_moved on app.matter;
--> statement-breakpoint
create policy matter_moved on app.matter for update to app_api
  using (
    kind = 'commitment' and state = 'filed' and author_code <> app.actor_participant()
    and app.actor_participant() = any (addressees) and app.speaks()
  )
  with check (kind = 'commitment' and author_code <> app.actor_participant() and app.actor_participant() = any (addressees) and app.speaks());
--> statement-breakpoint
drop policy commitment_progress on app.commitment;
--> statement-breakpoint
create policy commitment_progress on app.commitment for update to app_api
  using (
    responsible_code = app.actor_participant() and app.speaks()
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
        or (matter_act.act = 'moved' and m.kind = 'commitment' and app.actor_participant() = any (m.addressees))
      )
  )
);
--> statement-breakpoint
-- `isPutTo` and `mayReplyTo` of the domain say the same.
drop policy matter_reply_insert on app.matter_reply;
--> statement-breakpoint
create policy matter_reply_insert on app.matter_reply for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and app.speaks() and not app.is_secretariat() and withdrawn_at is null
  and exists (
    select from app.matter m
    where m.id = matter_id and m.state = 'filed' and m.author_code <> app.actor_participant()
      and (
        (app.answers() and (m.kind in ('contribution', 'recommendation') or app.actor_participant() = any (m.addressees)))
        or (m.kind = 'commitment' and app.actor_participant() = any (m.addressees))
      )
  )
);
