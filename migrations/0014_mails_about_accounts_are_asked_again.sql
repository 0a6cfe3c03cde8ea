ALTER TABLE "app"."outgoing_mail" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."outgoing_mail" ADD CONSTRAINT "outgoing_mail_request_id_account_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "app"."account_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- What the sender of mails has to know right before a message about an account leaves ----------------------------------------
-- Yes or no: whoever sends mails reads no ticket.
create function app.link_works(ticket_id uuid, at timestamptz) returns boolean language sql stable security definer set search_path = pg_catalog
  return exists (
    select from auth.ticket t
    where t.id = ticket_id and t.used_at is null and t.voided_at is null and t.expires_at > at
  );
--> statement-breakpoint
revoke execute on function app.link_works(uuid, timestamptz) from public;
--> statement-breakpoint
grant execute on function app.link_works(uuid, timestamptz) to app_worker;
--> statement-breakpoint
grant select (id, requested_at, decided_at) on app.account_request to app_worker;
--> statement-breakpoint
create policy account_request_worker on app.account_request for select to app_worker using (true);
