-- Who may see and change which rows. The application checks first; this is the wall behind it. No context = no row.
-- Roles are made by packages/db/src/migrate.ts. Nobody may DELETE anything in "app" or "release".

create function app.actor_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.user_id', true), '')::uuid;
--> statement-breakpoint
create function app.actor_country() returns text language sql stable parallel safe
  return nullif(current_setting('app.country', true), '');
--> statement-breakpoint
create function app.actor_role() returns text language sql stable parallel safe
  return nullif(current_setting('app.role', true), '');
--> statement-breakpoint
create function app.actor_assigned() returns text[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.assigned', true), ''), ',');
--> statement-breakpoint
create function app.is_secretariat() returns boolean language sql stable parallel safe
  return app.actor_role() = 'secretariat';
--> statement-breakpoint
-- Focal point or alternate of this country.
create function app.reports_for(country text) returns boolean language sql stable parallel safe
  return country = app.actor_country() and app.actor_role() in ('focal_point', 'alternate');
--> statement-breakpoint
-- Everybody of this country who sees all its answers.
create function app.reads_all_of(country text) returns boolean language sql stable parallel safe
  return country = app.actor_country() and app.actor_role() in ('focal_point', 'alternate', 'approver', 'liaison_officer');
--> statement-breakpoint
create function app.contributes_to(country text, indicator text) returns boolean language sql stable parallel safe
  return country = app.actor_country() and app.actor_role() = 'contributor' and indicator = any(app.actor_assigned());
--> statement-breakpoint
create function app.is_of(country text) returns boolean language sql stable parallel safe
  return country = app.actor_country() and app.actor_role() in ('focal_point', 'alternate', 'contributor', 'approver', 'liaison_officer');
--> statement-breakpoint

-- First instant after a local day. Asked, never stored: States change their clocks at short notice.
create function app.end_of_day(d date, zone text) returns timestamptz language sql stable parallel safe
  return (d + 1)::timestamp at time zone zone;
--> statement-breakpoint

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of %.% is refused: its rows never change', lower(tg_op), tg_table_schema, tg_table_name using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.audit_event for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.submission_version for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.version_answer for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on release.edition for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on release.payload for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on release.edition_entry for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on release.hidden_cell for each statement execute function app.refuse_change();
--> statement-breakpoint
create trigger frozen before update or delete or truncate on ref.catalogue_version for each statement execute function app.refuse_change();
--> statement-breakpoint

-- Answers join a version in the transaction that makes it, or never.
create function app.refuse_late_answers() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct version_id from added) a
    where not exists (select from app.submission_version v where v.id = a.version_id and v.xmin = pg_current_xact_id()::xid)
  ) then
    raise exception 'insert into app.version_answer is refused: the version is frozen' using errcode = '42501';
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger frozen_version after insert on app.version_answer referencing new table as added
  for each statement execute function app.refuse_late_answers();
--> statement-breakpoint

create function release.announce_edition() returns trigger language plpgsql as $$
begin
  perform pg_notify('release', new.id::text);
  return null;
end
$$;
--> statement-breakpoint
create trigger announced after insert on release.edition for each row execute function release.announce_edition();
--> statement-breakpoint

-- Room in each page, so that saving an answer again rewrites no index.
alter table app.answer set (fillfactor = 80);
--> statement-breakpoint

grant usage on schema app to app_api, app_auth, app_worker, app_publisher;
--> statement-breakpoint
grant usage on schema auth to app_auth, app_api;
--> statement-breakpoint
grant usage on schema ref to app_api, app_auth, app_worker, app_publisher, app_public;
--> statement-breakpoint
grant usage on schema release to app_publisher, app_public;
--> statement-breakpoint
grant select on all tables in schema ref to app_api, app_auth, app_worker, app_publisher;
--> statement-breakpoint
grant select on ref.catalogue_version, ref.country, ref.country_group, ref.country_group_member, ref.instance to app_public;
--> statement-breakpoint
alter table ref.instance enable row level security;
--> statement-breakpoint
create policy instance_read on ref.instance for select to app_api, app_auth, app_worker, app_publisher using (true);
--> statement-breakpoint
create policy instance_public on ref.instance for select to app_public using (is_public);
--> statement-breakpoint
grant select on all tables in schema release to app_public;
--> statement-breakpoint
grant select, insert on all tables in schema release to app_publisher;
--> statement-breakpoint
grant usage on all sequences in schema release to app_publisher;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema auth to app_auth;
--> statement-breakpoint
grant usage on all sequences in schema app to app_api, app_auth, app_worker, app_publisher;
--> statement-breakpoint

