-- Of what was noted in one millisecond the planner takes the last word by its id, as everybody else who reads it.
grant select (id) on app.exchange to app_worker;
