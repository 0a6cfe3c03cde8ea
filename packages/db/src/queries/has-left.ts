import { sql } from "drizzle-orm";
import { instance, notice } from "../schema/index.ts";

const isDemonstration = sql`exists (select from ${instance} where ${instance.name} = 'kind' and ${instance.value} = '"demonstration"'::jsonb)`;

/** Of a notice: a mail server took it. A demonstration sends no mail, and what it keeps stands for what is sent; anywhere else what was kept reached nobody. */
export const hasLeft = sql`(${notice.state} = 'sent' or (${notice.state} = 'kept' and ${isDemonstration}))`;
