import type { FieldDescription } from "@letterpress/client";
import { type ComponentType, lazy } from "react";
import { BlocksWidget } from "./blocks-widget.tsx";
import { BooleanWidget } from "./boolean-widget.tsx";
import { ColorWidget } from "./color-widget.tsx";
import { CustomWidget } from "./custom-widget.tsx";
import { DateWidget } from "./date-widget.tsx";
import { DatetimeWidget } from "./datetime-widget.tsx";
import { EmailWidget } from "./email-widget.tsx";
import { FileWidget } from "./file-widget.tsx";
import { GroupWidget } from "./group-widget.tsx";
import { ImageWidget } from "./image-widget.tsx";
import { JsonWidget } from "./json-widget.tsx";
import { ListWidget } from "./list-widget.tsx";
import { MultiSelectWidget } from "./multi-select-widget.tsx";
import { NumberWidget } from "./number-widget.tsx";
import { ReferenceWidget } from "./reference-widget.tsx";
import { ReferencesWidget } from "./references-widget.tsx";
import { SelectWidget } from "./select-widget.tsx";
import { SlugWidget } from "./slug-widget.tsx";
import { TextWidget } from "./text-widget.tsx";
import { UrlWidget } from "./url-widget.tsx";
import type { WidgetProps } from "./widget.ts";

/** What each kind of field is edited with. */
export const widgets: Record<FieldDescription["kind"], ComponentType<WidgetProps>> = {
  text: TextWidget,
  // The one heavy widget: loaded when a type has such a field.
  markdown: lazy(() =>
    import("../markdown/markdown-widget.tsx").then((file) => ({ default: file.MarkdownWidget })),
  ),
  number: NumberWidget,
  boolean: BooleanWidget,
  date: DateWidget,
  datetime: DatetimeWidget,
  select: SelectWidget,
  multiSelect: MultiSelectWidget,
  slug: SlugWidget,
  url: UrlWidget,
  email: EmailWidget,
  color: ColorWidget,
  json: JsonWidget,
  image: ImageWidget,
  file: FileWidget,
  reference: ReferenceWidget,
  references: ReferencesWidget,
  list: ListWidget,
  group: GroupWidget,
  blocks: BlocksWidget,
  custom: CustomWidget,
};
