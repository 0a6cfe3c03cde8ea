import type { MeetingView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { CommitmentList } from "./commitment-list.tsx";
import { commitmentsQuery } from "./commitment-queries.ts";
import { commitmentsTexts } from "./commitments.texts.ts";

interface CommitmentsOfMeetingProps {
  readonly meeting: MeetingView;
  readonly nameOf: (code: string) => string;
}

/** What was promised at this meeting, and of which earlier commitments it said what became of them. Nothing stands here where there is nothing. */
export function CommitmentsOfMeeting({ meeting, nameOf }: CommitmentsOfMeetingProps) {
  const t = useTexts(commitmentsTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const f = useFormat();
  const { data } = useQuery(commitmentsQuery({ meeting: meeting.id }));
  if (data === undefined) return null;
  const made = data.commitments.filter(({ meetingId }) => meetingId === meeting.id);
  const concluded = data.commitments.filter(({ outcome }) => outcome?.meetingId === meeting.id);
  const mayEnter = person !== null && mayDo(person.role, "commitment.manage") && meeting.state !== "cancelled";
  if (made.length + concluded.length === 0 && !mayEnter) return null;
  return (
    <section className="section" aria-labelledby="commitments">
      <h2 id="commitments">{t.title}</h2>
      {made.length + concluded.length === 0 ? <p>{t.noneOfMeeting}</p> : null}
      {made.length === 0 ? null : <CommitmentList commitments={made} nameOf={nameOf} />}
      {concluded.length === 0 ? null : (
        <>
          <h3>{t.concludedHere}</h3>
          <CommitmentList commitments={concluded} nameOf={nameOf} />
        </>
      )}
      {data.total > data.commitments.length ? (
        <p>
          <Link
            to="/$lang/network/$"
            params={{ lang, _splat: "commitments" }}
            search={{ meeting: meeting.id } as never}
          >
            {t.allOfMeeting(f.number(data.total))}
          </Link>
        </p>
      ) : null}
      {mayEnter ? (
        <p>
          <Link
            to="/$lang/network/$"
            params={{ lang, _splat: "commitments/new" }}
            search={{ meeting: meeting.id } as never}
          >
            {t.enter}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
