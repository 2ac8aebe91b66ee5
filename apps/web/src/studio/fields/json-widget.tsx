import { useState } from "react";
import { useDebounced } from "../ui/use-debounced.ts";
import { useForm, useUnreadable } from "./form-context.ts";
import { GrowingTextarea } from "./growing-textarea.tsx";
import { jsonText, readJson } from "./read-json.ts";
import { isDeepEqual } from "./same-value.ts";
import type { WidgetProps } from "./widget.ts";
import { WidgetProblem } from "./widget-problem.tsx";

/** Any value as JSON. While the text is none, it stays as it is typed, and the field keeps its last value. */
export function JsonWidget({ value, onChange, control, path }: WidgetProps) {
  const { unread } = useForm();
  const given = value ?? null;
  const [text, setText] = useState(() => unread[path] ?? jsonText(value));
  const [known, setKnown] = useState<unknown>(given);
  // Changed elsewhere: then the text follows, and is given up with what was typed in it.
  const isOutdated = !isDeepEqual(known, given);
  const shown = isOutdated ? jsonText(value) : text;
  if (isOutdated) {
    setKnown(given);
    setText(shown);
  }
  const read = readJson(shown);
  const problem = read.ok ? null : read.problem;
  useUnreadable(path, shown, problem);
  const settled = useDebounced(shown, 300);
  const isTold = problem !== null && !control["aria-invalid"] && settled === shown;
  const problemId = `${control.id}-unreadable`;

  function write(typed: string) {
    setText(typed);
    const now = readJson(typed);
    if (!now.ok || isDeepEqual(now.value, known)) return;
    setKnown(now.value);
    onChange(now.value);
  }

  return (
    <>
      <GrowingTextarea
        {...control}
        aria-invalid={control["aria-invalid"] || isTold}
        aria-describedby={
          [control["aria-describedby"], isTold && problemId].filter(Boolean).join(" ") || undefined
        }
        value={shown}
        rows={3}
        spellCheck={false}
        autoCapitalize="none"
        placeholder='{ "name": "value" }'
        onChange={(event) => write(event.target.value)}
        className="field-box block font-mono text-sm"
      />
      {isTold && <WidgetProblem id={problemId} text={problem} />}
    </>
  );
}
