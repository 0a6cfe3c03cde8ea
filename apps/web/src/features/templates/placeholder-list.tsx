import { placeholders } from "@avances/domain/wording";
import { useTexts } from "#i18n/i18n.ts";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { templatesTexts } from "./templates.texts.ts";
import type { Template } from "./templates-queries.ts";

/** What each placeholder of this message becomes, and where it may stand. */
export function PlaceholderList({ template: { parts } }: { readonly template: Pick<Template, "parts"> }) {
  const t = useTexts(templatesTexts);
  const used = placeholders.filter((name) => parts.some(({ allowed }) => allowed.includes(name)));
  return (
    <RecordTable
      caption={t.placeholders.title}
      dense
      stickyFirst={false}
      heads={[t.placeholders.name, t.placeholders.becomes, t.placeholders.where]}
    >
      <tbody>
        {used.map((name) => (
          <Row key={name}>
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
          </Row>
        ))}
      </tbody>
    </RecordTable>
  );
}
