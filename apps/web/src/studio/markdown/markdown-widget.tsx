import type { EditorView } from "@codemirror/view";
import type { CallError, ImageAsset } from "@letterpress/client";
import { useRef, useState } from "react";
import { PicturePicker } from "../assets/picture-picker.tsx";
import { asText, type WidgetProps } from "../fields/widget.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemText } from "../ui/problem-text.tsx";
import { CodeMirror } from "./code-mirror.tsx";
import { type Layout, LayoutSwitch } from "./layout-switch.tsx";
import { Preview } from "./preview.tsx";
import { MarkdownToolbar } from "./toolbar.tsx";
import { insertPicture, uploadIntoText } from "./upload-into-text.ts";

/** Markdown, with what readers will see beside it or in its place. */
export function MarkdownWidget({ field, value, onChange, control }: WidgetProps) {
  const view = useRef<EditorView>(null);
  const [chosenLayout, setLayout] = useState<Layout>("write");
  const [isPicking, setPicking] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  const source = asText(value);
  // A refused text is shown to be corrected.
  const layout = chosenLayout === "preview" && control["aria-invalid"] ? "write" : chosenLayout;

  async function upload(files: File[], pos: number) {
    setProblem(null);
    if (!view.current) return;
    const [first] = await uploadIntoText(view.current, files, pos);
    if (first) setProblem(first);
  }

  function insert(asset: ImageAsset) {
    setPicking(false);
    if (view.current) insertPicture(view.current, asset, view.current.state.selection.main.head);
  }

  return (
    <div
      data-layout={layout}
      className={`rounded-lg border bg-surface ${control["aria-invalid"] ? "border-danger" : "border-line"} has-[.cm-focused]:border-accent`}
    >
      <div className="z-10 flex sm:sticky sm:top-[3.3rem] flex-wrap items-center justify-between gap-x-2 rounded-t-lg border-b border-line bg-surface px-1.5 py-1">
        <MarkdownToolbar
          label={field.label}
          viewRef={view}
          onPicture={() => setPicking(true)}
          isDisabled={layout === "preview"}
        />
        <LayoutSwitch label={field.label} layout={layout} onChange={setLayout} />
      </div>
      {problem && (
        <div className="p-2">
          <Notice tone="danger" actions={<Button onClick={() => setProblem(null)}>Dismiss</Button>}>
            <ProblemText problem={problem} />
          </Notice>
        </div>
      )}
      <div className={layout === "split" ? "grid md:grid-cols-2 md:divide-x md:divide-line" : ""}>
        <div className={layout === "preview" ? "hidden" : "min-w-0"}>
          <CodeMirror
            value={source}
            onChange={onChange}
            control={control}
            onPictures={(files, pos) => void upload(files, pos)}
            viewRef={view}
          />
        </div>
        {layout !== "write" && <Preview source={source} />}
      </div>
      {isPicking && (
        <PicturePicker
          onPick={insert}
          onClose={() => setPicking(false)}
          onGone={() => {
            view.current?.focus();
            return view.current !== null;
          }}
        />
      )}
    </div>
  );
}
