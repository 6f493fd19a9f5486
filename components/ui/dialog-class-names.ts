export const backdropClassName =
  "fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0";

/** From the bottom on phones, where thumbs are; a card in the upper half elsewhere. */
export const viewportClassName = "fixed inset-0 z-50 flex items-end justify-center overflow-y-auto sm:items-start sm:px-4 sm:py-[12vh]";

export const dialogPopupClassName = [
  "flex max-h-[92dvh] w-full flex-col overflow-y-auto rounded-t-xl bg-raised text-sm text-ink shadow-popover outline-none sm:max-h-none sm:max-w-md sm:rounded-xl",
  "transition-[opacity,translate] duration-150 data-starting-style:translate-y-2 data-starting-style:opacity-0",
  "data-ending-style:translate-y-2 data-ending-style:opacity-0",
].join(" ");
