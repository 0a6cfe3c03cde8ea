import type { PublishedFigure, PublishedValue } from "@avances/domain/suppression";
import { z } from "zod";
import type { Held, Same } from "../same.ts";

export const Figure = z.union([z.number(), z.literal("s")]).meta({
  id: "Figure",
  description: "A published count: a number, or `s` = exists but hidden to protect people. Never zero, never blank.",
});

const PublishedBreakdowns = z.record(z.string(), z.record(z.string(), Figure)).meta({
  id: "PublishedBreakdowns",
  description: "Figures by code list and category of the catalogue.",
  examples: [{ sex: { female: 70, male: "s" } }],
});

export const PublishedValueSchema = z
  .discriminatedUnion("type", [
    z
      .object({ type: z.literal("ordinal"), level: z.int() })
      .meta({ id: "PublishedOrdinal", description: "A level on the indicator's scale." }),
    z
      .object({ type: z.literal("boolean"), value: z.boolean() })
      .meta({ id: "PublishedBoolean", description: "Yes or no." }),
    z
      .object({
        type: z.literal("money"),
        amountMinor: z.number().describe("In the smallest unit of the currency: 12.50 USD are 1250."),
        currency: z.string().meta({ description: "ISO 4217.", examples: ["USD"] }),
      })
      .meta({ id: "PublishedMoney", description: "An amount in one currency." }),
    z
      .object({ type: z.literal("date"), date: z.string().meta({ examples: ["2027-04-30"] }) })
      .meta({ id: "PublishedDate", description: "A day." }),
    z
      .object({ type: z.literal("text"), text: z.string() })
      .meta({ id: "PublishedText", description: "Words of the country." }),
    z
      .object({
        type: z.literal("count"),
        total: Figure,
        breakdowns: PublishedBreakdowns,
        crossTabs: z
          .record(z.string(), z.record(z.string(), z.record(z.string(), z.number())))
          .describe("By two code lists at once, joined by `×`; present only if nothing in the table is hidden."),
      })
      .meta({ id: "PublishedCount", description: "A count, and the same by code list and category." }),
    z
      .object({
        type: z.literal("ratio"),
        numerator: Figure,
        denominator: Figure,
        percent: Figure.nullable().describe(
          "0 to 100, unrounded; null in the state `small_base`: too few cases for a share.",
        ),
        breakdowns: PublishedBreakdowns,
      })
      .meta({
        id: "PublishedRatio",
        description: "A share with the counts that it is made of; the breakdowns are of the numerator.",
      }),
  ])
  .meta({ id: "PublishedValue", description: "The value of an answer as the public sees it, by its type." });

type _ = Held<
  [Same<z.output<typeof Figure>, PublishedFigure>, Same<z.output<typeof PublishedValueSchema>, PublishedValue>]
>;
