-- Whoever has a report open learns what others do to it. What is told is where something changed, never what: each instance then asks, for each of its
-- readers, whether they may see it. Triggers and not the program tell it, so no way of writing an answer can forget to.
create function app.announce_answers() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in
    select w.submission_id, w.country_code, jsonb_object_agg(w.indicator_code, w.revision) as answers
    from written w group by w.submission_id, w.country_code
  loop
    perform pg_notify('live', jsonb_build_object(
      'kind', 'answers', 'submission', told.submission_id, 'country', told.country_code, 'answers', told.answers)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.answer referencing new table as written
  for each statement execute function app.announce_answers();
--> statement-breakpoint
create trigger announced_changed after update on app.answer referencing new table as written
  for each statement execute function app.announce_answers();
--> statement-breakpoint

create function app.announce_acts() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select w.submission_id, w.country_code, max(w.revision) as revision from written w group by w.submission_id, w.country_code loop
    perform pg_notify('live', jsonb_build_object(
      'kind', 'act', 'submission', told.submission_id, 'country', told.country_code, 'revision', told.revision)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced after insert on app.submission_act referencing new table as written
  for each statement execute function app.announce_acts();
--> statement-breakpoint

create function app.announce_notes() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in select distinct w.submission_id, w.country_code from written w loop
    perform pg_notify('live', jsonb_build_object('kind', 'notes', 'submission', told.submission_id, 'country', told.country_code)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced after insert on app.review_comment referencing new table as written
  for each statement execute function app.announce_notes();
