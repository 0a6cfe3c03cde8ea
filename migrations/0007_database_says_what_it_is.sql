-- What this database is, a demonstration or a place of real work, it says itself and for good: the row `kind` of ref.instance. --------
-- Whoever makes a demonstration writes it before the first account; otherwise the first start of a program, or the first account, does.
alter table ref.instance add constraint instance_kind check (name <> 'kind' or value in ('"demonstration"'::jsonb, '"real"'::jsonb));
--> statement-breakpoint
-- Databases of before. The owner itself sees no accounts otherwise.
alter table app.app_user no force row level security;
--> statement-breakpoint
insert into ref.instance (name, value, is_public)
select 'kind', '"demonstration"', true where exists (select from ref.instance where name in ('demonstration', 'demonstration begun'));
--> statement-breakpoint
insert into ref.instance (name, value, is_public)
select 'kind', '"real"', true where exists (select from app.app_user) on conflict do nothing;
--> statement-breakpoint
alter table app.app_user force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on ref.instance for each statement execute function app.refuse_change();
--> statement-breakpoint
-- The kind of this database; one that has none yet is from now on a place of real work.
create function app.settled_kind() returns text language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ref.instance (name, value, is_public) values ('kind', '"real"', true) on conflict do nothing;
  return (select value #>> '{}' from ref.instance where name = 'kind');
end
$$;
--> statement-breakpoint
revoke execute on function app.settled_kind() from public;
--> statement-breakpoint
grant execute on function app.settled_kind() to app_api, app_auth, app_worker;
--> statement-breakpoint
create function app.settle_kind() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform app.settled_kind();
  return null;
end
$$;
--> statement-breakpoint
create trigger kind_settled after insert on app.app_user for each statement execute function app.settle_kind();
