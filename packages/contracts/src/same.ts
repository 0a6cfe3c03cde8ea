/** The type without `readonly`: what travels is the same whether our code may change it or not. */
type Plain<T> = T extends (...args: never) => unknown
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;

type Exactly<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * `true` when the API type and the domain type are the same, part for part; otherwise the differing parts, which `Held` refuses. This, and
 * not a cast, keeps a vocabulary of the domain and a schema written by hand in agreement.
 */
export type Same<Travels, Domain> =
  Exactly<Plain<Travels>, Plain<Domain>> extends true
    ? true
    : {
        readonly onlyTravels: Exclude<Plain<Travels>, Plain<Domain>>;
        readonly onlyInDomain: Exclude<Plain<Domain>, Plain<Travels>>;
      };

/** Compiles only if every pair is the same. */
export type Held<_Pairs extends readonly true[]> = true;
