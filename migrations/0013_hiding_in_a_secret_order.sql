CREATE TABLE "release"."hiding_key" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
-- Whoever knew in which order cells are given up to protect others could narrow hidden counts. The order hangs on a secret of this
-- database: one row, made when it is first needed, kept for good and in backups, and read through one function by the publisher alone.
alter table release.hiding_key add constraint hiding_key_is_only check (is_only);
--> statement-breakpoint
create trigger frozen before update or delete or truncate on release.hiding_key for each statement execute function app.refuse_change();
--> statement-breakpoint
create function release.settled_hiding_key() returns text language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into release.hiding_key (key) values (gen_random_uuid()::text || gen_random_uuid()::text) on conflict do nothing;
  return (select key from release.hiding_key);
end
$$;
--> statement-breakpoint
revoke execute on function release.settled_hiding_key() from public;
--> statement-breakpoint
grant execute on function release.settled_hiding_key() to app_publisher;
