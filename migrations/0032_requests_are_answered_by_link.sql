CREATE TABLE "auth"."answer_link" (
	"notice_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_link_token_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "auth"."answer_link" ADD CONSTRAINT "answer_link_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "app"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."answer_link" ADD CONSTRAINT "answer_link_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "app"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- The link by which a request is answered (decision 42). It is written with the request, to its recipient and to nobody else, and read by
-- app_auth alone, by the hash of its token. It opens no session: the answer is a row of app.exchange, which each link can make once.
alter table auth.answer_link enable row level security;
--> statement-breakpoint
grant select on auth.answer_link to app_auth;
--> statement-breakpoint
grant insert on auth.answer_link to app_api, app_worker;
--> statement-breakpoint
create policy answer_link_read on auth.answer_link for select to app_auth using (true);
--> statement-breakpoint
create policy answer_link_secretariat on auth.answer_link for insert to app_api with check (
  app.is_secretariat()
  and exists (select from app.notice n where n.id = notice_id and n.user_id = answer_link.user_id and n.state = 'queued')
);
--> statement-breakpoint
create policy answer_link_worker on auth.answer_link for insert to app_worker with check (
  exists (select from app.notice n where n.id = notice_id and n.user_id = answer_link.user_id and n.state = 'queued')
);
