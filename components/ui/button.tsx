import { Button as BaseButton } from "@base-ui/react/button";
import type { VariantProps } from "class-variance-authority";
import { buttonVariants } from "./button-variants";
import { cn } from "./class-names";
import { Spinner } from "./spinner";

export interface ButtonProps extends Omit<BaseButton.Props, "className">, VariantProps<typeof buttonVariants> {
  className?: string | undefined;
  /** Shows that it works, keeps its width and its focus, and takes no second press. */
  isBusy?: boolean | undefined;
}

export function Button({ variant, size, className, isBusy = false, disabled, children, ...props }: ButtonProps) {
  const spinnerColor = variant === "primary" || variant === "danger" ? "text-on-accent" : "text-ink-muted";
  return (
    <BaseButton
      {...props}
      // The text stays, unseen: the button keeps its width and, for screen readers, its name.
      className={cn(buttonVariants({ variant, size }), isBusy && "text-transparent data-disabled:opacity-100", className)}
      disabled={disabled === true || isBusy}
      focusableWhenDisabled={isBusy || props.focusableWhenDisabled === true}
      aria-busy={isBusy || undefined}
    >
      {children}
      {isBusy ? <Spinner className={cn("absolute", spinnerColor)} /> : null}
    </BaseButton>
  );
}
