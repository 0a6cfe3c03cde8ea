-- Whoever looks at the late monitor learns what others do. As in 0022, what is told is where something changed, never what.
create function app.announce_asks() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select w.round_year, jsonb_agg(distinct w.country_code) as countries from written w group by w.round_year loop
    perform pg_notify('live', jsonb_build_object('kind', 'asks', 'round', told.round_year, 'countries', told.countries)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.notice referencing new table as written
  for each statement execute function app.announce_asks();
--> statement-breakpoint
create trigger announced_changed after update on app.notice referencing new table as written
  for each statement execute function app.announce_asks();
--> statement-breakpoint

-- The people of section links are nobody's on the board.
create function app.announce_contacts() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select distinct w.country_code from written w where w.country_code is not null and w.section_id is null loop
    perform pg_notify('live', jsonb_build_object('kind', 'contacts', 'country', told.country_code)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.app_user referencing new table as written
  for each statement execute function app.announce_contacts();
--> statement-breakpoint
create trigger announced_changed after update on app.app_user referencing new table as written
  for each statement execute function app.announce_contacts();
--> statement-breakpoint

create function app.announce_rounds() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select distinct w.year from written w loop
    perform pg_notify('live', jsonb_build_object('kind', 'round', 'round', told.year)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_changed after update on app.round referencing new table as written
  for each statement execute function app.announce_rounds();
