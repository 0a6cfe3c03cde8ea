import type { IndicatorCode } from "@avances/domain/catalogue";

/** Category → its usual share of the total. A category that is not listed does not occur. */
type Shares = Readonly<Record<string, number>>;

/**
 * Usual shares of the categories, by what is counted, similar to what the region's registers show: most identified victims are women
 * and girls, a third of them children; most suspects and smugglers are adult men; children die on the routes too, but few.
 */
const sharesOf: Readonly<Record<string, Readonly<Record<string, Shares>>>> = {
  people: {
    sex: { female: 0.55, male: 0.43, other: 0.002, unknown: 0.015 },
    ageGroup: { child: 0.45, adult: 0.53, unknown: 0.02 },
  },
  victims: {
    sex: { female: 0.77, male: 0.21, other: 0.008, unknown: 0.005 },
    ageGroup: { child: 0.32, adult: 0.66, unknown: 0.02 },
    formOfExploitation: {
      sexualExploitation: 0.56,
      forcedLabour: 0.19,
      slaveryServitude: 0.02,
      forcedCriminality: 0.06,
      begging: 0.05,
      forcedMarriage: 0.03,
      illegalAdoption: 0.01,
      multiple: 0.05,
      other: 0.01,
      unknown: 0.02,
    },
    citizenship: {
      ownNationals: 0.6,
      otherRcm: 0.23,
      southAmerica: 0.09,
      caribbean: 0.03,
      extraRegional: 0.03,
      unknown: 0.02,
    },
    traffickingScope: { domestic: 0.59, crossBorder: 0.38, unknown: 0.03 },
    identifyingActor: {
      lawEnforcement: 0.45,
      migration: 0.1,
      labourInspection: 0.05,
      consular: 0.03,
      childProtection: 0.15,
      health: 0.04,
      civilSociety: 0.12,
      selfReferral: 0.04,
      other: 0.01,
      unknown: 0.01,
    },
    assistanceType: {
      shelter: 0.48,
      health: 0.7,
      psychosocial: 0.86,
      legal: 0.64,
      material: 0.58,
      education: 0.24,
      migrationStatus: 0.18,
      returnReintegration: 0.21,
      other: 0.06,
    },
  },
  suspects: {
    sex: { female: 0.36, male: 0.63, unknown: 0.01 },
    ageGroup: { child: 0.03, adult: 0.95, unknown: 0.02 },
    citizenship: {
      ownNationals: 0.76,
      otherRcm: 0.14,
      southAmerica: 0.05,
      caribbean: 0.01,
      extraRegional: 0.02,
      unknown: 0.02,
    },
    formOfExploitation: {
      sexualExploitation: 0.66,
      forcedLabour: 0.15,
      forcedCriminality: 0.04,
      begging: 0.05,
      multiple: 0.06,
      other: 0.02,
      unknown: 0.02,
    },
  },
  migrants: {
    sex: { female: 0.33, male: 0.65, other: 0.001, unknown: 0.01 },
    ageGroup: { child: 0.17, adult: 0.81, unknown: 0.02 },
    citizenship: {
      ownNationals: 0.17,
      otherRcm: 0.29,
      southAmerica: 0.33,
      caribbean: 0.1,
      extraRegional: 0.09,
      stateless: 0.001,
      unknown: 0.02,
    },
    transportMode: { land: 0.78, sea: 0.05, air: 0.04, mixed: 0.1, unknown: 0.03 },
  },
  deaths: {
    sex: { female: 0.2, male: 0.72, unknown: 0.08 },
    ageGroup: { child: 0.09, adult: 0.82, unknown: 0.09 },
  },
  smugglers: {
    sex: { female: 0.14, male: 0.85, unknown: 0.01 },
    citizenship: {
      ownNationals: 0.71,
      otherRcm: 0.18,
      southAmerica: 0.06,
      caribbean: 0.01,
      extraRegional: 0.03,
      unknown: 0.01,
    },
  },
  officials: {
    institution: {
      police: 0.42,
      prosecution: 0.09,
      judiciary: 0.07,
      migration: 0.17,
      consular: 0.03,
      labourInspection: 0.05,
      social: 0.09,
      health: 0.07,
      other: 0.01,
    },
  },
};

/** Who or what each indicator counts. */
const counted: Readonly<Record<IndicatorCode, keyof typeof sharesOf>> = {
  "TIP-PRV-02": "people",
  "TIP-PRV-06": "officials",
  "TIP-JUS-01": "suspects",
  "TIP-JUS-02": "suspects",
  "TIP-JUS-03": "suspects",
  "TIP-JUS-04": "suspects",
  "SOM-PRO-01": "migrants",
  "SOM-PRO-03": "migrants",
  "SOM-PRO-05": "deaths",
  "SOM-JUS-01": "migrants",
  "SOM-JUS-02": "smugglers",
  "SOM-JUS-03": "smugglers",
};

/** Usual shares for a breakdown of an indicator; a list without known shares is divided evenly. */
export function usualShares(indicator: IndicatorCode, list: string, codes: readonly string[]): Shares {
  return (
    sharesOf[counted[indicator] ?? "victims"]?.[list] ??
    Object.fromEntries(codes.map((code) => [code, code === "unknown" ? 0.01 : 1 / codes.length]))
  );
}
