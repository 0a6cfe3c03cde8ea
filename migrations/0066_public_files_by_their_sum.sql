-- What the publisher may know of a file that something public holds is also its sum: whoever sends the bytes compares them with it.
grant select (sha256) on app.file to app_publisher;
