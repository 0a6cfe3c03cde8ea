import { catalogue } from "@avances/domain/testing/catalogue";
import type { History, PublicVersion } from "./history.ts";
import type { Extreme } from "./page-context.ts";
import type { KeptPage } from "./read-editions.ts";
import { figuresOf, type Interval } from "./reader.ts";
import type { Sight } from "./sight.ts";

/** What a history's pages tell of its figures. */
export class SeenOnPages {
  readonly #history: History;
  readonly #versions = new Map<string, PublicVersion>();

  constructor(history: History) {
    this.#history = history;
    for (const version of history.versions)
      for (const edition of version.editions)
        this.#versions.set(`${edition} ${version.country} ${version.roundYear}`, version);
  }

  versionOf(edition: number, { country, roundYear }: Pick<Sight, "country" | "roundYear">): PublicVersion | undefined {
    return this.#versions.get(`${edition} ${country} ${roundYear}`);
  }

  /** What the file of an edition shows of a figure; null when it is hidden or there is none. */
  shownIn(edition: number, sight: Pick<Sight, "country" | "roundYear" | "id">): number | null {
    const version = this.versionOf(edition, sight);
    const line = version?.files[version.editions.indexOf(edition)]?.get(sight.id);
    return line === undefined || line.value === "" ? null : Number(line.value);
  }

  /** Whose shown figure stands at the end of a range, in this edition; empty if nobody's. */
  shownAt(edition: number, { roundYear, id, lo, hi }: Extreme): readonly string[] {
    return this.#of(edition, roundYear).flatMap(({ country }) => {
      const shown = this.shownIn(edition, { country, roundYear, id });
      return shown !== null && lo - 1e-9 <= shown && shown <= hi + 1e-9 ? [country] : [];
    });
  }

  /**
   * All versions, with what the pages tell `viewer` (a country, or null for the public) of their figures beside the files. Figures of one country
   * are told of by themselves, so they tell every reader the same. The end of a range is somebody's: if no shown figure stands there, it is a hidden one, and a
   * country that sees that it is not its own knows more than the public.
   */
  versionsFor(viewer: string | null, pages: readonly KeptPage[], isSeen: (sight: Sight) => boolean = () => true) {
    const seen = new Map<PublicVersion, Map<string, Interval[]>>();
    const add = (version: PublicVersion, id: string, interval: Interval) => {
      const own = seen.get(version) ?? new Map<string, Interval[]>();
      own.set(id, [...(own.get(id) ?? []), interval]);
      seen.set(version, own);
    };
    for (const { edition, sights, extremes } of pages) {
      for (const sight of sights.filter(isSeen)) {
        const version = this.versionOf(edition, sight);
        if (!version) throw new Error(`${sight.country} ${sight.roundYear} is not public`);
        add(version, sight.id, sight);
      }
      for (const extreme of extremes) {
        const owner = this.#ownerOf(viewer, edition, extreme);
        if (owner) add(owner, extreme.id, extreme);
      }
    }
    return this.#history.versions.map((version) => ({ ...version, seen: seen.get(version) ?? new Map() }));
  }

  /** Whose hidden figure must stand at the end of a range; null when it can be several countries', or follows from what this viewer knows. */
  #ownerOf(viewer: string | null, edition: number, extreme: Extreme): PublicVersion | null {
    if (this.shownAt(edition, extreme).length > 0) return null;
    const hidden = this.#of(edition, extreme.roundYear)
      .filter(({ answers }) => figuresOf(catalogue, answers).some(({ id }) => id === extreme.id))
      .filter(({ country }) => this.shownIn(edition, { country, ...extreme }) === null);
    const own = hidden.find(({ country }) => country === viewer);
    const ownValue = own && figuresOf(catalogue, own.answers).find(({ id }) => id === extreme.id)?.value;
    if (ownValue !== undefined && extreme.lo <= ownValue && ownValue <= extreme.hi) return null;
    const others = hidden.filter((one) => one !== own);
    return others.length === 1 ? (others[0] ?? null) : null;
  }

  #of(edition: number, roundYear: number): readonly PublicVersion[] {
    return this.#history.versions.filter((one) => one.roundYear === roundYear && one.editions.includes(edition));
  }
}