-- Rounds -------------------------------------------------------------------------------------------------------------
alter table app.round enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update on app.round to app_api;
--> statement-breakpoint
grant select on app.round to app_worker, app_publisher, app_auth;
--> statement-breakpoint
create policy round_read on app.round for select to app_api using (app.actor_role() is not null);
--> statement-breakpoint
create policy round_insert on app.round for insert to app_api with check (app.is_secretariat());
--> statement-breakpoint
create policy round_update on app.round for update to app_api using (app.is_secretariat()) with check (app.is_secretariat());
--> statement-breakpoint
create policy round_machine on app.round for select to app_worker, app_publisher, app_auth using (true);
--> statement-breakpoint

-- Submissions: status information, no answers ------------------------------------------------------------------------
alter table app.submission enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.submission to app_api;
--> statement-breakpoint
grant update (status, due_on, extension_reason, extension_granted_at, return_due_on, exempt_reason, first_submitted_at, submitted_at,
  returned_at, accepted_at, published_at, version, accepted_version, published_version, answered_count, last_activity_at)
  on app.submission to app_api;
--> statement-breakpoint
grant select on app.submission to app_worker, app_publisher;
--> statement-breakpoint
create policy submission_read on app.submission for select to app_api using (
  app.actor_role() in ('secretariat', 'rcgm_delegate', 'presidency', 'focal_point', 'alternate', 'approver', 'liaison_officer')
  or app.is_of(country_code)
);
--> statement-breakpoint
create policy submission_insert on app.submission for insert to app_api with check (app.is_secretariat());
--> statement-breakpoint
create policy submission_update on app.submission for update to app_api
  using (app.is_secretariat() or app.reports_for(country_code) or (app.is_of(country_code) and app.actor_role() = 'contributor'))
  with check (
    app.is_secretariat()
    or (app.reports_for(country_code) and status in ('not_started', 'draft', 'submitted', 'returned', 'exempt'))
    or (app.is_of(country_code) and app.actor_role() = 'contributor' and status in ('draft', 'returned'))
  );
--> statement-breakpoint
create policy submission_worker on app.submission for select to app_worker using (true);
--> statement-breakpoint
-- Status information of all countries stands in the public file (who has reported); answers only of what is published.
create policy submission_publisher on app.submission for select to app_publisher using (true);
--> statement-breakpoint

-- Working copy: the country alone ------------------------------------------------------------------------------------
alter table app.answer enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.answer to app_api;
--> statement-breakpoint
grant update (state, value, reason, comment, evidence, revision, cleared, updated_at, updated_by, updated_by_name) on app.answer to app_api;
--> statement-breakpoint
create policy answer_read on app.answer for select to app_api
  using (app.reads_all_of(country_code) or app.contributes_to(country_code, indicator_code));
--> statement-breakpoint
create policy answer_insert on app.answer for insert to app_api
  with check (updated_by = app.actor_id() and (app.reports_for(country_code) or app.contributes_to(country_code, indicator_code)));
--> statement-breakpoint
create policy answer_update on app.answer for update to app_api
  using (app.reports_for(country_code) or app.contributes_to(country_code, indicator_code))
  with check (updated_by = app.actor_id() and (app.reports_for(country_code) or app.contributes_to(country_code, indicator_code)));
--> statement-breakpoint

-- Frozen versions ----------------------------------------------------------------------------------------------------
alter table app.submission_version enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.submission_version to app_api;
--> statement-breakpoint
grant select on app.submission_version to app_publisher;
--> statement-breakpoint
-- The scheduler tells a country that its version was received; findings and proof are not its business.
grant select (id, submission_id, country_code, round_year, version, submitted_at, submitted_by, submitted_by_name)
  on app.submission_version to app_worker;
--> statement-breakpoint
create policy submission_version_worker on app.submission_version for select to app_worker using (true);
--> statement-breakpoint
create policy submission_version_read on app.submission_version for select to app_api
  using (app.is_secretariat() or app.is_of(country_code));
--> statement-breakpoint
create policy submission_version_insert on app.submission_version for insert to app_api
  with check (submitted_by = app.actor_id() and app.reports_for(country_code));
