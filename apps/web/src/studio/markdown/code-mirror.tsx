import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { languages } from "@codemirror/language-data";
import { Annotation, EditorState } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type { ControlProps } from "../fields/widget.ts";
import { editorLook } from "./editor-look.ts";
import { toggleMark } from "./marks.ts";
import { onlyChange } from "./only-change.ts";
import { picturesOf } from "./pictures-of.ts";
import { uploadsInText } from "./uploads-in-text.ts";

interface CodeMirrorProps {
  value: string;
  onChange: (value: string) => void;
  control: ControlProps;
  /** Pictures were pasted or dropped at this place in the text. */
  onPictures: (files: File[], pos: number) => void;
  /** Holds the view while it is there. */
  viewRef: RefObject<EditorView | null>;
}

/** Of a change that is not the person's: nobody needs to be told of it. */
const fromOutside = Annotation.define<boolean>();

/** CodeMirror as a React control. The text in the view leads; a value from outside replaces it when it differs. */
export function CodeMirror({ value, onChange, control, onPictures, viewRef }: CodeMirrorProps) {
  const host = useRef<HTMLDivElement>(null);
  const changed = useEffectEvent((text: string) => onChange(text));
  const pictures = useEffectEvent((files: File[], pos: number) => onPictures(files, pos));
  const start = useEffectEvent(() => ({ value, control }));

  useEffect(() => {
    if (!host.current) return;
    const { value: doc, control: given } = start();
    const take = (data: DataTransfer | null, pos: number, event: Event) => {
      const files = picturesOf(data);
      if (files.length === 0) return false;
      event.preventDefault();
      pictures(files, pos);
      return true;
    };
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc,
        extensions: [
          history(),
          keymap.of([
            { key: "Mod-b", run: mark("**") },
            { key: "Mod-i", run: mark("_") },
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          markdown({ base: markdownLanguage, codeLanguages: languages }),
          EditorView.lineWrapping,
          // The page's header and the toolbar stay in sight above the text.
          EditorView.scrollMargins.of(() => ({ top: 112, bottom: 48 })),
          placeholder("Write here. Drop pictures where they belong."),
          uploadsInText,
          editorLook,
          EditorView.contentAttributes.of({
            id: given.id,
            "aria-labelledby": given["aria-labelledby"],
            "aria-multiline": "true",
            spellcheck: "true",
            autocapitalize: "sentences",
            autocorrect: "on",
          }),
          EditorView.updateListener.of((update) => {
            const isOurs = update.transactions.some((one) => one.annotation(fromOutside));
            if (update.docChanged && !isOurs) changed(update.state.doc.toString());
          }),
          EditorView.domEventHandlers({
            paste: (event, target) => take(event.clipboardData, target.state.selection.main.head, event),
            drop: (event, target) =>
              take(
                event.dataTransfer,
                target.posAtCoords({ x: event.clientX, y: event.clientY }, false),
                event,
              ),
          }),
        ],
      }),
    });
    viewRef.current = view;
    return () => {
      viewRef.current = null;
      view.destroy();
    };
  }, [viewRef]);

  useEffect(() => {
    const view = viewRef.current;
    if (!view || view.state.doc.toString() === value) return;
    // Only what differs, so that the caret stays where it is while somebody else's changes come in.
    const changes = onlyChange(view.state.doc.toString(), value);
    view.dispatch({ changes, annotations: fromOutside.of(true) });
  }, [value, viewRef]);

  const { "aria-describedby": describedBy, "aria-invalid": isInvalid } = control;
  useEffect(() => {
    const content = viewRef.current?.contentDOM;
    content?.setAttribute("aria-invalid", String(isInvalid));
    if (describedBy) content?.setAttribute("aria-describedby", describedBy);
    else content?.removeAttribute("aria-describedby");
  }, [describedBy, isInvalid, viewRef]);

  return <div ref={host} />;
}

const mark = (characters: string) => (view: EditorView) => {
  view.dispatch(toggleMark(view.state, characters));
  return true;
};
