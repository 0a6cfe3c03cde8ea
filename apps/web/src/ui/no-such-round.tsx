import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { cancellationOf } from "#lib/cancellation-of.ts";
import { useFormat } from "#lib/format.ts";
import { mayRunRounds } from "#lib/person-rights.ts";
import { roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { roundRecordQuery } from "#lib/shared-queries.ts";
import { LinkButton } from "./button.tsx";
import { noSuchRoundTexts } from "./no-such-round.texts.ts";
import { PageHeader } from "./page-header.tsx";
import { Skeleton } from "./skeleton.tsx";

/** In place of a round that is not shown: says that there is none or, to the Secretariat, that it was cancelled, by whom and why. */
export function NoSuchRound({ year }: { readonly year: number }) {
  const t = useTexts(noSuchRoundTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const { data, isLoading } = useQuery({ ...roundRecordQuery, enabled: mayRunRounds(person) });
  if (isLoading) return <Skeleton shape="table" rows={2} />;
  const cancelled = cancellationOf(data?.acts ?? [], year);
  return (
    <PageHeader
      variant="work"
      title={cancelled === null ? t.title : t.cancelled(roundWords[lang].name({ roundYear: year }))}
      lead={
        cancelled === null ? (
          t.text
        ) : (
          <p>
            {t.cancelledText(cancelled.byName, f.instant(cancelled.at))} {t.why(cancelled.reason)}
          </p>
        )
      }
      actions={
        <LinkButton to="/$lang/rounds" params={{ lang }} hash="all">
          {t.allRounds}
        </LinkButton>
      }
    />
  );
}
