import { renderingThread } from "./rendering-thread.ts";

/** As `renderMarkdown`, apart from what is published, which does not wait for previews; more than 20 at once are turned away. */
export const renderPreview = renderingThread(20);
