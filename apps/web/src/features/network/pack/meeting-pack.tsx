import type { getMeetingPackHtml, getMeetingPackPdf, MeetingView } from "@avances/contracts";
import { type Language, languageLabel, regionFirst } from "@avances/domain/catalogue";
import { packAudiences } from "@avances/domain/network";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { callForFile, operation } from "#lib/api-client.ts";
import { keepFile } from "#lib/keep-file.ts";
import { Button } from "#ui/button.tsx";
import { Select } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "./pack.module.css";
import { packTexts } from "./pack.texts.ts";

const files = {
  html: operation<typeof getMeetingPackHtml>("GET", "/meetings/:meetingId/pack.html"),
  pdf: operation<typeof getMeetingPackPdf>("GET", "/meetings/:meetingId/pack.pdf"),
} as const;
const kinds = ["html", "pdf"] as const;

/** The papers of a meeting for an audience, which the Secretariat puts together and hands out. */
export function MeetingPack({ meeting }: { readonly meeting: MeetingView }) {
  const t = useTexts(packTexts);
  const own = useLanguage();
  const [audience, setAudience] = useState<(typeof packAudiences)[number]>("members");
  const [language, setLanguage] = useState<Language>(own);
  const fetching = useMutation({
    mutationFn: async (kind: (typeof kinds)[number]) => {
      const query = { audience, language };
      // The two are asked for alike.
      keepFile(await callForFile(files[kind] as typeof files.pdf, { params: { meetingId: meeting.id }, query }));
    },
  });
  return (
    <section className="section" aria-labelledby="pack">
      <h2 id="pack">{t.title}</h2>
      <p>{t.text}</p>
      <div className={styles.choices}>
        <Select
          label={t.audience}
          value={audience}
          onChange={({ target }) => setAudience(packAudiences.find((one) => one === target.value) ?? "members")}
        >
          {packAudiences.map((one) => (
            <option key={one} value={one}>
              {t.audiences[one]}
            </option>
          ))}
        </Select>
        <Select
          label={t.language}
          value={language}
          onChange={({ target }) => setLanguage(regionFirst.find((one) => one === target.value) ?? own)}
        >
          {regionFirst.map((one) => (
            <option key={one} value={one} lang={one}>
              {languageLabel(one, own)}
            </option>
          ))}
        </Select>
      </div>
      <div className="row">
        {kinds.map((kind) => (
          <Button
            key={kind}
            busy={fetching.isPending && fetching.variables === kind}
            onClick={() => fetching.mutate(kind)}
          >
            {t[kind]}
          </Button>
        ))}
      </div>
      <ProblemNote error={fetching.error} />
    </section>
  );
}
