import { byLanguage, type Text } from "@avances/domain/catalogue";
import { localDate } from "@avances/domain/round";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useSession } from "#lib/session.ts";
import { countriesQuery, groupsQuery } from "#lib/shared-queries.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { areWordsChanged, isAskedMeanwhile } from "./asked-meanwhile.tsx";
import { useCountriesOfAddress } from "./countries-of-address.ts";
import { LaterDone } from "./later/later-done.tsx";
import { type LaterRequest, remindersQuery, useLater, useLaterPreview } from "./later/later-queries.ts";
import { isMomentRefused, momentOf, type TypedMoment } from "./later/moment-fields.tsx";
import styles from "./notices.module.css";
import { heldIn, type ResendReply, type ResendRequest, seenIn, usePreview, useSend } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";
import { ResendChoice } from "./resend-choice.tsx";
import { ResendDone } from "./resend-done.tsx";
import { ResendPreview } from "./resend-preview.tsx";

const noText: Text = byLanguage(() => "");
const isWritten = isShape<Text>(byLanguage(() => isText));
const standardGroup = "CA-MEX";

/**
 * A reminder now: choose, see every message, confirm, send. Exactly what was shown is sent: a change of the selection or the words
 * requires a new preview first.
 */
export function ResendPanel({ year }: { readonly year: string }) {
  const t = useTexts(remindersTexts).send;
  const search = useSearch({ from: "/$lang/signed-in/rounds/$year/reminders" });
  const navigate = useNavigate({ from: "/$lang/rounds/$year/reminders" });
  const { session } = useSession();
  const { data: groupData } = useSuspenseQuery(groupsQuery);
  const { data: countryData } = useSuspenseQuery(countriesQuery);
  const form = useKeptForm({ form: "resend", of: [year], empty: noText, guard: isWritten });
  const text = form.value;
  const [except, setExcept] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState("");
  const [isTried, setTried] = useState(false);
  /** Null = it is sent now. */
  const [moment, setMoment] = useState<TypedMoment | null>(null);
  const preview = usePreview(Number(year));
  const send = useSend(Number(year));
  const laterPreview = useLaterPreview(Number(year));
  const later = useLater(Number(year));
  const actKey = useActKey();
  const messages = useRef<HTMLHeadingElement>(null);

  const countries = useCountriesOfAddress();
  // A word that is no code says that nobody was chosen.
  const isByCountry = search.countries !== undefined || countries.length > 0;
  const group = search.group ?? standardGroup;
  const set = useQuery({ ...remindersQuery(Number(year)), enabled: moment !== null });
  const whom = isByCountry ? countries : (groupData.groups.find(({ code }) => code === group)?.members ?? []);
  const ranges = set.data?.ranges.filter(({ country }) => whom.includes(country)) ?? [];
  const request = requestOf(isByCountry ? { countries } : { group }, text);
  const named = moment && momentOf(moment);
  const wanted = JSON.stringify([request, moment]);
  // Leaving a country out changes no other message, so the preview stays valid.
  const sent = except.length === 0 ? request : { ...request, except: [...except] };
  const shown = moment === null ? preview.data : laterPreview.data;
  const isShown = shown !== undefined && seen === wanted;

  const now = new Date(session?.now ?? Date.now());
  const todayIn = (alpha3: string) =>
    localDate(now, countryData.countries.find((one) => one.alpha3 === alpha3)?.timeZone ?? "UTC");
  const show = (choice: ResendRequest, shownAnew?: (reply: ResendReply) => void) =>
    preview.mutate(choice, {
      onSuccess: (reply) => {
        setSeen(JSON.stringify([choice, null]));
        shownAnew?.(reply);
      },
    });
  const showLater = (choice: LaterRequest) =>
    laterPreview.mutate(choice, {
      onSuccess: (reply) => {
        setSeen(wanted);
        const set = reply.countries.filter(({ scheduled }) => scheduled !== null).map(({ country }) => country);
        setExcept([...new Set([...heldIn(reply, todayIn), ...set])].sort());
      },
    });

  // The messages appear below the form, so the keyboard focus moves there.
  useEffect(() => {
    if (!isShown) return;
    messages.current?.focus();
    // Show the messages from their top, not from where the focus became visible.
    messages.current?.scrollIntoView({ block: "start" });
  }, [isShown]);

  if (later.data !== undefined && later.variables !== undefined) {
    return (
      <LaterDone
        year={year}
        count={shown === undefined ? 0 : shown.countries.filter(({ country }) => !except.includes(country)).length}
        onAgain={() => {
          actKey.done();
          later.reset();
          laterPreview.reset();
          setExcept([]);
          setMoment(null);
        }}
      />
    );
  }
  if (send.data !== undefined) {
    return (
      <ResendDone
        year={year}
        reply={send.data}
        countries={countryData.countries}
        onAgain={() => {
          actKey.done();
          send.reset();
          preview.reset();
          setExcept([]);
        }}
      />
    );
  }
  return (
    <section className="section" aria-labelledby="resend">
      <h2 id="resend" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>{t.text}</p>
      <KeptNote form={form} />
      <ResendChoice
        groups={groupData.groups}
        countries={countryData.countries}
        group={isByCountry ? null : group}
        chosen={countries}
        text={text}
        error={isTried && isByCountry && countries.length === 0 ? t.noCountry : undefined}
        isBusy={preview.isPending || laterPreview.isPending}
        isSecondary={isShown}
        moment={moment}
        isTried={isTried}
        refusal={later.error ?? laterPreview.error}
        asked={countryData.countries}
        min={localDate(now, "Pacific/Pago_Pago")}
        ranges={ranges}
        onMoment={(value) => {
          setMoment(value);
          setTried(false);
          laterPreview.reset();
          later.reset();
        }}
        onGroup={(code) =>
          navigate({
            search: ({ countries: _, country: __, ...rest }) => ({ ...rest, group: code }),
            replace: true,
            resetScroll: false,
          })
        }
        onCountries={(codes) =>
          navigate({
            search: ({ group: _, country: __, ...rest }) => ({ ...rest, countries: codes.join(",") || "none" }),
            replace: true,
            resetScroll: false,
          })
        }
        onText={form.change}
        onPreview={() => {
          setTried(true);
          if (isByCountry && countries.length === 0) return;
          send.reset();
          later.reset();
          if (moment !== null) {
            if (named !== null) showLater({ ...request, moment: named });
            return;
          }
          setExcept([]);
          // Somebody decided not to write to these, or they have said when they will: who writes all the same, ticks them.
          show(request, (reply) => setExcept(heldIn(reply, todayIn)));
        }}
      />
      <ProblemNote
        error={moment === null ? preview.error : isMomentRefused(laterPreview.error) ? null : laterPreview.error}
        words={{ "nothing-to-send": t.nobody }}
      />
      {shown === undefined ? null : (
        <ResendPreview
          heading={messages}
          reply={shown}
          isCurrent={isShown}
          countries={countryData.countries}
          except={except}
          leavesLater={moment !== null}
          error={moment === null ? send.error : isMomentRefused(later.error) ? null : later.error}
          isBusy={send.isPending || later.isPending}
          onExcept={setExcept}
          onSend={() => {
            if (moment !== null) {
              if (named === null) return;
              const what = { ...sent, moment: named };
              void form.send(() => later.mutateAsync({ what, idempotencyKey: actKey.keyFor(what) }));
              return;
            }
            if (preview.data === undefined) return;
            const act = { ...sent, seen: seenIn(preview.data), wordings: [...preview.data.wordings] };
            void form.send(() =>
              send.mutateAsync(
                { act, idempotencyKey: actKey.keyFor(act) },
                // The preview is out of date: show the messages as they would be sent now.
                { onError: (error) => (isAskedMeanwhile(error) || areWordsChanged(error)) && show(request) },
              ),
            );
          }}
        />
      )}
    </section>
  );
}

function requestOf(whom: Pick<ResendRequest, "group" | "countries">, text: { en: string; es: string }): ResendRequest {
  const said = Object.fromEntries(
    Object.entries(text).flatMap(([language, words]) => (words.trim() === "" ? [] : [[language, words.trim()]])),
  );
  return Object.keys(said).length === 0 ? whom : { ...whom, text: said };
}
