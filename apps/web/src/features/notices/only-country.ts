/** The country of a tab that shows one: the address names exactly one, else none is chosen. */
export const onlyCountry = (countries: string | undefined): string | undefined =>
  countries !== undefined && /^[A-Z]{3}$/.test(countries) ? countries : undefined;
