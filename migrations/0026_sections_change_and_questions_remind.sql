ALTER TABLE "app"."section" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."section" ADD COLUMN "changed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "app"."section" ADD COLUMN "changed_by_name" text;--> statement-breakpoint
ALTER TABLE "app"."section" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint

-- Whoever reports for the country changes what was asked and by when; the person of the section only hands it in.
grant update (due_on, indicators, revision, changed_at, changed_by_name, told_at) on app.section to app_api;
--> statement-breakpoint
grant select (changed_at, told_at) on app.section to app_worker;
--> statement-breakpoint
create function app.refuse_silent_section_change() returns trigger language plpgsql as $$
begin
  if (new.due_on, new.indicators, new.revision, new.changed_at, new.changed_by_name, new.told_at)
    is not distinct from (old.due_on, old.indicators, old.revision, old.changed_at, old.changed_by_name, old.told_at) then
    return new;
  end if;
  if not app.reports_for(new.country_code) or new.revision <> old.revision + 1 or new.changed_at is null or old.removed_at is not null then
    raise exception 'a section is changed with its revision, by those who report' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger changed_openly before update on app.section for each row execute function app.refuse_silent_section_change();
--> statement-breakpoint
create or replace function app.refuse_one_person_alone() returns trigger language plpgsql as $$
begin
  -- Without an actor it is the machinery: sign-ins.
  if app.actor_id() is null then
    return new;
  end if;
  if old.ended_at is not null then
    raise exception 'an ended account stays as it is' using errcode = '42501';
  end if;
  -- A section link reaches no further than its answers: whoever asked for them ends it, and its person writes what the section asks for.
  if old.section_id is not null then
    if (new.role, new.country_code, new.email, new.section_id) is distinct from (old.role, old.country_code, old.email, old.section_id)
      or (
        new.assigned_indicators is distinct from old.assigned_indicators
        and not exists (select from app.section s where s.id = new.section_id and s.indicators = new.assigned_indicators)
      ) then
      raise exception 'the person of a section link stays as invited' using errcode = '42501';
    end if;
    return new;
  end if;
  if (app.reaches_far(old.role, old.country_code) or app.reaches_far(new.role, new.country_code)) and app.had_second_person() and (
    (new.role, new.country_code, new.email) is distinct from (old.role, old.country_code, old.email)
    or (old.confirmed_at is null and new.confirmed_at is not null and not app.is_confirmed_now(old.id, 'open'))
    or (old.confirmed_at is not null and new.ended_at is not null and not app.is_confirmed_now(old.id, 'end'))
  ) then
    raise exception 'one person alone neither opens nor ends nor changes this account' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint

-- The scheduler reminds a country of questions that nobody of it has seen. It reads where and when something was said with the secretariat,
-- and not a word of it, nor by whom it was seen.
grant select (id, submission_id, indicator_code, audience, version, author_role, is_question, created_at) on app.review_comment to app_worker;
--> statement-breakpoint
create policy review_comment_worker on app.review_comment for select to app_worker using (audience = 'shared');
--> statement-breakpoint
grant select (submission_id, indicator_code, audience, at) on app.thread_closing to app_worker;
--> statement-breakpoint
create policy thread_closing_worker on app.thread_closing for select to app_worker using (audience = 'shared');
--> statement-breakpoint
grant select (comment_id) on app.remark_seen to app_worker;
--> statement-breakpoint
create policy remark_seen_worker on app.remark_seen for select to app_worker using (true);
