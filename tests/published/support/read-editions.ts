import type { PagesOfTest } from "@avances/api/testing/published/draw-pages";
import type { Region } from "@avances/api/testing/published/regions";
import { type PublicFile, pairsOf, publicFile } from "@avances/api/testing/published/release-of";
import { articleKey, wholeArticles } from "@avances/domain/catalogue";
import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { strangeAttributes } from "./attributes-of-page.ts";
import type { History } from "./history.ts";
import { IndexNumbers, type IndexRow, type PickedProgress } from "./index-numbers.ts";
import type { PageContext } from "./page-context.ts";
import { all, classed, markupOf, type PageElement, parsePage, saidIn, tagged } from "./page-elements.ts";
import { linesOf } from "./page-lines.ts";
import { type Address, pagesToRead } from "./pages-to-read.ts";
import { type ReadPage, readPage } from "./read-page.ts";
import type { ScoreNames } from "./scope-of-line.ts";
import type { IndicatorAnswer } from "./sight.ts";

const published = catalogue.indicators.filter(({ sensitivity }) => sensitivity === "public");

/** What a reader keeps of one page. */
export interface KeptPage extends ReadPage {
  readonly edition: number;
  readonly address: string;
  /** The markup of every place of a hidden figure. */
  readonly hidden: readonly string[];
}

/** Gives a page another answer (by its path) than the file. */
export type ChangeAnswer = (path: string, answer: string) => string;

/** A reader who looks at the pages of all editions. */
export class PageReader {
  readonly #pages: PagesOfTest;
  readonly #history: History;
  readonly #constant: ReadonlySet<string>;
  readonly #contexts = new Map<number, Pick<PageContext, "names" | "index" | "years">>();

  private constructor(pages: PagesOfTest, history: History, constant: ReadonlySet<string>) {
    this.#pages = pages;
    this.#history = history;
    this.#constant = constant;
  }

  /** Looks first at the same pages of a region that has published nothing. */
  static async of(pages: PagesOfTest, history: History, region: Region): Promise<PageReader> {
    const expected = region.expected.map((one) => ({ ...one, version: null }));
    const bare = await publicFile(catalogue, reference.countries, { ...region, expected });
    const constant = new Set<string>();
    const own = published.map(({ code }) => `/indicators/${code}`);
    for (const language of ["en", "es"])
      for (const path of ["", "/index", "/countries", "/indicators", "/articles", "/about", "/countries/CRI", ...own])
        for (const { text } of linesOf(parsePage(await pages.draw(bare, `/${language}${path}`)), () => false))
          if (/\d/.test(text)) constant.add(text);
    return new PageReader(pages, history, constant);
  }

  addressesOf(edition: number): readonly Address[] {
    const file = this.#fileOf(edition);
    const [first] = catalogue.indicators;
    return pagesToRead(edition, {
      catalogue,
      countries: reference.countries.map(({ alpha3 }) => alpha3),
      rounds: file.json<IndicatorAnswer>(`indicators/${first?.code}`).rounds,
      articles: wholeArticles([...catalogue.objectives, ...published].flatMap(({ articles }) => articles)).map(
        articleKey,
      ),
      answerOf: (code) => file.json(`indicators/${code}`),
    });
  }

  /** `spoilt`: makes other markup of the page before it is read. */
  async read(
    edition: number,
    { path, language, country, indicator }: Address,
    change?: ChangeAnswer,
    spoilt: (html: string) => string = (html) => html,
  ): Promise<KeptPage> {
    const html = spoilt(await this.#pages.draw(this.#fileOf(edition), path, change));
    const page = parsePage(html);
    const context = { ...this.#contextOf(edition), language, catalogue, constant: this.#constant, country, indicator };
    const answer = indicator === null ? null : this.#fileOf(edition).json<IndicatorAnswer>(`indicators/${indicator}`);
    const read = readPage(page, context, answer);
    const comments = [...html.matchAll(/<!--(.*?)-->/gs)]
      .filter(([, text = ""]) => /\d/.test(text))
      .map(([, text]) => `what is the comment “${text}”?`);
    return {
      ...read,
      faults: [...read.faults, ...strangeAttributes(page), ...comments],
      edition,
      address: path,
      hidden: hiddenIn(page),
    };
  }

  async readAll(): Promise<readonly KeptPage[]> {
    const made: KeptPage[] = [];
    for (const edition of this.#history.editions.keys())
      for (const address of this.addressesOf(edition)) made.push(await this.read(edition, address));
    return made;
  }

  #fileOf(edition: number): PublicFile {
    return this.#history.editions[edition] as PublicFile;
  }

  #contextOf(edition: number) {
    const known = this.#contexts.get(edition);
    if (known) return known;
    const answer = this.#fileOf(edition).json<
      ScoreNames & { rows: IndexRow[]; rounds: { roundYear: number; referenceYear: number }[] }
    >("index");
    const years = new Set(answer.rounds.flatMap(({ roundYear, referenceYear }) => [roundYear, referenceYear]));
    const picked = pairsOf(answer.rounds).flatMap(([{ roundYear }, earlier]) =>
      this.#fileOf(edition)
        .json<{ rows: Omit<PickedProgress, "roundYear">[] }>(`progress/${roundYear}/since/${earlier.roundYear}`)
        .rows.map((row) => ({ ...row, roundYear })),
    );
    const made = { names: answer, index: new IndexNumbers(answer.rows, picked), years };
    this.#contexts.set(edition, made);
    return made;
  }
}

function hiddenIn(page: PageElement): readonly string[] {
  const isHidden = (one: PageElement) => all(one, (text) => classed("letter")(text) && saidIn(text) === "s").length > 0;
  return all(page, tagged("td", "g"))
    .filter(isHidden)
    .map((one) => markupOf(one).replace(/translate\([\d.]+ [\d.]+\)/, "translate"));
}
