import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { submissionQuery } from "#lib/shared-queries.ts";
import { ActList } from "#ui/act-list.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { monitorTexts } from "./monitor.texts.ts";

/** The record of one report, fetched when it is opened: who did what and when, what changed, and why. */
export function RowRecord({ submissionId }: { readonly submissionId: string }) {
  const t = useTexts(monitorTexts);
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({ ...submissionQuery(submissionId), enabled: isOpen });
  return (
    <Disclosure summary={t.act.record} open={isOpen} onToggle={setOpen}>
      {data === undefined ? (
        error === null ? (
          <Skeleton shape="lines" rows={3} />
        ) : (
          <ProblemNote error={error} />
        )
      ) : data.acts.length === 0 ? (
        <p className="quiet">{t.act.recordEmpty}</p>
      ) : (
        <ActList acts={data.acts} />
      )}
    </Disclosure>
  );
}
