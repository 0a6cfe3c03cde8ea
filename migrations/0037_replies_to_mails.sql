CREATE TABLE "app"."mail_reply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mail_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"status" text,
	"code" integer,
	"answer" text DEFAULT '' NOT NULL,
	"away_until" date,
	"address" text NOT NULL,
	"refuses_address" boolean NOT NULL,
	"attempt" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"cleared_at" timestamp (3) with time zone,
	"cleared_by" uuid,
	"cleared_by_name" text,
	CONSTRAINT "mail_reply_once" UNIQUE("mail_id","fingerprint"),
	CONSTRAINT "mail_reply_kind_known" CHECK ("app"."mail_reply"."kind" in ('bounced', 'replied', 'automatic', 'delayed', 'delivered'))
);
--> statement-breakpoint
CREATE TABLE "app"."mailbox_position" (
	"mailbox" text PRIMARY KEY NOT NULL,
	"uid_validity" text NOT NULL,
	"last_uid" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."mail_reply" ADD CONSTRAINT "mail_reply_mail_id_outgoing_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "app"."outgoing_mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_reply_refuses" ON "app"."mail_reply" USING btree ("address") WHERE refuses_address and cleared_at is null;--> statement-breakpoint

-- Whoever reads replies writes what came back, and nobody changes it. What came back concerns the office that wrote: no country reads it.
alter table app.mail_reply enable row level security, force row level security;
--> statement-breakpoint
grant select, insert on app.mail_reply to app_worker;
--> statement-breakpoint
grant select, update (cleared_at, cleared_by, cleared_by_name) on app.mail_reply to app_api;
--> statement-breakpoint
create policy mail_reply_read on app.mail_reply for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy mail_reply_clear on app.mail_reply for update to app_api
  using (app.is_secretariat() and cleared_at is null)
  with check (app.is_secretariat() and cleared_by = app.actor_id() and cleared_at is not null);
--> statement-breakpoint
create policy mail_reply_worker_read on app.mail_reply for select to app_worker using (true);
--> statement-breakpoint
create policy mail_reply_worker_insert on app.mail_reply for insert to app_worker with check (cleared_at is null);
--> statement-breakpoint

alter table app.mailbox_position enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (uid_validity, last_uid) on app.mailbox_position to app_worker;
--> statement-breakpoint
create policy mailbox_position_worker on app.mailbox_position to app_worker using (true) with check (true);
--> statement-breakpoint

-- The late monitor shows what came back. As in 0027: where something changed, never what.
create function app.announce_replies() returns trigger language plpgsql as $$
declare
  told record;
begin
  for told in
    select n.round_year, jsonb_agg(distinct n.country_code) as countries
    from written w
    join app.outgoing_mail m on m.id = w.mail_id
    join app.notice n on n.id = m.notice_id
    group by n.round_year
  loop
    perform pg_notify('live', jsonb_build_object('kind', 'asks', 'round', told.round_year, 'countries', told.countries)::text);
  end loop;
  return null;
end
$$;
--> statement-breakpoint
create trigger announced_new after insert on app.mail_reply referencing new table as written
  for each statement execute function app.announce_replies();
