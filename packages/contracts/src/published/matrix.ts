import { reportStates } from "@avances/domain/submission";
import { z } from "zod";
import { contract } from "../contract.ts";
import { CountryCodeSchema, Instant } from "../values.ts";
import { EditionView, frame, NamedRound } from "./frame.ts";

export const MatrixCell = NamedRound.extend({
  country: CountryCodeSchema,
  state: z
    .enum(reportStates)
    .describe(
      "`not_published`: one is owed, none is public. `received`: the same, and one was submitted; told only while the Technical Secretariat lets the public know it, otherwise `not_published`. `not_asked`: may report voluntarily, nothing is public.",
    ),
  obligated: z.boolean().describe("Owes a report: obligated and not exempt. False = a report is voluntary."),
  publishedAt: Instant.nullable(),
  version: z.int().nullable(),
  coverage: z.number().nullable().describe("Coverage of the scored indicators, 0 to 100."),
}).meta({ id: "MatrixCell", description: "The state of one country in one round." });

export const getMatrix = contract({
  operationId: "getMatrix",
  method: "GET",
  path: "/public/matrix",
  summary: "Who reported when: a cell for every country and round that has opened",
  action: "published.read",
  response: z
    .object({
      edition: EditionView.nullable(),
      ...frame,
      cells: z.array(MatrixCell).readonly(),
    })
    .meta({ id: "ReportingMatrix", description: "Who reported when." }),
  premade: true,
});
