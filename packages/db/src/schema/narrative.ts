import { type InstrumentCode, instrumentCodes } from "@avances/domain/catalogue";
import { text, uuid } from "drizzle-orm/pg-core";
import { memberOf } from "./columns.ts";
import { matter } from "./matter.ts";
import { app } from "./schemas.ts";

/** One row = of which Protocol a country tells its progress. Whose it is and for which meeting stand in its matter. */
export const narrative = app.table(
  "narrative",
  {
    matterId: uuid()
      .primaryKey()
      .references(() => matter.id),
    instrument: text().$type<InstrumentCode>().notNull(),
  },
  (table) => [memberOf("narrative_instrument_known", table.instrument, instrumentCodes)],
);
