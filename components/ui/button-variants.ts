import { cva } from "class-variance-authority";

export const buttonVariants = cva(
  [
    "relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none",
    "transition-colors duration-75 [&_svg]:size-4 [&_svg]:shrink-0",
    "data-disabled:cursor-default data-disabled:opacity-50",
  ],
  {
    variants: {
      variant: {
        primary: "bg-accent text-on-accent not-data-disabled:hover:bg-accent-hover",
        secondary: "border border-line-strong bg-raised text-ink not-data-disabled:hover:bg-sunken not-data-disabled:active:bg-pressed",
        ghost: "text-ink-muted not-data-disabled:hover:bg-hover not-data-disabled:hover:text-ink not-data-disabled:active:bg-pressed data-popup-open:bg-pressed data-popup-open:text-ink",
        danger: "bg-negative text-on-accent not-data-disabled:hover:bg-negative-hover",
        link: "text-accent-ink underline-offset-2 not-data-disabled:hover:underline",
      },
      size: {
        sm: "h-7 px-2 text-xs [&_svg]:size-3.5",
        md: "h-8 px-3 text-sm",
        lg: "h-9 px-4 text-base",
        icon: "size-8",
        "icon-sm": "size-7 [&_svg]:size-3.5",
        inline: "h-6 px-0.5 text-sm",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
