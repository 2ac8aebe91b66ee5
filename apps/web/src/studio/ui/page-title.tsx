import { useEffect } from "react";

/** Names the browser's tab. */
export function PageTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = `${title} · Studio`;
  }, [title]);
  return null;
}
