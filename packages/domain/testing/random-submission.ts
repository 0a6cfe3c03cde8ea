/** Random complete submissions that break no error rule of the 2026.1 catalogue, with many zeros and small counts. */
import { type Answer, type AnswerValue, type Breakdowns, crossTabKey } from "../src/answer/answer.ts";
import { type Catalogue, findCodeList, findIndicator } from "../src/catalogue/catalogue.ts";

type Counts = Record<string, number>;

export interface Random {
  /** Whole number from 0 to `limit`. */
  upTo(limit: number): number;
  /** True in this share of cases (percent). */
  chance(percent: number): boolean;
}

/** Repeatable numbers from a seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    mixed ^= mixed >>> 15;
    return mixed >>> 0;
  };
  return { upTo: (limit) => next() % (limit + 1), chance: (percent) => next() % 100 < percent };
}

export function randomSubmission(catalogue: Catalogue, random: Random): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  const put = (indicatorCode: string, value: AnswerValue | null) => {
    const state = value ? "reported" : "not_available";
    answers.set(indicatorCode, { indicatorCode, state, value, reason: "", comment: "", evidence: [] });
  };
  const size = () => {
    const kind = random.upTo(9);
    return kind < 1 ? 0 : kind < 4 ? 1 + random.upTo(5) : kind < 8 ? 5 + random.upTo(40) : 50 + random.upTo(2000);
  };
  const categories = (list: string) => findCodeList(catalogue, list)?.codes.map(({ code }) => code) ?? [];
  const split = (list: string, total: number): Counts => {
    const codes = categories(list);
    const counts: Counts = Object.fromEntries(codes.map((code) => [code, 0]));
    let left = total;
    while (left > 0) {
      const code = codes[Math.min(random.upTo(codes.length - 1), random.upTo(codes.length - 1))] as string;
      const share = Math.min(left, random.chance(50) ? 1 + random.upTo(3) : 1 + random.upTo(Math.ceil(left)));
      counts[code] = (counts[code] as number) + share;
      left -= share;
    }
    return counts;
  };
  const breakdownsOf = (code: string, total: number): Record<string, Counts> =>
    Object.fromEntries(
      (findIndicator(catalogue, code)?.disaggregations ?? []).flatMap((list) => {
        if (random.chance(15)) return [];
        if (findCodeList(catalogue, list)?.exclusive) return [[list, split(list, total)]];
        return [[list, Object.fromEntries(categories(list).map((category) => [category, random.upTo(total)]))]];
      }),
    );
  const putCount = (code: string, total: number, breakdowns: Breakdowns = breakdownsOf(code, total)) =>
    put(code, { type: "count", total, breakdowns, crossTabs: {} });
  const putRatio = (code: string, denominator: number, limit = denominator) => {
    const most = Math.min(limit, denominator);
    const numerator = random.chance(30) ? Math.min(most, random.upTo(6)) : random.upTo(most);
    put(code, { type: "ratio", numerator, denominator, breakdowns: breakdownsOf(code, numerator), crossTabs: {} });
    return numerator;
  };

  for (const { code, valueType, levels } of catalogue.indicators) {
    if (valueType === "ordinal")
      put(code, { type: "ordinal", level: levels?.[random.upTo(levels.length - 1)]?.level ?? 0 });
    else if (valueType === "boolean") put(code, { type: "boolean", value: random.chance(50) });
    else if (valueType === "money") put(code, { type: "money", amountMinor: 100, currency: "USD" });
    else if (valueType === "date") put(code, { type: "date", date: "2027-12-31" });
    else if (valueType === "text") put(code, { type: "text", text: "x" });
    else if (valueType === "count") putCount(code, size());
    else if (valueType === "ratio") putRatio(code, size());
  }

  const linkCounts = (countCode: string, whole: number) => {
    const breakdowns = breakdownsOf(countCode, whole);
    putCount(countCode, whole, breakdowns);
    return breakdowns;
  };
  const victims = size();
  const victimsBy = linkCounts("TIP-PRO-01", victims);
  if (victimsBy.sex && victimsBy.ageGroup && random.chance(70)) {
    const table: Record<string, Counts> = {};
    const left = { ...victimsBy.ageGroup };
    for (const [sex, count] of Object.entries(victimsBy.sex)) {
      let rest = count;
      table[sex] = {};
      for (const age of Object.keys(left)) {
        const cell = Math.min(rest, left[age] as number);
        (table[sex] as Counts)[age] = cell;
        left[age] = (left[age] as number) - cell;
        rest -= cell;
      }
    }
    put("TIP-PRO-01", {
      type: "count",
      total: victims,
      breakdowns: victimsBy,
      crossTabs: { [crossTabKey(["sex", "ageGroup"])]: table },
    });
  }
  const assisted = putRatio("TIP-PRO-04", victims);
  putCount("TIP-PRO-08", assisted + (random.chance(40) ? 0 : random.upTo(8)));
  putRatio("TIP-PRO-06", victimsBy.ageGroup?.child ?? random.upTo(victims));
  const unknown = ["sex", "ageGroup", "formOfExploitation", "citizenship"].map((list) => victimsBy[list]?.unknown ?? 0);
  putRatio("TIP-DAT-02", victims, victims - Math.max(...unknown));
  const investigations = size();
  putCount("TIP-JUS-01", investigations);
  putRatio("TIP-JUS-06", investigations);
  const prosecuted = size();
  putCount("TIP-JUS-03", prosecuted);
  putCount("TIP-JUS-08", random.upTo(prosecuted), {});
  const migrants = size();
  const migrantsBy = linkCounts("SOM-PRO-01", migrants);
  putRatio("SOM-PRO-03", random.upTo(migrantsBy.ageGroup?.child ?? migrants));
  putRatio("SOM-DAT-02", migrants);
  const smuggling = size();
  putCount("SOM-JUS-01", smuggling);
  putRatio("SOM-JUS-05", smuggling);

  for (const { code } of catalogue.indicators) {
    if (random.chance(8)) put(code, null);
    else if (random.chance(4)) answers.delete(code);
  }
  return answers;
}
