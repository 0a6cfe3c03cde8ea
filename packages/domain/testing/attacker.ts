/**
 * A reader who combines everything that is published. Shares no code with what it tests, which uses
 * linear programming: `SearchAttacker` narrows intervals and then tries whole numbers (search with backtracking),
 * `FlowAttacker` pushes flow around a table of countries and categories.
 */

export interface Attacker {
  /** Is there a table of whole numbers, consistent with everything known, in which the figure is at most this? */
  canBeAtMost(id: string, limit: number): boolean;
  canBeAtLeast(id: string, limit: number): boolean;
}

export interface Tie {
  /** Σ coefficient · figure = 0, or ≤ 0. */
  readonly terms: ReadonlyMap<string, number>;
  readonly equality: boolean;
}

export interface Belief {
  readonly lo: number;
  /** Infinity when there is no limit. */
  readonly hi: number;
  /** Where the search starts. Any number works; the true one is fastest. */
  readonly guess: number;
}

export function sumTie(total: string, parts: readonly string[]): Tie {
  return { equality: true, terms: termsOf(parts, [total]) };
}

export function atMostTie(smaller: readonly string[], larger: readonly string[]): Tie {
  return { equality: false, terms: termsOf(smaller, larger) };
}

function termsOf(plus: readonly string[], minus: readonly string[]): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const id of plus) terms.set(id, (terms.get(id) ?? 0) + 1);
  for (const id of minus) terms.set(id, (terms.get(id) ?? 0) - 1);
  return terms;
}

type Domains = Map<string, { lo: number; hi: number }>;

export class SearchAttacker implements Attacker {
  readonly #guess: ReadonlyMap<string, number>;
  readonly #tiesOf = new Map<string, Tie[]>();
  readonly #start: Domains;
  readonly #unlimited: number;

