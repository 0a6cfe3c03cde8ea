import { bodyCodes, meetingStates, participantKinds } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { z } from "zod";
import type { Held, Same } from "../same.ts";
import { TextInLanguages } from "../values.ts";

export const ParticipantCodeSchema = z
  .string()
  .regex(/^[A-Z][A-Z-]{2,19}$/)
  .meta({
    id: "ParticipantCode",
    description: "A country (ISO 3166-1 alpha-3) or an organisation that takes part in the work of the Network.",
    examples: ["CRI", "IOM"],
  });

export const BodyCodeSchema = z.enum(bodyCodes).meta({
  id: "BodyCode",
  description:
    "`LON`: the Network of liaison officers. `RCGM`: the group to which it reports. `COALITION`: the Regional Coalition.",
});

export const MeetingStateSchema = z.enum(meetingStates).meta({
  id: "MeetingState",
  description: "`held` once the Secretariat has said so, not by the calendar.",
});

export const ParticipantView = z
  .object({
    code: ParticipantCodeSchema,
    kind: z.enum(participantKinds),
    name: TextInLanguages,
    abbreviation: TextInLanguages.nullable().describe("Of organisations."),
  })
  .meta({
    id: "Participant",
    description: "A member, a country that observes, or an organisation that takes part in the work of the Network.",
  });

type _ = Held<[Same<z.output<typeof ParticipantView>, Participant>]>;
