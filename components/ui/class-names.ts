import { clsx, type ClassValue } from "clsx";
import { twMerge } from "tailwind-merge";

/** Class names in order, where a later one replaces an earlier one that sets the same thing. */
export function cn(...classes: ClassValue[]): string {
  return twMerge(clsx(classes));
}
