import type { CountryStatus, getRoundStatus, ReplyOf } from "@avances/contracts";

type Counts = ReplyOf<typeof getRoundStatus>["counts"];

/**
 * One sentence about the obligated countries. Each is counted once: what it has done comes before what is expected of it, so the
 * parts add up to `expected`.
 */
export function countsOf(countries: readonly CountryStatus[]): Counts {
  const counts = {
    expected: 0,
    received: 0,
    overdue: 0,
    extended: 0,
    inPreparation: 0,
    notStarted: 0,
    returned: 0,
    exempt: 0,
  };
  for (const country of countries) {
    if (!country.obligated) continue;
    counts.expected += 1;
    counts[kindOf(country)] += 1;
  }
  return counts;
}

function kindOf({ status, timeliness, extended }: CountryStatus): Exclude<keyof Counts, "expected"> {
  switch (status) {
    case "submitted":
    case "accepted":
    case "published":
      return "received";
    case "returned":
    case "exempt":
      return status;
    case "draft":
    case "not_started": {
      if (timeliness.kind === "overdue") return "overdue";
      if (extended) return "extended";
      return status === "draft" ? "inPreparation" : "notStarted";
    }
  }
}
