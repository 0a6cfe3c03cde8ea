ALTER TABLE "app"."matter" ADD COLUMN "public_since" timestamp (3) with time zone;--> statement-breakpoint

-- What its author shows to everybody (decision 65). The public reads it in the edition (`release`), never here: the publisher reads what is filed,
-- open and public, and writes it into the edition in the transaction of the act.
create function app.may_be_public(kind text) returns boolean language sql immutable parallel safe
  return kind in ('document', 'contribution', 'recommendation');
--> statement-breakpoint
alter table app.matter add constraint matter_public_says_what_it_means check (
  (visibility <> 'public' or app.may_be_public(kind))
  and (public_since is not null) = (visibility = 'public' and version > 0)
);
--> statement-breakpoint
grant update (public_since) on app.matter to app_api;
--> statement-breakpoint
-- Nobody knows who of the public has read something: it is withdrawn, and not shown to fewer.
create function app.refuse_hiding_from_public() returns trigger language plpgsql as $$
begin
  raise exception 'what everybody was shown is withdrawn, not narrowed' using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger stays_public before update on app.matter for each row
  when (old.public_since is not null and (new.public_since, new.visibility) is distinct from (old.public_since, old.visibility))
  execute function app.refuse_hiding_from_public();
--> statement-breakpoint
drop policy matter_insert on app.matter;
--> statement-breakpoint
create policy matter_insert on app.matter for insert to app_api with check (
  author_code = app.actor_participant() and app.may_put(kind) and created_by = app.actor_id()
  and state = 'draft' and version = 0 and revision = 1 and text_revision = 1 and opened_at is null and public_since is null
);
--> statement-breakpoint
drop policy matter_update on app.matter;
--> statement-breakpoint
create policy matter_update on app.matter for update to app_api
  using (author_code = app.actor_participant() and app.may_put(kind) and state <> 'withdrawn')
  with check (
    author_code = app.actor_participant() and app.may_put(kind)
    and (withdrawn_by is null or withdrawn_by = app.actor_id())
  );
--> statement-breakpoint

-- The publisher ---------------------------------------------------------------------------------------------------------------
-- No names of people, no reason, nothing that was not filed.
grant select (id, kind, author_code, language, subject, body, text_revision, visibility, addressees, first_to_code, opened_at, state, version,
  filed_at, public_since, public_source) on app.matter to app_publisher;
--> statement-breakpoint
create policy matter_publisher on app.matter for select to app_publisher using (
  state = 'filed' and visibility = 'public' and public_since is not null and (first_to_code is null or opened_at is not null)
);
--> statement-breakpoint
grant select (matter_id, version, text_revision) on app.matter_version to app_publisher;
--> statement-breakpoint
create policy matter_version_publisher on app.matter_version for select to app_publisher
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
grant select (id, matter_id, text_revision, language, subject, body, made_by, at) on app.translation to app_publisher;
--> statement-breakpoint
create policy translation_publisher on app.translation for select to app_publisher using (
  exists (
    select from app.matter_version v where v.matter_id = translation.matter_id and v.text_revision = translation.text_revision
  )
);
--> statement-breakpoint
grant select (matter_id, kind, code, linked_by_code, removed_at) on app.matter_link to app_publisher;
--> statement-breakpoint
create policy matter_link_publisher on app.matter_link for select to app_publisher
  using (removed_at is null and exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- What was answered while fewer read it was said to fewer: it stays there, and who said it may say it again to everybody.
grant select (id, matter_id, participant_code, said, language, text, at, withdrawn_at) on app.matter_reply to app_publisher;
--> statement-breakpoint
create policy matter_reply_publisher on app.matter_reply for select to app_publisher using (
  withdrawn_at is null and exists (select from app.matter m where m.id = matter_id and matter_reply.at >= m.public_since)
);
--> statement-breakpoint
grant select (id, matter_id, participant_code, said, language, text, at) on app.stance to app_publisher;
--> statement-breakpoint
create policy stance_publisher on app.stance for select to app_publisher
  using (exists (select from app.matter m where m.id = matter_id and stance.at >= m.public_since));
--> statement-breakpoint
grant select (id, matter_id, of_code, by_code, step, language, text, at) on app.completion to app_publisher;
--> statement-breakpoint
create policy completion_publisher on app.completion for select to app_publisher
  using (exists (select from app.matter m where m.id = matter_id and completion.at >= m.public_since));
--> statement-breakpoint
grant select on app.contribution, app.recommendation, app.document to app_publisher;
--> statement-breakpoint
create policy contribution_publisher on app.contribution for select to app_publisher
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy recommendation_publisher on app.recommendation for select to app_publisher
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
create policy document_publisher on app.document for select to app_publisher
  using (exists (select from app.matter m where m.id = matter_id));
--> statement-breakpoint
-- Files of the version that is shown, and of replies to everybody.
grant select (file_id, language, place, matter_id, version, reply_id, removed_at) on app.file_use to app_publisher;
--> statement-breakpoint
create policy file_use_publisher on app.file_use for select to app_publisher using (
  removed_at is null and (
    exists (select from app.matter m where m.id = matter_id and m.version = file_use.version)
    or exists (select from app.matter_reply r where r.id = reply_id)
  )
);
--> statement-breakpoint
grant select (id, store_key, name, file_type, bytes, state) on app.file to app_publisher;
--> statement-breakpoint
create policy file_publisher on app.file for select to app_publisher
  using (state = 'stored' and exists (select from app.file_use u where u.file_id = file.id));
