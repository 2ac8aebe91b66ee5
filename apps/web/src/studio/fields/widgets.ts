import type { FieldDescription } from "@letterpress/client";
import { type ComponentType, lazy } from "react";
import { BooleanWidget } from "./boolean-widget.tsx";
import { DateWidget } from "./date-widget.tsx";
import { ImageWidget } from "./image-widget.tsx";
import { ReferenceWidget } from "./reference-widget.tsx";
import { ReferencesWidget } from "./references-widget.tsx";
import { SelectWidget } from "./select-widget.tsx";
import { SlugWidget } from "./slug-widget.tsx";
import { TextWidget } from "./text-widget.tsx";
import type { WidgetProps } from "./widget.ts";

/** What each kind of field is edited with. */
export const widgets: Record<FieldDescription["kind"], ComponentType<WidgetProps>> = {
  text: TextWidget,
  // The one heavy widget: loaded when a type has such a field.
  markdown: lazy(() =>
    import("../markdown/markdown-widget.tsx").then((file) => ({ default: file.MarkdownWidget })),
  ),
  slug: SlugWidget,
  image: ImageWidget,
  reference: ReferenceWidget,
  references: ReferencesWidget,
  select: SelectWidget,
  boolean: BooleanWidget,
  date: DateWidget,
};
