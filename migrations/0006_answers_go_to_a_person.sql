ALTER TABLE "app"."outgoing_mail" ADD COLUMN "reply_to" text;
--> statement-breakpoint
-- Why a message did not leave is a code now; what was written in English before becomes one. The owner is under row security as well.
alter table app.notice no force row level security;
--> statement-breakpoint
alter table app.outgoing_mail no force row level security;
--> statement-breakpoint
create function pg_temp.outcome(said text) returns text language sql immutable as $$
  select case
    when said = 'A later step was due as well and went instead' then 'later-step'
    when said = 'Too late to be sent' then 'too-late'
    when said = 'Kept: this instance sends no mail' then 'kept-here'
    when said = 'The account has ended' then 'account-ended'
    when said = 'The address has changed' then 'address-changed'
    when said = 'This is not a valid mail address' then 'address-invalid'
    when said = 'No longer due' then 'status-changed'
    when said like 'No longer due: %' then 'status-changed ' || replace(substr(said, 16), ' ', '_')
    else said
  end
$$;
--> statement-breakpoint
update app.notice set result = pg_temp.outcome(result) where pg_temp.outcome(result) <> result;
--> statement-breakpoint
update app.outgoing_mail set last_answer = pg_temp.outcome(last_answer) where pg_temp.outcome(last_answer) <> last_answer;
--> statement-breakpoint
alter table app.notice force row level security;
--> statement-breakpoint
alter table app.outgoing_mail force row level security;
