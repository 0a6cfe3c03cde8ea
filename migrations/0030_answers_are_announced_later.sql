-- A transaction that notifies holds a lock of the whole database from just before its commit until it is on disk, so saves of answers stood in line for each
-- other. They are announced once they are committed, by the one function that writes them. What is written more rarely keeps its triggers.
drop trigger announced_new on app.answer;
--> statement-breakpoint
drop trigger announced_changed on app.answer;
--> statement-breakpoint
drop function app.announce_answers();
