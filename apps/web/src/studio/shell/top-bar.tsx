import { useSuspenseQuery } from "@tanstack/react-query";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { publicationQuery } from "../connection/queries.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Sidebar } from "./sidebar.tsx";

/** The sidebar of narrow screens: a bar, and a drawer behind its button. */
export function TopBar({ onOpenPalette }: { onOpenPalette: () => void }) {
  const { data: publication } = useSuspenseQuery(publicationQuery);
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="flex h-12 items-center gap-2 border-b border-line px-2 lg:hidden">
      <Dialog.Root open={isOpen} onOpenChange={setOpen}>
        <Dialog.Trigger asChild>
          <IconButton icon="menu" label="Menu" size={20} className="size-10" />
        </Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Overlay className="fixed inset-0 z-30 bg-black/45" />
          <Dialog.Content
            aria-describedby={undefined}
            className="slide-in fixed inset-y-0 left-0 z-30 w-72 max-w-[85vw] bg-canvas shadow-2xl"
          >
            <Dialog.Title className="sr-only">Menu</Dialog.Title>
            <Sidebar
              onFollow={() => setOpen(false)}
              onOpenPalette={() => {
                setOpen(false);
                onOpenPalette();
              }}
            />
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
      <p className="min-w-0 flex-1 truncate font-serif text-lg font-medium">{publication.name}</p>
      <IconButton icon="search" label="Search" size={20} className="size-10" onClick={onOpenPalette} />
    </header>
  );
}
