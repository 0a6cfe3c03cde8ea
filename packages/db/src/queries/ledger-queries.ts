import type { Role } from "@avances/domain/access";
import type { NoticeStep } from "@avances/domain/round";
import { sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { appUser, type NoticeState, notice, round } from "../schema/index.ts";
import { hasLeft } from "./has-left.ts";
import { type LedgerRow, ledgerRows, type Message, type Recipient } from "./ledger-rows.ts";
import { milliseconds, readTexts, selectTexts, textPart } from "./text-parts.ts";

type MessageText = [
  ...[string, number, string, NoticeStep, string, string, string],
  ...[state: NoticeState, ordinal: number, createdAt: number, settledAt: number | null, hasLeft: boolean],
];

const years = sql`any(${sql.placeholder("years")}::int[])`;

const messages = textPart(
  sql`select json_agg(json_build_array(${notice.id}, ${notice.roundYear}, ${notice.countryCode}, ${notice.step}, ${notice.anchorDate}, ${notice.batchId}, ${notice.userId},
      ${notice.state}, ${notice.ordinal}, ${milliseconds(sql`${notice.createdAt}`)}, ${milliseconds(sql`${notice.settledAt}`)}, ${hasLeft}))::text
    from ${notice} where ${notice.roundYear} = ${years}`,
  (rows: readonly MessageText[]): readonly Message[] =>
    rows.map(
      ([
        ...[id, roundYear, country, step, anchorDate, batchId, userId, state, ordinal, createdAt, settledAt, hasLeft]
      ]) => ({
        ...{ id, roundYear, country, step, anchorDate, batchId, userId },
        ...{ state, ordinal, createdAt, settledAt, hasLeft },
      }),
    ),
);

/** Everybody who may have got a message and whom the actor may see, those who left too. */
const recipients = textPart(
  sql`select json_agg(json_build_array(${appUser.id}, ${appUser.displayName}, ${appUser.role}) order by ${appUser.id})::text from ${appUser}`,
  (rows: readonly [string, string, Role][]): ReadonlyMap<string, Recipient> =>
    new Map(rows.map(([id, name, role]) => [id, { name, role }])),
);

const openings = textPart(
  sql`select json_agg(json_build_array(${round.year}, ${milliseconds(sql`${round.openedAt}`)}))::text from ${round} where ${round.year} = ${years}`,
  (rows: readonly [number, number][]): ReadonlyMap<number, number> => new Map(rows),
);

/**
 * What `ledgerRows` needs of the rounds in `years`. Messages and people are put together here and not by the database, which needs longer for
 * that than for reading them; and only when one of them changed.
 */
export const ledgerParts = { messages, recipients, openings };
const ofRounds = statement<{ years: readonly number[] }, Record<string, unknown>[]>(selectTexts(ledgerParts));

/** Every notice of these rounds, one row per country, step, date and batch. */
export async function listLedger(tx: Tx, years: readonly number[]): Promise<readonly LedgerRow[]> {
  return years.length === 0 ? [] : ledgerRows(readTexts(ledgerParts, await ofRounds(tx, { years })));
}
