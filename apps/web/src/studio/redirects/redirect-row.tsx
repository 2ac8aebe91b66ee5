import { Link } from "@tanstack/react-router";
import type { PathRedirect } from "../connection/desk.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { When } from "../ui/when.tsx";

interface RedirectRowProps {
  redirect: PathRedirect;
  onDelete: () => void;
}

export function RedirectRow({ redirect, onDelete }: RedirectRowProps) {
  const { path, target, createdAt, createdBy, entry } = redirect;
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">
          <span className="font-medium">{path}</span>
          <span className="text-muted">
            <span className="sr-only"> leads to </span>
            <span aria-hidden="true"> → </span>
          </span>
          <a
            href={target}
            target="_blank"
            rel="noreferrer"
            className="inline-block text-accent underline wrap-anywhere"
          >
            {target}
          </a>
        </p>
        <p className="text-sm text-muted">
          {entry ? (
            <>
              Made by itself when{" "}
              <Link
                to="/entries/$type/$id"
                params={{ type: entry.type, id: entry.id }}
                className="underline hover:text-ink"
              >
                {entry.title || "Untitled"}
              </Link>{" "}
              moved,
            </>
          ) : createdBy ? (
            `Made by ${createdBy.name}`
          ) : (
            "Made"
          )}{" "}
          <When date={createdAt} />
        </p>
      </div>
      <IconButton icon="trash" label={`Delete the redirect of ${path}`} onClick={onDelete} />
    </li>
  );
}
