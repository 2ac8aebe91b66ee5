import type { Asset, EntryStatus } from "@letterpress/client";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { SetUpScreen } from "./auth/set-up-screen.tsx";
import { SignInScreen } from "./auth/sign-in-screen.tsx";
import { noteLivePosition } from "./connection/live.ts";
import { meQuery, publicationQuery, typesQuery } from "./connection/queries.ts";
import { queryClient } from "./connection/query-client.ts";
import { belongTo } from "./connection/whose-page.ts";
import { readHistorySearch } from "./history/history-search.ts";
import type { ListSearch } from "./lists/list-filters.tsx";
import { FailedScreen } from "./shell/failed-screen.tsx";
import { LoadingScreen } from "./shell/loading-screen.tsx";
import { MissingScreen } from "./shell/missing-screen.tsx";
import { allStatuses } from "./ui/entry-statuses.ts";

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <main>
      <MissingScreen />
    </main>
  ),
});

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const statuses: readonly unknown[] = allStatuses;

const setUp = createRoute({ getParentRoute: () => root, path: "/set-up", component: SetUpScreen });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): { next?: string } => {
    const next = text(search.next);
    return next === undefined ? {} : { next };
  },
  component: SignInScreen,
});

/** All that needs a user. */
const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery);
    belongTo(me);
    if (me === null)
      throw redirect({ to: "/sign-in", search: location.pathname === "/" ? {} : { next: location.href } });
    return { me };
  },
  loader: async () => {
    const [types] = await Promise.all([
      queryClient.ensureQueryData(typesQuery),
      queryClient.ensureQueryData(publicationQuery),
      noteLivePosition(),
    ]);
    return { types };
  },
  component: lazyRouteComponent(() => import("./shell/shell.tsx"), "Shell"),
  errorComponent: ({ error }) => (
    <main>
      <FailedScreen error={error} />
    </main>
  ),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  loader: async ({ parentMatchPromise }) => {
    const first = (await parentMatchPromise).loaderData?.types[0];
    throw redirect(first ? { to: "/entries/$type", params: { type: first.name } } : { to: "/assets" });
  },
});

const list = createRoute({
  getParentRoute: () => shell,
  path: "/entries/$type",
  validateSearch: (search): ListSearch => {
    const words = text(search.search);
    return {
      ...(words === undefined ? {} : { search: words }),
      ...(statuses.includes(search.status) ? { status: search.status as EntryStatus } : {}),
      ...(search.assigned === "me" ? { assigned: "me" } : {}),
    };
  },
  component: lazyRouteComponent(() => import("./lists/list-screen.tsx"), "ListScreen"),
});

/** An entry, or a new one where the id is `new`: one route, so that the first save does not rebuild the page. */
const editor = createRoute({
  getParentRoute: () => shell,
  path: "/entries/$type/$id",
  // A new entry stays in the editor that it was begun in when its first save gives it an address of its own.
  beforeLoad: ({ location: { state }, params: { id } }) => ({
    visit: state.editor ?? (id === "new" ? (state.__TSR_key ?? id) : id),
  }),
  component: lazyRouteComponent(() => import("./editor/editor-screen.tsx"), "EditorScreen"),
});

const assets = createRoute({
  getParentRoute: () => shell,
  path: "/assets",
  validateSearch: (search): { search?: string; kind?: Asset["kind"]; asset?: string } => {
    const words = text(search.search);
    const asset = text(search.asset);
    return {
      ...(words === undefined ? {} : { search: words }),
      ...(search.kind === "image" || search.kind === "file" ? { kind: search.kind } : {}),
      ...(asset === undefined ? {} : { asset }),
    };
  },
  component: lazyRouteComponent(() => import("./assets/assets-screen.tsx"), "AssetsScreen"),
});

const calendar = createRoute({
  getParentRoute: () => shell,
  path: "/calendar",
  validateSearch: (search): { month?: string } => {
    const month = text(search.month);
    return month === undefined ? {} : { month };
  },
  component: lazyRouteComponent(() => import("./calendar/calendar-screen.tsx"), "CalendarScreen"),
});

const releases = createRoute({
  getParentRoute: () => shell,
  path: "/releases",
  validateSearch: (search): { state?: "published"; make?: true } => ({
    ...(search.state === "published" ? { state: search.state } : {}),
    ...(search.make === true ? { make: true } : {}),
  }),
  component: lazyRouteComponent(() => import("./releases/releases-screen.tsx"), "ReleasesScreen"),
});

const release = createRoute({
  getParentRoute: () => shell,
  path: "/releases/$id",
  component: lazyRouteComponent(() => import("./releases/release-screen.tsx"), "ReleaseScreen"),
});

const bin = createRoute({
  getParentRoute: () => shell,
  path: "/bin",
  validateSearch: (search): { type?: string } => {
    const type = text(search.type);
    return type === undefined ? {} : { type };
  },
  component: lazyRouteComponent(() => import("./bin/bin-screen.tsx"), "BinScreen"),
});

const redirects = createRoute({
  getParentRoute: () => shell,
  path: "/redirects",
  validateSearch: (search): { search?: string } => {
    const words = text(search.search);
    return words === undefined ? {} : { search: words };
  },
  component: lazyRouteComponent(() => import("./redirects/redirects-screen.tsx"), "RedirectsScreen"),
});

const history = createRoute({
  getParentRoute: () => shell,
  path: "/history",
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import("./history/history-screen.tsx"), "HistoryScreen"),
});

const apiKeys = createRoute({
  getParentRoute: () => shell,
  path: "/keys",
  component: lazyRouteComponent(() => import("./api-keys/api-keys-screen.tsx"), "ApiKeysScreen"),
});

const screens = [
  home,
  list,
  editor,
  calendar,
  releases,
  release,
  assets,
  bin,
  redirects,
  history,
  apiKeys,
] as const;

export const router = createRouter({
  routeTree: root.addChildren([setUp, signIn, shell.addChildren(screens)]),
  basepath: "/studio",
  defaultErrorComponent: FailedScreen,
  defaultPendingComponent: LoadingScreen,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** Leaving for the sign-in page means signing out. */
    signOut?: boolean;
    /** The editor that made this entry, so that it stays open after its first save. */
    editor?: string;
  }
}
