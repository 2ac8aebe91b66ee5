import type { EditorState, TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { Toolbar } from "radix-ui";
import type { RefObject } from "react";
import type { IconName } from "../ui/icon.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { cycleHeading, insertLink, toggleCode, toggleMark, togglePrefix } from "./marks.ts";

const tools: [IconName, label: string, (state: EditorState) => TransactionSpec][] = [
  ["bold", "Bold", (state) => toggleMark(state, "**")],
  ["italic", "Italic", (state) => toggleMark(state, "_")],
  ["heading", "Heading", cycleHeading],
  ["link", "Link", insertLink],
  ["list", "List", (state) => togglePrefix(state, "- ")],
  ["quote", "Quote", (state) => togglePrefix(state, "> ")],
  ["code", "Code", toggleCode],
];

interface MarkdownToolbarProps {
  label: string;
  viewRef: RefObject<EditorView | null>;
  onPicture: () => void;
  isDisabled: boolean;
}

/** The marks that markdown has, for those who do not type them. One stop of the Tab key; arrows go along it. */
export function MarkdownToolbar({ label, viewRef, onPicture, isDisabled }: MarkdownToolbarProps) {
  return (
    <Toolbar.Root aria-label={`${label}: formatting`} className="flex flex-wrap">
      {tools.map(([icon, name, apply]) => (
        <Toolbar.Button key={name} asChild>
          <IconButton
            icon={icon}
            label={name}
            disabled={isDisabled}
            onClick={() => {
              const view = viewRef.current;
              if (!view) return;
              view.dispatch(apply(view.state));
              view.focus();
            }}
          />
        </Toolbar.Button>
      ))}
      <Toolbar.Button asChild>
        <IconButton icon="picture" label="Picture" disabled={isDisabled} onClick={onPicture} />
      </Toolbar.Button>
    </Toolbar.Root>
  );
}
