import { rowsOnPage } from "@avances/domain/network";
import { z } from "zod";
import { limited } from "../values.ts";

/** What is asked of a list that grows: of which page. */
export const pageAsked = {
  page: limited(4)
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .meta({ written: { type: "integer", minimum: 1, maximum: 9_999, examples: [1] } })
    .optional()
    .describe(`From 1, ${rowsOnPage} on each; if absent, the first.`),
};

/** What such a list says besides its rows. */
export const pageTold = {
  total: z.int().describe("On all pages, of what was asked for."),
  page: z.int().describe("Which page this is: the last one, if a later one was asked for."),
};
