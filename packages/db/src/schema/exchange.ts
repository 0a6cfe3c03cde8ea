import { type CountryAnswer, countryAnswers, type ExchangeChannel, exchangeChannels } from "@avances/domain/round";
import { isNull } from "drizzle-orm";
import { boolean, index, integer, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calendarDate, instant, memberOf } from "./columns.ts";
import { letter } from "./letter.ts";
import { notice } from "./notice.ts";
import { app, auth } from "./schemas.ts";
import { appUser } from "./user.ts";

/**
 * One row = a talk between the secretariat and a country about its report that was no message of the portal: a call, a letter, or the
 * country's answer by the link in a request. Written once; a note can be withdrawn with a reason, and stays.
 */
export const exchange = app.table(
  "exchange",
  {
    id: uuid().primaryKey(),
    roundYear: integer().notNull(),
    countryCode: text().notNull(),
    channel: text().$type<ExchangeChannel>().notNull(),
    /** The day of the call or talk, or of the letter; of an answer its day in the capital. */
    happenedOn: calendarDate().notNull(),
    /** With whom, in free words; may be empty. */
    withWhom: text().notNull().default(""),
    /** The report was asked for: it counts among the requests of its round. */
    isAsk: boolean().notNull(),
    said: text().$type<CountryAnswer>().notNull(),
    /** Only with `by_date`. */
    promisedOn: calendarDate(),
    detail: text().notNull().default(""),
    /** The request that was answered by its link; each link answers once. */
    noticeId: uuid()
      .references(() => notice.id)
      .unique("exchange_of_link"),
    /** The letter whose dispatch this notes; a letter is dispatched once, unless the note was withdrawn. */
    letterCode: text().references(() => letter.code),
    notedAt: instant().notNull(),
    notedBy: uuid().notNull(),
    notedByName: text().notNull(),
    withdrawnAt: instant(),
    withdrawnBy: uuid(),
    withdrawnByName: text(),
    withdrawnReason: text(),
  },
  (table) => [
    index("exchange_country").on(table.countryCode, table.roundYear),
    index("exchange_round").on(table.roundYear),
    uniqueIndex("exchange_of_letter").on(table.letterCode).where(isNull(table.withdrawnAt)),
    memberOf("exchange_channel_known", table.channel, exchangeChannels),
    memberOf("exchange_said_known", table.said, countryAnswers),
  ],
);

/** One row = the link of one request by which its recipient can answer it without signing in. Only the hash of its token is stored; the row is deleted some weeks after it is over. */
export const answerLink = auth.table(
  "answer_link",
  {
    noticeId: uuid()
      .primaryKey()
      .references(() => notice.id),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    tokenHash: text().notNull().unique("answer_link_token_hash"),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index("answer_link_expires").on(table.expiresAt)],
);
