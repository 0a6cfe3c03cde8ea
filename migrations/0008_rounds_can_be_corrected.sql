CREATE TABLE "app"."round_act" (
	"round_year" integer NOT NULL,
	"revision" integer NOT NULL,
	"act" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "round_act_round_year_revision_pk" PRIMARY KEY("round_year","revision")
);
--> statement-breakpoint
ALTER TABLE "app"."round" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "app"."round" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."round_act" ADD CONSTRAINT "round_act_round_year_round_year_fk" FOREIGN KEY ("round_year") REFERENCES "app"."round"("year") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

-- A round that was cancelled is none, for everybody but the secretariat, which can open its year again -----------------
drop policy round_read on app.round;
--> statement-breakpoint
create policy round_read on app.round for select to app_api
  using (app.actor_role() is not null and (cancelled_at is null or app.is_secretariat()));
--> statement-breakpoint
drop policy round_machine on app.round;
--> statement-breakpoint
create policy round_machine on app.round for select to app_worker, app_publisher, app_auth using (cancelled_at is null);
--> statement-breakpoint
-- Whoever decided on the dates of a round must be able to trust that they are those of that revision.
create function app.refuse_same_round_revision() returns trigger language plpgsql as $$
begin
  raise exception 'a round changes only with its revision, by one' using errcode = '23514';
end
$$;
--> statement-breakpoint
create trigger round_raises_revision before update on app.round for each row
  when (new.revision <> old.revision + 1)
  execute function app.refuse_same_round_revision();
--> statement-breakpoint
-- Whether a report is owed is decided when the round opens: also when one opens again that was cancelled, and at no other time.
grant update (obligated) on app.submission to app_api;
--> statement-breakpoint
create function app.refuse_other_obligation() returns trigger language plpgsql as $$
begin
  if not exists (select from app.round r where r.year = new.round_year and r.cancelled_at is not null) then
    raise exception 'whether a report is owed is decided when its round opens' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger obligation_stays before update on app.submission for each row
  when (new.obligated is distinct from old.obligated)
  execute function app.refuse_other_obligation();
--> statement-breakpoint

-- Acts on rounds: read and written by the secretariat, never changed ---------------------------------------------------
alter table app.round_act enable row level security, force row level security;
--> statement-breakpoint
create trigger frozen before update or delete or truncate on app.round_act for each statement execute function app.refuse_change();
--> statement-breakpoint
grant select, insert on app.round_act to app_api;
--> statement-breakpoint
create policy round_act_read on app.round_act for select to app_api using (app.is_secretariat());
--> statement-breakpoint
create policy round_act_insert on app.round_act for insert to app_api
  with check (app.is_secretariat() and actor_id = app.actor_id());
