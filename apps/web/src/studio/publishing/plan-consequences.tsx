import type { PublishPlan } from "@letterpress/client";
import type { ReactNode } from "react";
import { Icon, type IconName } from "../ui/icon.tsx";
import { someOf } from "./some-of.ts";
import { counted } from "./time-words.ts";

/** What changes on the site beside the page itself. */
export function PlanConsequences({ plan }: { plan: PublishPlan }) {
  const { redirects, endedRedirects, pages, morePages } = plan;
  const count = pages.length + morePages;
  return (
    <ul className="flex flex-col gap-1.5 empty:hidden">
      {redirects.map(({ from, to }) => (
        <Line key={from} icon="outside">
          Readers of <Address path={from} /> are sent on to <Address path={to} />.
        </Line>
      ))}
      {endedRedirects.map((path) => (
        <Line key={path} icon="close">
          The redirect at <Address path={path} /> ends: this page takes its address.
        </Line>
      ))}
      {count > 0 && (
        <Line icon="page">
          {counted(count, "other page")} {count === 1 ? "changes" : "change"} with it:{" "}
          {someOf(
            pages.map(({ title, path }) => title || path),
            morePages,
          )}
          .
        </Line>
      )}
    </ul>
  );
}

function Line({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="flex gap-2">
      <span className="mt-0.5 text-muted">
        <Icon name={icon} />
      </span>
      <span className="min-w-0">{children}</span>
    </li>
  );
}

function Address({ path }: { path: string }) {
  return <span className="font-medium break-all">{path}</span>;
}
