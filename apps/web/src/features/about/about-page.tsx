import { valueMarks } from "@avances/charts/series";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { PublicFiles } from "#ui/file-links.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { PageSource } from "#ui/page-source.tsx";
import { ValueStateLegend } from "#ui/value-state.tsx";
import { aboutTexts } from "./about.texts.ts";

/** The methodology in plain words, for readers who take a figure into a meeting. */
export function AboutPage() {
  const t = useTexts(aboutTexts);
  const lang = useLanguage();
  return (
    <>
      <PageHeader title={t.title} description={t.description} eyebrow={t.eyebrow} lead={<p>{t.lead}</p>} />
      {Object.entries(t.sections).map(([key, { heading, body }]) => (
        <section key={key} className="section flow" aria-labelledby={key}>
          <h2 id={key}>{heading}</h2>
          {body.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {key === "files" ? (
            <div data-print="no">
              <PublicFiles />
            </div>
          ) : null}
          {key === "states" ? <ValueStateLegend states={valueMarks} explained /> : null}
        </section>
      ))}
      <p className="section" data-print="no">
        <Link to="/$lang/indicators" params={{ lang }}>
          {t.indicators}
        </Link>
        {" · "}
        <a href="/docs">{t.data}</a>
      </p>
      <PageSource editions={[]} />
    </>
  );
}
