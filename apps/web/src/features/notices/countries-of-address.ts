import { useSearch } from "@tanstack/react-router";

/**
 * The countries that the address of the reminder centre names: several as `countries`, or the one that a tab is about as `country`. Each tab reads both,
 * so that who was chosen on one is chosen on the next. Empty: none, or not by a code.
 */
export function useCountriesOfAddress(): string[] {
  const { countries, country } = useSearch({ from: "/$lang/signed-in/rounds/$year/reminders" });
  return (countries ?? country ?? "").split(",").filter((code) => /^[A-Z]{3}$/.test(code));
}
