import type { FieldDescription } from "@letterpress/client";
import { useState } from "react";
import { useForm, useUnreadable } from "./form-context.ts";
import { numberText, readNumber } from "./read-number.ts";
import type { WidgetProps } from "./widget.ts";
import { WidgetProblem } from "./widget-problem.tsx";

/** The keys of a phone: those of numbers alone have no minus. */
function keyboard({ min, integer }: FieldDescription): "text" | "numeric" | "decimal" {
  if (min === undefined || min < 0) return "text";
  return integer ? "numeric" : "decimal";
}

/** A number, as plain text: what is half typed stays as it is, and the page's wheel changes nothing. */
export function NumberWidget({ field, value, onChange, control, path }: WidgetProps) {
  const { unread } = useForm();
  const [text, setText] = useState(() => unread[path] ?? numberText(value));
  const [isTyping, setTyping] = useState(false);
  // The value leads where it says another number than the box: it was changed elsewhere.
  const given = typeof value === "number" ? value : null;
  const shown = readNumber(text).value === given ? text : numberText(value);
  if (shown !== text) setText(shown);
  const { problem, isUnfinished } = readNumber(shown);
  useUnreadable(path, shown, problem);
  const isTold = problem !== null && !control["aria-invalid"] && !(isTyping && isUnfinished);
  const problemId = `${control.id}-unreadable`;
  return (
    <>
      <input
        {...control}
        type="text"
        inputMode={keyboard(field)}
        autoComplete="off"
        aria-invalid={control["aria-invalid"] || isTold}
        aria-describedby={
          [control["aria-describedby"], isTold && problemId].filter(Boolean).join(" ") || undefined
        }
        value={shown}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
        onChange={(event) => {
          setText(event.target.value);
          onChange(readNumber(event.target.value).value);
        }}
        className="field-box tabular-nums"
      />
      {isTold && <WidgetProblem id={problemId} text={problem} />}
    </>
  );
}
