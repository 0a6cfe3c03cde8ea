import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { type Language, useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { CodeSelect } from "./code-select.tsx";
import { colourTexts } from "./colour-choice.texts.ts";

interface ColourChoiceProps {
  readonly countries: readonly { readonly iso3: string; readonly name: Readonly<Record<Language, string>> }[];
}

/** Which country keeps its colour, on this page and on those that its links lead to (`in-colour.ts`). */
export function ColourChoice({ countries }: ColourChoiceProps) {
  const t = useTexts(colourTexts);
  const f = useFormat();
  const lang = useLanguage();
  const navigate = useNavigate();
  const kept = useSearch({ strict: false, select: ({ keep }) => keep });
  const options = countries
    .map(({ iso3, name }) => ({ code: iso3, text: name[lang] }))
    .sort((a, b) => f.compare(a.text, b.text));
  return (
    <form data-names="">
      <CodeSelect
        label={t.label}
        name="keep"
        all={t.all}
        value={options.find(({ code }) => code === kept)?.code}
        options={options}
        onChoose={(keep) =>
          void navigate({ to: ".", search: (before) => ({ ...before, keep }), replace: true, resetScroll: false })
        }
      />
    </form>
  );
}
