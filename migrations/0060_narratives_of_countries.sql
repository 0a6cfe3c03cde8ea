CREATE TABLE "app"."narrative" (
	"matter_id" uuid PRIMARY KEY NOT NULL,
	"instrument" text NOT NULL,
	CONSTRAINT "narrative_instrument_known" CHECK ("app"."narrative"."instrument" in ('TIP', 'SOM'))
);
--> statement-breakpoint
ALTER TABLE "app"."matter" DROP CONSTRAINT "matter_kind_known";--> statement-breakpoint
ALTER TABLE "app"."narrative" ADD CONSTRAINT "narrative_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "app"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."matter" ADD CONSTRAINT "matter_kind_known" CHECK ("app"."matter"."kind" in ('agenda_item', 'document', 'commitment', 'contribution', 'recommendation', 'report', 'activity', 'narrative'));--> statement-breakpoint

-- What a country tells of its progress before a meeting of the Network, once for each Protocol. Countries alone tell it.
-- As before, and not even the Secretariat in their place.
create or replace function app.may_put(kind text) returns boolean language sql stable parallel safe
  return app.speaks() and (
    (app.is_secretariat() and kind <> 'narrative')
    or (
      not app.is_secretariat()
      and (
        kind = 'activity'
        or (kind <> 'report' and (kind in ('contribution', 'recommendation')) = (app.actor_role() in ('observer', 'civil_society', 'coalition')))
      )
    )
  );
--> statement-breakpoint
alter table app.narrative enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.narrative to app_api;
--> statement-breakpoint
create policy narrative_read on app.narrative for select to app_api using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy narrative_insert on app.narrative for insert to app_api with check (
  app.is_own_matter(matter_id)
  and exists (select from app.matter m where m.id = matter_id and m.kind = 'narrative' and m.meeting_id is not null)
);
--> statement-breakpoint

-- That a country shared its progress is a fact that the whole Network reads beside who attended, also those who do not read the words. What was told
-- to the Secretariat alone was not shared. The function works as the owner, which row-level security holds as well.
create policy matter_shared_owner on app.matter for select to app_owner
  using (kind = 'narrative' and state = 'filed' and visibility <> 'secretariat');
--> statement-breakpoint
create policy narrative_shared_owner on app.narrative for select to app_owner
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create function app.who_shared(meeting uuid) returns table (participant_code text, instruments text[])
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select m.author_code, array_agg(distinct n.instrument)
  from app.matter m join app.narrative n on n.matter_id = m.id
  where m.meeting_id = meeting and m.kind = 'narrative' and m.state = 'filed' and m.visibility <> 'secretariat'
    and app.reads_level('network')
  group by m.author_code;
end;
--> statement-breakpoint
revoke execute on function app.who_shared(uuid) from public;
--> statement-breakpoint
grant execute on function app.who_shared(uuid) to app_api;
