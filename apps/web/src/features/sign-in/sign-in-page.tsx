import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function SignInPage() {
  return (
    <>
      <PageHeader title="Sign in" />
      <Skeleton />
    </>
  );
}
