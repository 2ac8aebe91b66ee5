import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

interface PendingUpload {
  id: number;
  pos: number;
  filename: string;
}

export const addUpload = StateEffect.define<PendingUpload>({
  map: (upload, changes) => ({ ...upload, pos: changes.mapPos(upload.pos) }),
});
export const removeUpload = StateEffect.define<number>();

class UploadNote extends WidgetType {
  readonly upload: PendingUpload;

  constructor(upload: PendingUpload) {
    super();
    this.upload = upload;
  }

  override eq(other: UploadNote) {
    return other.upload.id === this.upload.id;
  }

  override toDOM() {
    const note = document.createElement("span");
    note.className = "cm-upload";
    note.textContent = `Uploading ${this.upload.filename}…`;
    return note;
  }
}

/**
 * Pictures on their way, at the places where they will stand. They move along while the person goes on writing, and
 * are no part of the text, so that nothing unfinished is ever saved.
 */
export const uploadsInText = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(notes, transaction) {
    let next = notes.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(addUpload)) {
        const note = Decoration.widget({
          widget: new UploadNote(effect.value),
          side: 1,
          id: effect.value.id,
        });
        next = next.update({ add: [note.range(effect.value.pos)] });
      }
      if (effect.is(removeUpload))
        next = next.update({ filter: (_from, _to, note) => note.spec.id !== effect.value });
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Where an upload that was added stands now. */
export function uploadPosition(view: EditorView, id: number): number | null {
  const cursor = view.state.field(uploadsInText).iter();
  for (; cursor.value; cursor.next()) if (cursor.value.spec.id === id) return cursor.from;
  return null;
}
