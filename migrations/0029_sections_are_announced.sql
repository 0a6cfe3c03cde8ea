-- Whoever reports learns that a section was asked for, handed in or taken back, and its person that what is asked has changed. Where, never what: as 0022.
create function app.announce_sections() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select distinct w.submission_id, w.country_code from written w loop
    perform pg_notify('live', jsonb_build_object('kind', 'sections', 'submission', told.submission_id, 'country', told.country_code)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.section referencing new table as written
  for each statement execute function app.announce_sections();
--> statement-breakpoint
create trigger announced_changed after update on app.section referencing new table as written
  for each statement execute function app.announce_sections();
