import { createClient } from "@letterpress/client";

/** The publication that served this page. Sessions are cookies, so nothing else is needed to be somebody. */
export const press = createClient({ url: window.location.origin });
