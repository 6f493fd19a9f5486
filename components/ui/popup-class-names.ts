/** What floats: menus, pickers, hints. */
export const popupClassName = [
  "origin-(--transform-origin) rounded-lg bg-raised text-sm text-ink shadow-popover outline-none",
  "transition-[opacity,scale] duration-100 data-starting-style:scale-98 data-starting-style:opacity-0",
  "data-ending-style:opacity-0 data-instant:transition-none",
].join(" ");

export const popupItemClassName = [
  "flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-sm outline-none select-none pointer-coarse:min-h-10",
  "data-highlighted:bg-hover data-disabled:opacity-50 [&_svg]:shrink-0",
].join(" ");