--> statement-breakpoint
create policy submission_version_publisher on app.submission_version for select to app_publisher
  using (exists (select from app.submission s where s.id = submission_id and s.published_version = submission_version.version));
--> statement-breakpoint

alter table app.version_answer enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.version_answer to app_api;
--> statement-breakpoint
grant select on app.version_answer to app_publisher;
--> statement-breakpoint
create policy version_answer_read on app.version_answer for select to app_api
  using (app.is_secretariat() or app.reads_all_of(country_code) or app.contributes_to(country_code, indicator_code));
--> statement-breakpoint
create policy version_answer_insert on app.version_answer for insert to app_api with check (app.reports_for(country_code));
--> statement-breakpoint
create policy version_answer_publisher on app.version_answer for select to app_publisher
  using (exists (select from app.submission_version v where v.id = version_id));
--> statement-breakpoint

alter table app.not_applicable_confirmation enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.not_applicable_confirmation to app_api;
--> statement-breakpoint
grant select on app.not_applicable_confirmation to app_publisher;
--> statement-breakpoint
create policy not_applicable_confirmation_read on app.not_applicable_confirmation for select to app_api
  using (app.is_secretariat() or app.is_of(country_code));
--> statement-breakpoint
create policy not_applicable_confirmation_insert on app.not_applicable_confirmation for insert to app_api
  with check (app.is_secretariat() and confirmed_by = app.actor_id());
--> statement-breakpoint
create policy not_applicable_confirmation_publisher on app.not_applicable_confirmation for select to app_publisher
  using (exists (select from app.submission s where s.id = submission_id));
--> statement-breakpoint

-- Talk about a submission --------------------------------------------------------------------------------------------
alter table app.review_comment enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.review_comment to app_api;
--> statement-breakpoint
create policy review_comment_read on app.review_comment for select to app_api using (
  (app.is_secretariat() and audience = 'shared')
  or app.reads_all_of(country_code)
  or app.contributes_to(country_code, indicator_code)
);
--> statement-breakpoint
create policy review_comment_insert on app.review_comment for insert to app_api with check (
  author_id = app.actor_id() and ((app.is_secretariat() and audience = 'shared') or app.reports_for(country_code))
);
--> statement-breakpoint

-- People -------------------------------------------------------------------------------------------------------------
alter table app.app_user enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.app_user to app_api;
--> statement-breakpoint
grant update (email, display_name, institution, role, country_code, assigned_indicators, language, invited_at, invited_by,
  confirmed_at, confirmed_by, ended_at) on app.app_user to app_api;
--> statement-breakpoint
grant select on app.app_user to app_auth, app_worker;
--> statement-breakpoint
grant update (last_signed_in_at) on app.app_user to app_auth;
--> statement-breakpoint
create policy app_user_read on app.app_user for select to app_api
  using (app.is_secretariat() or app.is_of(country_code) or id = app.actor_id());
--> statement-breakpoint
create policy app_user_insert on app.app_user for insert to app_api
  with check (app.is_secretariat() and (confirmed_by is null or confirmed_by is distinct from invited_by));
--> statement-breakpoint
-- Whoever asked for an invitation does not confirm it.
create policy app_user_update on app.app_user for update to app_api
  using (app.is_secretariat())
  with check (app.is_secretariat() and (confirmed_by is null or confirmed_by is distinct from invited_by));
--> statement-breakpoint
create policy app_user_machine on app.app_user for select to app_auth, app_worker using (true);
--> statement-breakpoint
create policy app_user_signed_in on app.app_user for update to app_auth using (true) with check (true);
--> statement-breakpoint

-- Notices and mail ---------------------------------------------------------------------------------------------------
alter table app.notice enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (state, settled_at, result) on app.notice to app_api, app_worker;
--> statement-breakpoint
create policy notice_read on app.notice for select to app_api using (app.is_secretariat() or app.reads_all_of(country_code));
--> statement-breakpoint
-- A country may write the receipt of its own submission.
create policy notice_insert on app.notice for insert to app_api
  with check (app.is_secretariat() or (app.reports_for(country_code) and step = 'submitted'));
--> statement-breakpoint
create policy notice_update on app.notice for update to app_api using (app.is_secretariat()) with check (app.is_secretariat());
--> statement-breakpoint
create policy notice_worker_read on app.notice for select to app_worker using (true);
--> statement-breakpoint
create policy notice_worker_insert on app.notice for insert to app_worker with check (true);
--> statement-breakpoint
create policy notice_worker_update on app.notice for update to app_worker using (true) with check (true);
--> statement-breakpoint

