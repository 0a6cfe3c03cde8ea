import { pgSchema } from "drizzle-orm/pg-core";

/**
 * Four schemas with different access. `app`: what people work on, every table behind row-level security. `auth`: secrets, read by
 * `app_auth` alone. `ref`: reference data, readable by every role. `release`: what is published, immutable, the only thing public reads touch.
 */
export const app = pgSchema("app");
export const auth = pgSchema("auth");
export const ref = pgSchema("ref");
export const release = pgSchema("release");
