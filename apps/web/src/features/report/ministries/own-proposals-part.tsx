import type { OwnPart } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { stayAfter } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { useReportBase } from "../report-context.ts";
import { isOpen } from "../saving/answer-store.ts";
import { useEntriesPart } from "../saving/use-answer-store.ts";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";
import { useWithdrawProposal } from "./ministries-queries.ts";
import { ProposalName } from "./proposal-pair.tsx";

/** What a contributor proposes and nobody has decided about; each can be taken back, which leaves the report as it is. */
export function OwnProposalsPart({ proposals }: { readonly proposals: OwnPart["proposals"] }) {
  const t = useTexts(ministriesTexts).own.mine;
  const { view, mayEdit } = useReportBase();
  const withdraw = useWithdrawProposal(view.submission.id);
  // What is typed and not sent yet would be proposed again at once.
  const unsent = useEntriesPart(
    (entries) => [...entries.values()].filter(isOpen).map(({ indicator }) => indicator.code),
    (one, other) => one.join() === other.join(),
  );
  const open = proposals.filter(({ state }) => state === "open");
  const last = withdraw.isSuccess ? withdraw.variables.indicatorCode : null;
  const isTakenBack = proposals.some(({ indicatorCode, state }) => indicatorCode === last && state === "withdrawn");
  return (
    <div data-stay tabIndex={-1}>
      <div role="status">{last !== null && isTakenBack ? <Callout tone="done">{t.done(last)}</Callout> : null}</div>
      <ProblemNote error={withdraw.error} words={{ "not-available-now": t.meanwhile }} />
      {open.length === 0 ? null : (
        <Disclosure summary={t.heading(open.length)}>
          <p className={styles.facts}>{t.help}</p>
          <ul className={styles.rows}>
            {open.map(({ indicatorCode, revision }) => (
              <li key={indicatorCode} className={styles.row}>
                <ProposalName code={indicatorCode} />
                {mayEdit(indicatorCode) && !unsent.includes(indicatorCode) ? (
                  <div className={styles.acts}>
                    <Button
                      size="small"
                      variant="quiet"
                      busy={withdraw.isPending && withdraw.variables.indicatorCode === indicatorCode}
                      onClick={(event) => {
                        const back = stayAfter(event.currentTarget);
                        void withdraw.mutateAsync({ indicatorCode, revision }).then(
                          () => requestAnimationFrame(back),
                          () => undefined,
                        );
                      }}
                    >
                      {t.withdraw}
                    </Button>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
