import { placeholders } from "@avances/domain/wording";
import { useTexts } from "#i18n/i18n.ts";
import { DataTable } from "#ui/data-table.tsx";
import { templatesTexts } from "./templates.texts.ts";
import type { Template } from "./templates-queries.ts";

/** What each placeholder of this message becomes, and where it may stand. */
export function PlaceholderList({ template: { parts } }: { readonly template: Pick<Template, "parts"> }) {
  const t = useTexts(templatesTexts);
  const used = placeholders.filter((name) => parts.some(({ allowed }) => allowed.includes(name)));
  return (
    <DataTable caption={t.placeholders.title} dense stickyFirst={false}>
      <thead>
        <tr>
          <th scope="col">{t.placeholders.name}</th>
          <th scope="col">{t.placeholders.becomes}</th>
          <th scope="col">{t.placeholders.where}</th>
        </tr>
      </thead>
      <tbody>
        {used.map((name) => (
          <tr key={name}>
            <th scope="row">
              <code>{`{{${name}}}`}</code>
            </th>
            <td>{t.placeholders[name]}</td>
            <td>
              {parts
                .filter(({ allowed }) => allowed.includes(name))
                .map(({ field }) => t.fields[field])
                .join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
