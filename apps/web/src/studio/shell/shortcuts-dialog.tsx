import { Modal } from "../ui/modal.tsx";
import { shortcuts } from "./shortcuts.ts";

/** All keys that do something. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal title="Keyboard shortcuts" onClose={onClose}>
      <div className="flex flex-col gap-5">
        {shortcuts.map(({ where, keys }) => (
          <section key={where}>
            <h3 className="mb-1 text-sm font-semibold text-muted">{where}</h3>
            <dl className="grid grid-cols-[8rem_1fr] gap-y-1">
              {keys.map(([key, does]) => (
                <div key={key} className="contents">
                  <dt>
                    <kbd className="rounded border border-control px-1.5 py-0.5 font-sans text-sm">{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
