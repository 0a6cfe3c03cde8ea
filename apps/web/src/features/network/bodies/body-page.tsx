import type { BodyView, MeetingSummary, TermView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { type BodyCode, bodyCodes, inTermOrder, sourceName, type TermRole } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { meetingsQuery, namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { useSession } from "#lib/session.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { MeetingList } from "../meeting-list.tsx";
import { networkTexts } from "../network.texts.ts";
import type { RoomAt } from "../rooms.ts";
import styles from "./body.module.css";
import { bodyTexts } from "./body.texts.ts";
import { bodyQuery } from "./body-queries.ts";
import { termDays } from "./term-words.ts";

/** Only the Secretariat needs the forms. */
const AddTermForm = later(() => import("./term-forms.tsx").then((m) => m.AddTermForm));
const EndTermForm = later(() => import("./term-forms.tsx").then((m) => m.EndTermForm));
const WithdrawTermForm = later(() => import("./term-forms.tsx").then((m) => m.WithdrawTermForm));

/** A body: who held which role in it when, and its meetings. */
export function BodyPage({ params }: Pick<RoomAt, "params">) {
  const code = bodyCodes.find((one) => one === params.body?.toUpperCase());
  if (code === undefined) throw notFound();
  return <Body code={code} />;
}

/** In the order of a page: first who answers for the body. */
const inOrder = ["secretariat", "presidency", "member", "observer"] as const satisfies readonly TermRole[];

function Body({ code }: { readonly code: BodyCode }) {
  const t = useTexts(bodyTexts);
  const n = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const body = useQuery(bodyQuery(code));
  const meetings = useQuery(meetingsQuery);
  const participants = useQuery(participantsQuery);
  const [isAdding, setAdding] = useState(false);
  const isRead = body.data !== undefined && meetings.data !== undefined && participants.data !== undefined;
  const fault = body.error ?? meetings.error ?? participants.error;
  if (!isRead && fault !== null) throw fault;
  const manages = person !== null && mayDo(person.role, "network.manage");
  return (
    <>
      <PageHeader
        variant="work"
        title={m.bodies[code]}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
        ]}
        lead={<p>{t.lead}</p>}
        actions={
          <>
            <LinkButton to="/$lang/network/$" params={{ lang, _splat: `bodies/${code}/timeline` }}>
              {n.timeline}
            </LinkButton>
            {manages && isRead ? <Button onClick={() => setAdding(true)}>{t.add.label}</Button> : null}
          </>
        }
      />
      {isRead ? (
        <>
          <Record
            body={body.data}
            meetings={meetings.data.meetings}
            participants={participants.data.participants}
            manages={manages}
          />
          <Dialog open={isAdding} onClose={() => setAdding(false)} title={t.add.label}>
            {isAdding ? (
              <AddTermForm body={code} participants={participants.data.participants} onDone={() => setAdding(false)} />
            ) : null}
          </Dialog>
        </>
      ) : (
        <Skeleton shape="table" rows={6} />
      )}
    </>
  );
}

interface RecordProps {
  readonly body: BodyView;
  readonly meetings: readonly MeetingSummary[];
  readonly participants: readonly Participant[];
  readonly manages: boolean;
}

function Record({ body, meetings, participants, manages }: RecordProps) {
  const t = useTexts(bodyTexts);
  const lang = useLanguage();
  const f = useFormat();
  const now = useServerNow();
  const nameOf = namesOf(participants, lang);
  const standing = inTermOrder(body.terms.filter(({ withdrawn }) => withdrawn === null));
  const withdrawn = body.terms.filter((term) => term.withdrawn !== null).toReversed();
  const own = meetings.filter((meeting) => meeting.body === body.body);
  return (
    <>
      {inOrder.map((role) => {
        const terms = standing.filter((term) => term.role === role);
        return (
          <section key={role} className="section" aria-labelledby={`role-${role}`}>
            <h2 id={`role-${role}`}>{t.roles[role]}</h2>
            {terms.length === 0 ? (
              <p className="quiet">{t.notOnRecord}</p>
            ) : (
              <ul className={styles.terms}>
                {terms.map((term) => (
                  <Term key={term.id} term={term} nameOf={nameOf}>
                    {manages ? <TermActs term={term} name={nameOf(term.participant)} /> : null}
                  </Term>
                ))}
              </ul>
            )}
          </section>
        );
      })}
      {own.length === 0 ? (
        <section className="section" aria-labelledby="meetings">
          <h2 id="meetings">{t.meetings}</h2>
          <p className="quiet">{t.noMeetings}</p>
        </section>
      ) : (
        <MeetingList title={t.meetings} meetings={own} now={now} nameOf={nameOf} />
      )}
      {withdrawn.length === 0 ? null : (
        <section className="section">
          <Disclosure variant="ruled" summary={t.withdrawn.title}>
            <ul className={styles.terms}>
              {withdrawn.map((term) => (
                <Term key={term.id} term={term} nameOf={nameOf}>
                  {term.withdrawn === null ? null : (
                    <span className={styles.fine}>
                      {t.oneOf[term.role]};{" "}
                      {t.withdrawn.by(term.withdrawn.byName, f.instant(term.withdrawn.at), term.withdrawn.reason)}
                    </span>
                  )}
                </Term>
              ))}
            </ul>
          </Disclosure>
        </section>
      )}
    </>
  );
}

interface TermProps {
  readonly term: TermView;
  readonly nameOf: (code: string) => string;
  readonly children: ReactNode;
}

function Term({ term, nameOf, children }: TermProps) {
  const t = useTexts(bodyTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const f = useFormat();
  return (
    <li>
      <strong>{nameOf(term.participant)}</strong>
      <span>
        {termDays(t, f, term)}
        <span className={styles.fine}>
          {t.source(sourceName(term.source, lang))} {term.invented ? m.invented : null}
        </span>
      </span>
      <span className={styles.acts}>{children}</span>
    </li>
  );
}

function TermActs({ term, name }: { readonly term: TermView; readonly name: string }) {
  const t = useTexts(bodyTexts);
  const f = useFormat();
  const [open, setOpen] = useState<"end" | "withdraw" | null>(null);
  const onDone = () => setOpen(null);
  const said = `${name}: ${t.oneOf[term.role]}, ${termDays(t, f, term)}`;
  return (
    <>
      {term.untilOn === null ? (
        <Button size="small" variant="quiet" aria-label={`${t.end.label}: ${said}`} onClick={() => setOpen("end")}>
          {t.end.label}
        </Button>
      ) : null}
      <Button
        size="small"
        variant="quiet"
        aria-label={`${t.withdraw.label}: ${said}`}
        onClick={() => setOpen("withdraw")}
      >
        {t.withdraw.label}
      </Button>
      <Dialog open={open !== null} onClose={onDone} title={said}>
        {open === "end" ? <EndTermForm term={term} onDone={onDone} /> : null}
        {open === "withdraw" ? <WithdrawTermForm term={term} onDone={onDone} /> : null}
      </Dialog>
    </>
  );
}
