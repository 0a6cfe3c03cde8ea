/** The type without `readonly`: what travels is as it is, whether our own code may change it or not. */
type Plain<T> = T extends (...args: never) => unknown
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;

type Exactly<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * `true` when what travels is what the domain has, part for part; otherwise what only one of them has, which `Held` refuses. A
 * vocabulary that the domain owns and a schema that people write beside it are held together by this, not by a cast where they meet.
 */
export type Same<Travels, Domain> =
  Exactly<Plain<Travels>, Plain<Domain>> extends true
    ? true
    : {
        readonly onlyTravels: Exclude<Plain<Travels>, Plain<Domain>>;
        readonly onlyInDomain: Exclude<Plain<Domain>, Plain<Travels>>;
      };

/** Compiles only where all of these are the same. */
export type Held<_Pairs extends readonly true[]> = true;
