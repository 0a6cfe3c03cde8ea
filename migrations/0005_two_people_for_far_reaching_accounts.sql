CREATE TABLE "app"."account_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"act" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_by_name" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "auth"."secretariat_member" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."app_user" DROP CONSTRAINT "app_user_email";--> statement-breakpoint
ALTER TABLE "app"."account_request" ADD CONSTRAINT "account_request_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."secretariat_member" ADD CONSTRAINT "secretariat_member_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_request_waiting" ON "app"."account_request" USING btree ("user_id") WHERE "app"."account_request"."decided_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "app_user_email" ON "app"."app_user" USING btree ("email") WHERE "app"."app_user"."ended_at" is null;
--> statement-breakpoint

-- The secretariat had a second person: a fact that nothing takes back ---------------------------------------------------
create trigger frozen before update or delete or truncate on auth.secretariat_member for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on auth.secretariat_member to app_auth;
--> statement-breakpoint
-- Whoever sets the first password of somebody of the secretariat writes this too.
create function auth.note_secretariat_member() returns trigger language plpgsql as $$
begin
  insert into auth.secretariat_member (user_id, since)
  select id, new.changed_at from app.app_user where id = new.user_id and role = 'secretariat'
  on conflict do nothing;
  return null;
end
$$;
--> statement-breakpoint
create trigger secretariat_noted after insert or update on auth.credential for each row execute function auth.note_secretariat_member();
--> statement-breakpoint
-- Those who were there before this migration; the owner itself sees no accounts otherwise.
alter table app.app_user no force row level security;
--> statement-breakpoint
insert into auth.secretariat_member (user_id, since)
select u.id, c.changed_at from app.app_user u join auth.credential c on c.user_id = u.id where u.role = 'secretariat'
on conflict do nothing;
--> statement-breakpoint
alter table app.app_user force row level security;
--> statement-breakpoint
create function app.had_second_person() returns boolean language sql stable security definer set search_path = pg_catalog
  return (select count(*) > 1 from auth.secretariat_member);
--> statement-breakpoint
revoke execute on function app.had_second_person() from public;
--> statement-breakpoint
grant execute on function app.had_second_person() to app_api, app_auth;
--> statement-breakpoint

-- Acts on accounts: one person of the secretariat asks, another decides --------------------------------------------------
alter table app.account_request enable row level security, force row level security;
--> statement-breakpoint
alter table app.account_request add constraint account_request_decision check (
  act in ('open', 'send_link', 'end')
  and (decided_at is null) = (outcome is null) and (decided_by is null) = (outcome is null)
  and (outcome is null or outcome in ('confirmed', 'withdrawn', 'superseded'))
  and (outcome is distinct from 'confirmed' or decided_by <> requested_by)
);
--> statement-breakpoint
grant select, insert, update (decided_at, decided_by, outcome) on app.account_request to app_api;
--> statement-breakpoint
create policy account_request_read on app.account_request for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy account_request_insert on app.account_request for insert to app_api
  with check (app.is_secretariat() and requested_by = app.actor_id() and decided_at is null);
--> statement-breakpoint
create policy account_request_decide on app.account_request for update to app_api
  using (app.is_secretariat() and decided_at is null) with check (app.is_secretariat() and decided_by = app.actor_id());
--> statement-breakpoint
-- Did somebody else ask for this act, and does the acting person confirm it in this very transaction?
create function app.is_confirmed_now(person uuid, wanted text) returns boolean language sql stable
  return exists (
    select from app.account_request r
    where r.user_id = person and r.act = wanted and r.outcome = 'confirmed' and r.decided_by = app.actor_id()
      and r.requested_by <> r.decided_by and r.xmin = pg_current_xact_id()::xid
  );
--> statement-breakpoint
-- The accounts that let into a country, or give the powers of the secretariat.
create function app.reaches_far(role text, country text) returns boolean language sql immutable parallel safe
  return role = 'secretariat' or country is not null;
--> statement-breakpoint
drop policy app_user_insert on app.app_user;
--> statement-breakpoint
create policy app_user_insert on app.app_user for insert to app_api with check (
  app.is_secretariat() and confirmed_by is null and ended_at is null
  and (confirmed_at is null or not app.reaches_far(role, country_code) or not app.had_second_person())
);
--> statement-breakpoint
-- The command line of the host opens accounts of the secretariat, and no others.
grant insert on app.app_user to app_auth;
--> statement-breakpoint
create policy app_user_host on app.app_user for insert to app_auth
  with check (role = 'secretariat' and country_code is null and confirmed_at is not null and confirmed_by is null and ended_at is null);
--> statement-breakpoint
create function app.refuse_one_person_alone() returns trigger language plpgsql as $$
begin
  -- Without an actor it is the machinery: sign-ins.
  if app.actor_id() is null then
    return new;
  end if;
  if old.ended_at is not null then
    raise exception 'an ended account stays as it is' using errcode = '42501';
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
create trigger two_people before update on app.app_user for each row execute function app.refuse_one_person_alone();
--> statement-breakpoint
-- A link is due to an account in force, and where it reaches far only with the second person's word.
create function app.is_link_due(person uuid) returns boolean language sql stable
  return exists (
    select from app.app_user u
    where u.id = person and u.ended_at is null and u.confirmed_at is not null
      and (
        not app.reaches_far(u.role, u.country_code) or not app.had_second_person()
        or app.is_confirmed_now(u.id, 'open') or app.is_confirmed_now(u.id, 'send_link')
      )
  );
--> statement-breakpoint
drop policy ticket_invitation on auth.ticket;
--> statement-breakpoint
create policy ticket_invitation on auth.ticket for insert to app_api
  with check (app.is_secretariat() and kind = 'invitation' and app.is_link_due(user_id));
