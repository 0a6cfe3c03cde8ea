import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { UnsavedItem, UnsavedWork } from "#lib/unsaved-work.ts";
import { unsavedWorkTexts } from "./unsaved-work.texts.ts";

interface UnsavedListProps {
  readonly work: Pick<UnsavedWork, "items" | "aside">;
  /** Called when a link to an item is followed; null = the items are listed without links. */
  readonly onFollow: (() => void) | null;
}

/** What exists only in this browser: how many answers and notes and which, every other text by its kind. */
export function UnsavedList({ work, onFollow }: UnsavedListProps) {
  const t = useTexts(unsavedWorkTexts).list;
  const answers = work.items.filter((item) => item.what === "answer");
  const notes = work.items.filter((item) => item.what === "note");
  const others = work.items.filter((item) => item.what !== "answer" && item.what !== "note");
  return (
    <ul>
      {answers.length > 0 ? (
        <li>
          {t.answers(answers.length)}: <Places items={answers} whole={t.whole} onFollow={onFollow} />
        </li>
      ) : null}
      {notes.length > 0 ? (
        <li>
          {t.notes(notes.length)}: <Places items={notes} whole={t.whole} onFollow={onFollow} />
        </li>
      ) : null}
      {others.map((item, place) => (
        <li key={place}>
          {onFollow === null ? (
            t[item.what]
          ) : (
            <OtherText item={item} onFollow={onFollow}>
              {t[item.what]}
            </OtherText>
          )}
        </li>
      ))}
      {work.aside.length > 0 ? <li>{t.aside(work.aside.length)}</li> : null}
    </ul>
  );
}

type InReport = Extract<UnsavedItem, { what: "answer" | "note" }>;

interface PlacesProps extends Pick<UnsavedListProps, "onFollow"> {
  readonly items: readonly InReport[];
  readonly whole: string;
}

function Places({ items, whole, onFollow }: PlacesProps) {
  const lang = useLanguage();
  return items.map(({ submissionId, code }, place) => {
    const params = { lang, submissionId };
    return (
      <span key={place}>
        {place === 0 ? null : ", "}
        {onFollow === null ? (
          (code ?? whole)
        ) : code === null ? (
          <Link to="/$lang/reports/$submissionId/review" params={params} onClick={onFollow}>
            {whole}
          </Link>
        ) : (
          <Link to="/$lang/reports/$submissionId" params={params} search={{ indicator: code }} onClick={onFollow}>
            {code}
          </Link>
        )}
      </span>
    );
  });
}

/**
 * Where a text is written that is put before the Network. `of`: its room, its id, and which form; a new one for a meeting is begun from there. The
 * words themselves have a page of their own, other forms open on its page.
 */
function roomOf([room = "", id = "new", form]: readonly string[]): string {
  if (id === "new") return form === undefined ? `${room}/new` : `meetings/${form}`;
  return form === undefined ? `${room}/${id}/edit` : `${room}/${id}`;
}

interface OtherTextProps {
  readonly item: Exclude<UnsavedItem, InReport>;
  readonly onFollow: () => void;
  readonly children: ReactNode;
}

function OtherText({ item, onFollow, children }: OtherTextProps) {
  const lang = useLanguage();
  if (item.what === "other") return children;
  const [first = "", second] = item.of;
  switch (item.what) {
    case "desk":
    case "deskNote":
      return (
        <Link to="/$lang/reviews/$submissionId" params={{ lang, submissionId: first }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "sendBack":
      return (
        <Link to="/$lang/reports/$submissionId/review" params={{ lang, submissionId: first }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "reopen":
      return (
        <Link
          to="/$lang/reports/$submissionId"
          params={{ lang, submissionId: first }}
          search={{ indicator: second }}
          onClick={onFollow}
        >
          {children}
        </Link>
      );
    case "section":
    case "giveBack":
      return (
        <Link to="/$lang/reports/$submissionId/ministries" params={{ lang, submissionId: first }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "days":
      return (
        <Link
          to="/$lang/rounds/$year/reminders"
          params={{ lang, year: first }}
          search={{ tab: "days", countries: second }}
          onClick={onFollow}
        >
          {children}
        </Link>
      );
    case "hold":
      return (
        <Link
          to="/$lang/rounds/$year/reminders"
          params={{ lang, year: first }}
          search={{ tab: "days" }}
          onClick={onFollow}
        >
          {children}
        </Link>
      );
    case "step":
      return (
        <Link to="/$lang/rounds/$year/reminders" params={{ lang, year: first }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "nothing":
      return (
        <Link to="/$lang/reports/$submissionId" params={{ lang, submissionId: first }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "withdraw":
      return (
        <Link to="/$lang/reports/$submissionId/receipt" params={{ lang, submissionId: first }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "invite":
    case "person":
      return (
        <Link to="/$lang/people" params={{ lang }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "resend":
      return (
        <Link
          to="/$lang/rounds/$year/reminders"
          params={{ lang, year: first }}
          search={{ tab: second === undefined ? "send" : "scheduled" }}
          onClick={onFollow}
        >
          {children}
        </Link>
      );
    case "letter":
    case "withdrawLetter":
      return (
        <Link
          to="/$lang/rounds/$year/reminders"
          params={{ lang, year: first }}
          search={{ tab: "letters" }}
          onClick={onFollow}
        >
          {children}
        </Link>
      );
    case "template":
      return (
        <Link to="/$lang/words" params={{ lang }} search={{ message: `${first}-${second}` }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "exchange":
      return (
        <Link to="/$lang/asks/$country" params={{ lang, country: first }} hash="note" onClick={onFollow}>
          {children}
        </Link>
      );
    case "meeting":
      return (
        <Link to="/$lang/network/$" params={{ lang, _splat: `meetings/${first}` }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "commitment": {
      const _splat = second === undefined && first !== "new" ? `commitments/${first}/edit` : `commitments/${first}`;
      return (
        <Link to="/$lang/network/$" params={{ lang, _splat }} onClick={onFollow}>
          {children}
        </Link>
      );
    }
    case "report":
      return (
        <Link to="/$lang/network/$" params={{ lang, _splat: `meetings/${first}/report` }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "document":
    case "voice":
    case "activity":
    case "narrative":
      return (
        <Link to="/$lang/network/$" params={{ lang, _splat: roomOf(item.of) }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "guideline":
      return (
        <Link to="/$lang/network/$" params={{ lang, _splat: guidelineRoom(item.of) }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "body":
      return (
        <Link to="/$lang/network/$" params={{ lang, _splat: `bodies/${first}` }} onClick={onFollow}>
          {children}
        </Link>
      );
    case "withdrawNote":
    case "rowAct":
    case "round":
    case "roundAct":
      return (
        <Link to="/$lang/rounds" params={{ lang }} onClick={onFollow}>
          {children}
        </Link>
      );
  }
}

/** Where it is written on: the steps, a statement and its answer at their pages; a new one from its cell of the table. */
function guidelineRoom([first = "", second = "new"]: readonly string[]): string {
  if (first !== "guidelines") return `guidelines/${first}`;
  return second === "new" ? "guidelines" : `guidelines/${second}`;
}
