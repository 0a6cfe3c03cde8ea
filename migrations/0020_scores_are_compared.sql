-- Any two rounds can be compared, so the public role needs the scores of single indicators. They are made from suppressed figures, and follow from
-- what is published. This view gives scores alone: the state of every indicator, also of those that are not public, stays with the publisher.
create view release.form_score with (security_barrier) as
select f.id as form_id, f.country_code, f.round_year,
  jsonb_build_object(
    'overall', i.index #> '{overall,published}',
    'TIP', i.index #> '{instruments,TIP,published}',
    'SOM', i.index #> '{instruments,SOM,published}') as published,
  coalesce(
    (select jsonb_object_agg(one ->> 0, one -> 1 -> 'score')
     from jsonb_array_elements(i.index -> 'indicators') one where jsonb_typeof(one -> 1 -> 'score') = 'number'),
    '{}') as scores
-- With `offset` each text is read once, not once for each place that names it.
from release.form f cross join lateral (select f.index::jsonb as index offset 0) i;
--> statement-breakpoint
grant select on release.form_score to app_public;
