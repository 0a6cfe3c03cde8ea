import { mayDo } from "@avances/domain/access";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { defineTexts, useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { proposalsQuery } from "#lib/proposals-query.ts";
import { useSession } from "#lib/session.ts";
import { useReportBase } from "../report-context.ts";

const OwnPartBanner = later(() => import("../ministries/parts-of-report.ts").then((m) => m.OwnPartBanner));

/** For contributors: what they were asked for. Loaded for them alone. */
export function OwnPartHere() {
  const { person } = useSession();
  if (person === null || !mayDo(person.role, "section.own")) return null;
  return <OwnPartBanner />;
}

const texts = defineTexts({ link: "Other ministries" }, { link: "Otros ministerios" });

/** For those who report: the way to what other ministries propose, with how much waits there. */
export function MinistriesHere() {
  const { person } = useSession();
  return person !== null && mayDo(person.role, "section.manage") ? <MinistriesLink /> : null;
}

function MinistriesLink() {
  const t = useTexts(texts);
  const f = useFormat();
  const lang = useLanguage();
  const { view } = useReportBase();
  const { data } = useQuery(proposalsQuery(view.submission.id));
  const open = data?.proposals.filter(({ state }) => state === "open").length ?? 0;
  return (
    <Link to="/$lang/reports/$submissionId/ministries" params={{ lang, submissionId: view.submission.id }}>
      {t.link}
      {open === 0 ? null : <b> · {f.number(open)}</b>}
    </Link>
  );
}
