import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { publicationQuery } from "../connection/queries.ts";
import { PageTitle } from "../ui/page-title.tsx";

/** The one card of the pages that stand before the Studio. */
export function AuthCard({ title, children }: { title: string; children: ReactNode }) {
  const { data: publication } = useQuery(publicationQuery);
  return (
    <main className="grid min-h-dvh content-center justify-items-center px-4 py-10">
      <PageTitle title={title} />
      <div className="w-full max-w-sm">
        <p className="mb-5 flex min-h-8 items-center gap-2.5 font-serif text-2xl font-medium">
          <span className="size-3 rounded-full bg-mark" aria-hidden="true" />
          {publication?.name}
        </p>
        <div className="rounded-xl border border-line bg-surface p-6 shadow-sm">
          <h1 className="mb-4 text-xl font-semibold">{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}
