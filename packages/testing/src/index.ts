export { type CompleteAnswersOptions, completeAnswers } from "@avances/demonstration";
export { auditEventsOf, type StoredAct } from "./audit-events.ts";
export { type FixedClock, fixedClock } from "./fixed-clock.ts";
export { type InboxServer, startInboxServer } from "./inbox-server.ts";
export { judgeJunk, settingsAskedBy } from "./junk-settings.ts";
export type { MailFault, MailFaults } from "./mail-faults.ts";
export { type MailSink, readMail, type SinkMessage, startMailSink } from "./mail-sink.ts";
export { testClient, testPool } from "./test-client.ts";
export { type Beginning, createTestDatabase, type TestDatabase } from "./test-database.ts";
