CREATE TABLE "app"."letter" (
	"code" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"round_year" integer NOT NULL,
	"country_code" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"dated_on" date NOT NULL,
	"addressee_name" text NOT NULL,
	"addressee_title" text NOT NULL,
	"addressee_institution" text NOT NULL,
	"subject" text NOT NULL,
	"paragraphs" text[] NOT NULL,
	"wording_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" uuid,
	"withdrawn_by_name" text,
	"withdrawn_reason" text,
	CONSTRAINT "letter_number_once" UNIQUE("year","number"),
	CONSTRAINT "letter_kind_known" CHECK ("app"."letter"."kind" in ('opening', 'before_30', 'before_14', 'before_7', 'before_1', 'due_today', 'overdue_1', 'overdue_7', 'escalation_14', 'escalation_30', 'closing_45', 'returned_before_5', 'returned_before_1', 'returned_overdue_1', 'resend_before', 'resend_overdue', 'resend_returned', 'resend_returned_overdue')),
	CONSTRAINT "letter_language_known" CHECK ("app"."letter"."language" in ('en', 'es'))
);
--> statement-breakpoint
CREATE TABLE "app"."letter_number" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "app"."exchange" ADD COLUMN "letter_code" text;--> statement-breakpoint
ALTER TABLE "app"."letter" ADD CONSTRAINT "letter_wording_id_notice_wording_id_fk" FOREIGN KEY ("wording_id") REFERENCES "app"."notice_wording"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_round" ON "app"."letter" USING btree ("round_year");--> statement-breakpoint
ALTER TABLE "app"."exchange" ADD CONSTRAINT "exchange_letter_code_letter_code_fk" FOREIGN KEY ("letter_code") REFERENCES "app"."letter"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "exchange_of_letter" ON "app"."exchange" USING btree ("letter_code") WHERE "app"."exchange"."withdrawn_at" is null;--> statement-breakpoint

-- A letter is written once. Its number is the next of its year, taken in the same transaction: none is skipped and none is given twice.
alter table app.letter add constraint letter_is_what_it_says check (
  number >= 1
  and code = 'AV-' || year || '-' || lpad(number::text, greatest(4, length(number::text)), '0')
  and (withdrawn_at is null) = (withdrawn_by is null)
  and (withdrawn_at is null) = (withdrawn_by_name is null)
  and (withdrawn_at is null) = (withdrawn_reason is null)
);
--> statement-breakpoint
alter table app.exchange add constraint exchange_dispatches_a_letter check (letter_code is null or (channel = 'letter' and is_ask));
--> statement-breakpoint
alter table app.letter_number enable row level security, force row level security;
--> statement-breakpoint
alter table app.letter enable row level security, force row level security;
--> statement-breakpoint
grant select, insert, update (last) on app.letter_number to app_api;
--> statement-breakpoint
grant select, insert, update (withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_reason) on app.letter to app_api;
--> statement-breakpoint
create policy letter_number_all on app.letter_number for all to app_api
  using (app.is_secretariat()) with check (app.is_secretariat());
--> statement-breakpoint
-- What was not dispatched is known to the secretariat alone; the country has the letter itself, and reads its number in the note.
create policy letter_read on app.letter for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy letter_insert on app.letter for insert to app_api with check (
  app.is_secretariat() and created_by = app.actor_id() and withdrawn_at is null
  and number = (select n.last from app.letter_number n where n.year = letter.year)
);
--> statement-breakpoint
create policy letter_withdraw on app.letter for update to app_api
  using (app.is_secretariat() and withdrawn_at is null)
  with check (app.is_secretariat() and withdrawn_by = app.actor_id() and withdrawn_at is not null);
--> statement-breakpoint
create function app.next_letter_number() returns trigger language plpgsql as $$
begin
  if new.year <> old.year or new.last <> old.last + 1 then
    raise exception 'letters are numbered without gaps' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger one_by_one before update on app.letter_number for each row execute function app.next_letter_number();
