/** What is published, as the features that show it elsewhere read it: the answers of one edition. `features/published` makes it. */
export interface PublishedAnswers {
  /** Undefined: nothing was published yet. */
  edition(): Promise<
    { readonly id: number; readonly publishedAt: Date; readonly catalogueVersion: string } | undefined
  >;
  /** An answer of the public file as JSON, by its key; undefined when there is no such key. */
  text(key: string): Promise<string | undefined>;
}

/** Gives the present edition. Everything read from one of them belongs together, even if the next is published meanwhile. */
export type CurrentRelease = () => PublishedAnswers;
