import type { getIndex, getPublicCountry, getPublicIndicator, ResponseOf } from "@avances/contracts";

/** What an edition publishes, as the API returns it: the only source of every series. */
export type PublicIndex = ResponseOf<typeof getIndex>;
export type PublicIndicator = ResponseOf<typeof getPublicIndicator>;
export type PublicCountry = ResponseOf<typeof getPublicCountry>;
export type PublicRound = PublicIndex["rounds"][number];
export type IndexRowView = PublicIndex["rows"][number];
export type IndicatorRowView = Omit<PublicIndicator["rows"][number], "country">;
