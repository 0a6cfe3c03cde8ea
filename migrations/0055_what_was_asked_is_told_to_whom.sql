-- How often a side was asked is told to that side and to whoever asked. The record of acts named all whom a reminder went to, to everybody who reads
-- the matter. What was done to a draft is its own side's affair, as before.
drop policy matter_act_read on app.matter_act;
--> statement-breakpoint
create policy matter_act_read on app.matter_act for select to app_api using (
  exists (select from app.matter m where m.id = matter_id)
  and (act not in ('written', 'resent', 'noted') or app.is_own_matter(matter_id))
);
--> statement-breakpoint
-- Everybody of a side who takes part in the Network knows how often it was asked, also whoever does not speak for it: they read "0" where two were
-- written.
drop policy matter_request_read on app.matter_request;
--> statement-breakpoint
create policy matter_request_read on app.matter_request for select to app_api using (
  app.actor_section() is null and (app.is_secretariat() or (participant_code = app.actor_participant() and app.reads_level('network')))
);
--> statement-breakpoint
-- A country replies to what is put to it; and to contributions and recommendations of others, which may speak of any State. `isPutTo` of the domain
-- says the same.
drop policy matter_reply_insert on app.matter_reply;
--> statement-breakpoint
create policy matter_reply_insert on app.matter_reply for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and app.answers() and not app.is_secretariat() and withdrawn_at is null
  and exists (
    select from app.matter m
    where m.id = matter_id and m.state = 'filed' and m.author_code <> app.actor_participant()
      and (m.kind in ('contribution', 'recommendation') or app.actor_participant() = any (m.addressees))
  )
);
--> statement-breakpoint
-- A comment is about the version that is before the members, not about one that another has replaced.
drop policy report_comment_insert on app.report_comment;
--> statement-breakpoint
create policy report_comment_insert on app.report_comment for insert to app_api with check (
  by = app.actor_id() and participant_code = app.actor_participant() and app.speaks() and app.reads_level('members')
  and not app.is_own_matter(matter_id)
  and exists (select from app.report r where r.matter_id = report_comment.matter_id and r.stage = 'circulated')
  and exists (select from app.matter m where m.id = report_comment.matter_id and m.version = report_comment.version)
);
