import type { FieldDescription } from "@letterpress/client";
import type { ComponentType } from "react";
import { BooleanWidget } from "./boolean-widget.tsx";
import { JsonWidget } from "./json-widget.tsx";
import { NumberWidget } from "./number-widget.tsx";
import { TextWidget } from "./text-widget.tsx";
import type { WidgetProps } from "./widget.ts";

const widgets: Record<NonNullable<FieldDescription["widget"]>, ComponentType<WidgetProps>> = {
  text: TextWidget,
  number: NumberWidget,
  boolean: BooleanWidget,
  json: JsonWidget,
};

/** A field of the publication's own making, with the widget that it asks for. */
export function CustomWidget(props: WidgetProps) {
  const Widget = widgets[props.field.widget ?? "json"];
  return <Widget {...props} />;
}