alter table app.notice_batch enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.notice_batch to app_api;
--> statement-breakpoint
grant select on app.notice_batch to app_worker;
--> statement-breakpoint
create policy notice_batch_read on app.notice_batch for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy notice_batch_insert on app.notice_batch for insert to app_api
  with check (app.is_secretariat() and created_by = app.actor_id());
--> statement-breakpoint
create policy notice_batch_worker on app.notice_batch for select to app_worker using (true);
--> statement-breakpoint

alter table app.outgoing_mail enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (state, attempts, next_attempt_at, settled_at, to_address) on app.outgoing_mail to app_api;
--> statement-breakpoint
grant insert on app.outgoing_mail to app_auth;
--> statement-breakpoint
grant select, insert, update (state, attempts, next_attempt_at, lease_until, fence, last_code, last_answer, settled_at)
  on app.outgoing_mail to app_worker;
--> statement-breakpoint
create policy outgoing_mail_read on app.outgoing_mail for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy outgoing_mail_insert on app.outgoing_mail for insert to app_api with check (
  app.is_secretariat() or (app.reports_for(country_code) and exists (select from app.notice n where n.id = notice_id and n.step = 'submitted'))
);
--> statement-breakpoint
create policy outgoing_mail_update on app.outgoing_mail for update to app_api using (app.is_secretariat()) with check (app.is_secretariat());
--> statement-breakpoint
create policy outgoing_mail_auth on app.outgoing_mail for insert to app_auth with check (notice_id is null);
--> statement-breakpoint
create policy outgoing_mail_worker_read on app.outgoing_mail for select to app_worker using (true);
--> statement-breakpoint
create policy outgoing_mail_worker_insert on app.outgoing_mail for insert to app_worker with check (true);
--> statement-breakpoint
create policy outgoing_mail_worker_update on app.outgoing_mail for update to app_worker using (true) with check (true);
--> statement-breakpoint

-- Record of acts -----------------------------------------------------------------------------------------------------
alter table app.audit_event enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.audit_event to app_api;
--> statement-breakpoint
grant insert on app.audit_event to app_auth, app_worker, app_publisher;
--> statement-breakpoint
create policy audit_event_read on app.audit_event for select to app_api
  using (app.is_secretariat() or app.reads_all_of(country_code) or actor_id = app.actor_id());
--> statement-breakpoint
create policy audit_event_insert on app.audit_event for insert to app_api with check (
  actor_id = app.actor_id() and actor_role = app.actor_role() and actor_country is not distinct from app.actor_country()
);
--> statement-breakpoint
create policy audit_event_machine on app.audit_event for insert to app_auth, app_worker, app_publisher with check (true);
--> statement-breakpoint

-- Requests that must not act twice -----------------------------------------------------------------------------------
alter table app.idempotency enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (body_hash, status, response, created_at) on app.idempotency to app_api;
--> statement-breakpoint
create policy idempotency_read on app.idempotency for select to app_api using (user_id = app.actor_id());
--> statement-breakpoint
create policy idempotency_insert on app.idempotency for insert to app_api with check (user_id = app.actor_id());
--> statement-breakpoint
create policy idempotency_update on app.idempotency for update to app_api
  using (user_id = app.actor_id()) with check (user_id = app.actor_id());
--> statement-breakpoint

-- Tickets: the secretariat may write an invitation, and nobody but app_auth may read one ------------------------------
alter table auth.ticket enable row level security;
--> statement-breakpoint
grant insert on auth.ticket to app_api;
--> statement-breakpoint
create policy ticket_auth on auth.ticket for all to app_auth using (true) with check (true);
--> statement-breakpoint
create policy ticket_invitation on auth.ticket for insert to app_api with check (app.is_secretariat() and kind = 'invitation');
--> statement-breakpoint
-- A newer ticket voids the older ones of its kind. As the owner, because the writer of an invitation cannot read tickets.
create function auth.void_older_tickets() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update auth.ticket set voided_at = new.created_at
  where user_id = new.user_id and kind = new.kind and id <> new.id and used_at is null and voided_at is null;
  return null;
end
$$;
--> statement-breakpoint
create trigger newest_counts after insert on auth.ticket for each row execute function auth.void_older_tickets();
