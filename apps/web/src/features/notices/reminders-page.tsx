import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function RemindersPage() {
  return (
    <>
      <PageHeader title="Reminders" />
      <Skeleton />
    </>
  );
}
