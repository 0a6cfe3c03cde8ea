-- A message that leaves on another day than it was written on says again until when its address works. The sender, which writes it anew, makes that so.
grant update (expires_at) on auth.answer_link to app_worker;
--> statement-breakpoint
create policy answer_link_worker_last on auth.answer_link for update to app_worker
  using (exists (select from app.notice n where n.id = notice_id and n.state = 'queued')) with check (true);
