import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { fetched } from "../connection/call.ts";
import { press } from "../connection/press.ts";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { useDebounced } from "../ui/use-debounced.ts";
import "./preview.css";

/** What readers will see, rendered by the server just as publishing renders it. */
export function Preview({ source }: { source: string }) {
  const settled = useDebounced(source, 350);
  const preview = useQuery({
    queryKey: ["preview", settled],
    queryFn: () => fetched(press.markdown.preview({ source: settled })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const article = shown.current;
    article?.addEventListener("click", openOutside);
    return () => article?.removeEventListener("click", openOutside);
  });
  if (settled.trim() === "") return <p className="p-4 text-muted">Nothing to preview yet.</p>;
  return (
    <div className="min-w-0 p-4" aria-busy={preview.isFetching}>
      {preview.error && (
        <Notice tone="danger">
          <ProblemText problem={preview.error.problem} />
        </Notice>
      )}
      {/* The server sanitizes it: the same bytes are shown to every reader. */}
      <div ref={shown} className="preview" dangerouslySetInnerHTML={{ __html: preview.data?.html ?? "" }} />
    </div>
  );
}

/** A link in the preview must not take the writer away from the text. */
function openOutside(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link?.getAttribute("href") ?? "";
  if (!link || href.startsWith("#")) return;
  event.preventDefault();
  window.open(link.href, "_blank", "noopener");
}
