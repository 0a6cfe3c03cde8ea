-- What may be changed in a returned report depends on all that the secretariat asked, also for those who read only some of it: a
-- contributor. So everybody of the country may know of what the secretariat spoke and when; what it said stays behind row-level security.
-- The function works as the owner, which row-level security holds as well.
create policy review_comment_owner on app.review_comment for select to app_owner
  using (author_role = 'secretariat' and audience = 'shared');
--> statement-breakpoint
create function app.secretariat_remarks(report uuid) returns table (indicator_code text, version integer, created_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
begin atomic
  select c.indicator_code, c.version, c.created_at from app.review_comment c
  where c.submission_id = report and c.author_role = 'secretariat' and c.audience = 'shared'
    and (app.is_secretariat() or app.is_of(c.country_code))
  order by c.created_at, c.id;
end;
--> statement-breakpoint
revoke execute on function app.secretariat_remarks(uuid) from public;
--> statement-breakpoint
grant execute on function app.secretariat_remarks(uuid) to app_api;
