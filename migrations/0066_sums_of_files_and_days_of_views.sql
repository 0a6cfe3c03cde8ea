-- What the publisher may know of a file that something public holds is also its sum: whoever sends the bytes compares them with it.
grant select (sha256) on app.file to app_publisher;
--> statement-breakpoint
-- A country has seven whole days at least to answer a view (`replyDays` of the domain), whatever last day a program wrote down: the scheduler opens none
-- sooner. The seventh day ends no earlier than six days after it was filed, whatever the clocks do.
alter policy matter_opened on app.matter
  using (first_to_code is not null and opened_at is null and state = 'filed')
  with check (opened_at is not null and opened_at >= filed_at + interval '6 days');
