import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouteContext } from "@tanstack/react-router";
import { Tooltip } from "radix-ui";
import { lazy, Suspense, useEffect, useState } from "react";
import { SessionEnded } from "../auth/session-ended.tsx";
import { MeContext } from "../auth/use-me.ts";
import { meQuery } from "../connection/queries.ts";
import { Toasts } from "../ui/toasts.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { keepFocus } from "./keep-focus.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { Sidebar } from "./sidebar.tsx";
import { TopBar } from "./top-bar.tsx";
import { useLive } from "./use-live.ts";

const Palette = lazy(() => import("../palette/palette.tsx").then((file) => ({ default: file.Palette })));

/** What stands around every page of a signed-in user. */
export function Shell() {
  const { me: arrived } = useRouteContext({ from: "/shell" });
  const { data: current = arrived } = useQuery(meQuery);
  const user = current ?? arrived;
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isShowingKeys, setShowingKeys] = useState(false);
  useLive(current);
  useShortcuts({ "?": () => setShowingKeys(true) });

  useEffect(() => {
    function openPalette(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setPaletteOpen((isOpen) => !isOpen);
    }
    window.addEventListener("keydown", openPalette);
    return () => window.removeEventListener("keydown", openPalette);
  }, []);

  return (
    <MeContext value={user}>
      <Tooltip.Provider delayDuration={500}>
        <a
          href="#main"
          className="sr-only z-50 rounded bg-ink px-3 py-2 text-surface focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the content
        </a>
        <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
          <aside className="sticky top-0 hidden h-dvh border-r border-line lg:block">
            <Sidebar onOpenPalette={() => setPaletteOpen(true)} />
          </aside>
          <TopBar onOpenPalette={() => setPaletteOpen(true)} />
          <main id="main" ref={keepFocus} tabIndex={-1} className="min-w-0 outline-none">
            <Outlet />
          </main>
        </div>
        <Suspense>
          {isPaletteOpen && (
            <Palette onClose={() => setPaletteOpen(false)} onShowShortcuts={() => setShowingKeys(true)} />
          )}
        </Suspense>
        {isShowingKeys && <ShortcutsDialog onClose={() => setShowingKeys(false)} />}
        {current === null && <SessionEnded user={user} />}
        <Toasts />
      </Tooltip.Provider>
    </MeContext>
  );
}