  constructor(beliefs: ReadonlyMap<string, Belief>, ties: readonly Tie[]) {
    this.#guess = new Map([...beliefs].map(([id, belief]) => [id, belief.guess]));
    for (const tie of ties)
      for (const id of tie.terms.keys()) this.#tiesOf.set(id, [...(this.#tiesOf.get(id) ?? []), tie]);
    this.#unlimited = 1000 + [...beliefs.values()].reduce((sum, { guess }) => sum + 2 * guess, 0);
    this.#start = new Map([...beliefs].map(([id, { lo, hi }]) => [id, { lo, hi: Math.min(hi, this.#unlimited) }]));
    if (!this.#narrow(this.#start, ties)) throw new Error("the truth itself is impossible");
  }

  /** Is there a table, consistent with everything known, in which the figure lies between these two? */
  canBe(id: string, from: number, to: number): boolean {
    const domains = copy(this.#componentOf(id));
    const domain = domains.get(id) as { lo: number; hi: number };
    domain.lo = Math.max(domain.lo, from);
    domain.hi = Math.min(domain.hi, to);
    if (domain.lo > domain.hi || !this.#narrow(domains, this.#tiesOf.get(id) ?? [])) return false;
    return this.#search(domains, { left: 20_000 });
  }

  canBeAtMost(id: string, limit: number): boolean {
    return this.canBe(id, 0, limit);
  }

  canBeAtLeast(id: string, limit: number): boolean {
    return this.canBe(id, limit, Number.POSITIVE_INFINITY);
  }

  /** The figures tied to this one through figures that are still open. A change of this one affects no others. */
  #componentOf(id: string): Domains {
    const isOpen = (other: string) => this.#startOf(other).lo < this.#startOf(other).hi;
    const found: Domains = new Map([[id, this.#startOf(id)]]);
    for (const [member] of found)
      for (const tie of this.#tiesOf.get(member) ?? [])
        for (const other of tie.terms.keys())
          if (isOpen(other) && !found.has(other)) found.set(other, this.#startOf(other));
    return found;
  }

  #startOf(id: string): { lo: number; hi: number } {
    return this.#start.get(id) as { lo: number; hi: number };
  }

  #search(domains: Domains, budget: { left: number }): boolean {
    if (budget.left-- <= 0) throw new Error("undecided");
    let open: string | undefined;
    let width = Number.POSITIVE_INFINITY;
    for (const [id, { lo, hi }] of domains)
      if (hi > lo && hi - lo < width) {
        open = id;
        width = hi - lo;
      }
    if (open === undefined) return true;
    const { lo, hi } = domains.get(open) as { lo: number; hi: number };
    const guess = Math.min(hi, Math.max(lo, this.#guess.get(open) as number));
    for (const [from, to] of [
      [guess, guess],
      [lo, guess - 1],
      [guess + 1, hi],
    ] as const) {
      if (from > to) continue;
      const next = copy(domains);
      next.set(open, { lo: from, hi: to });
      if (this.#narrow(next, this.#tiesOf.get(open) ?? []) && this.#search(next, budget)) return true;
    }
    return false;
  }

  /** Narrows every interval by every tie until nothing changes; false when an interval becomes empty. */
  #narrow(domains: Domains, first: readonly Tie[]): boolean {
    const queue = new Set(first);
    for (const tie of queue) {
      queue.delete(tie);
      let least = 0;
      let most = 0;
      for (const [id, coefficient] of tie.terms) {
        const { lo, hi } = domains.get(id) ?? this.#startOf(id);
        least += coefficient * (coefficient > 0 ? lo : hi);
        most += coefficient * (coefficient > 0 ? hi : lo);
      }
      if (least > 0 || (tie.equality && most < 0)) return false;
      for (const [id, coefficient] of tie.terms) {
        const domain = domains.get(id) ?? this.#startOf(id);
        const { lo, hi } = domain;
        const size = Math.abs(coefficient);
        // coefficient · x ≤ −(least of the others), and ≥ −(most of the others) when equal
        const atMost = -(least - coefficient * (coefficient > 0 ? lo : hi));
        const atLeast = tie.equality ? -(most - coefficient * (coefficient > 0 ? hi : lo)) : Number.NEGATIVE_INFINITY;
        const [from, to] = coefficient > 0 ? [atLeast, atMost] : [-atMost, -atLeast];
        const newLo = Math.max(lo, Math.ceil(from / size));
        const newHi = Math.min(hi, Math.floor(to / size));
        if (newLo > newHi) return false;
        if (newLo === lo && newHi === hi) continue;
        domain.lo = newLo;
        domain.hi = newHi;
        for (const other of this.#tiesOf.get(id) ?? []) queue.add(other);
        break; // least and most are out of date: examine this tie again
      }
    }
    return true;
  }
}

function copy(domains: Domains): Domains {
  return new Map([...domains].map(([id, { lo, hi }]) => [id, { lo, hi }]));
}

/** A figure as an arc: what flows into a place (country, category, region) also flows out of it. */
export interface Arc extends Belief {
  readonly from: string;
  readonly to: string;
}

/** Knows every figure of a table with all its sums, as a circulation. Starts from the true table, given as `guess`. */
export class FlowAttacker implements Attacker {
  readonly #arcs: ReadonlyMap<string, Arc>;

  constructor(arcs: ReadonlyMap<string, Arc>) {
    this.#arcs = arcs;
  }

  canBeAtMost(id: string, limit: number): boolean {
    return this.#extreme(id, -1) <= limit;
  }

  canBeAtLeast(id: string, limit: number): boolean {
    return this.#extreme(id, 1) >= limit;
  }

  /** Moves the figure as far as possible: each move is a round trip through arcs that still have room. */
  #extreme(id: string, sign: 1 | -1): number {
    const target = this.#arcs.get(id) as Arc;
    const flow = new Map([...this.#arcs].map(([arc, { guess }]) => [arc, guess]));
    const [start, end] = sign === 1 ? [target.to, target.from] : [target.from, target.to];
    for (;;) {
      const now = flow.get(id) as number;
      const own = sign === 1 ? target.hi - now : now - target.lo;
      const trip = own > 0 ? this.#trip(id, flow, start, end) : null;
      if (!trip) return now;
      const room = Math.min(own, ...trip.map((step) => step.room));
      if (room === Number.POSITIVE_INFINITY) return sign * Number.POSITIVE_INFINITY;
      flow.set(id, now + sign * room);
      for (const step of trip) flow.set(step.id, (flow.get(step.id) as number) + step.sign * room);
    }
  }

  #trip(except: string, flow: ReadonlyMap<string, number>, start: string, end: string) {
    interface Step {
      readonly id: string;
      readonly sign: 1 | -1;
      readonly room: number;
    }
    const paths = new Map<string, readonly Step[]>([[start, []]]);
    for (const [place, path] of paths) {
      if (place === end) return path;
      for (const [id, { from, to, lo, hi }] of this.#arcs) {
        if (id === except) continue;
        const now = flow.get(id) as number;
        if (from === place && hi > now && !paths.has(to)) paths.set(to, [...path, { id, sign: 1, room: hi - now }]);
        if (to === place && now > lo && !paths.has(from)) paths.set(from, [...path, { id, sign: -1, room: now - lo }]);
      }
    }
    return null;
  }
}
