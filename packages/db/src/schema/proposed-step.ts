import { type CalendarStep, type StepDecision, stepDecisions } from "@avances/domain/round";
import { boolean, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { app } from "./schemas.ts";

/**
 * One row = the secretariat has set whether a step of the calendar needs a person before it leaves, with who, when and why. The last row of a step
 * counts; a step without any has its default (`confirmedByDefault`).
 */
export const stepSetting = app.table(
  "step_setting",
  {
    id: uuid().primaryKey(),
    step: text().$type<CalendarStep>().notNull(),
    needsConfirmation: boolean().notNull(),
    reason: text().notNull(),
    changedAt: instant().notNull(),
    changedBy: uuid().notNull(),
    changedByName: text().notNull(),
  },
  (table) => [index("step_setting_step").on(table.step, table.changedAt)],
);

/**
 * One row = a step that needs a person was due for a country and was proposed, once for each date that it is counted from; and what a person of the
 * secretariat decided, once. Whether an undecided one is still proposed follows from the state of the report (`proposedNotice`), and stands nowhere.
 */
export const proposedStep = app.table(
  "proposed_step",
  {
    id: uuid().primaryKey(),
    roundYear: integer().notNull(),
    countryCode: text().notNull(),
    step: text().$type<CalendarStep>().notNull(),
    anchorDate: calendarDate().notNull(),
    proposedAt: instant().notNull(),
    decision: text().$type<StepDecision>(),
    decidedAt: instant(),
    decidedBy: uuid(),
    decidedByName: text(),
    /** Why it was declined; empty when it was confirmed. */
    reason: text().notNull().default(""),
  },
  (table) => [
    unique("proposed_step_once").on(table.roundYear, table.countryCode, table.step, table.anchorDate),
    memberOf("proposed_step_decision_known", table.decision, stepDecisions),
  ],
);
