import { cn } from "@/components/ui/class-names";

/** Two people and the line between them. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={cn("size-6", className)}>
      <rect width="24" height="24" rx="6.5" fill="var(--accent)" />
      <path d="M8 6.5v11" stroke="var(--on-accent)" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M8 13.2c3.6 0 4.9-1.6 6.2-3.6M8.6 13.1c3.2.2 4.4 1.7 6.4 4.4" stroke="var(--on-accent)" strokeWidth="2.2" strokeLinecap="round" fill="none" />
      <circle cx="15.7" cy="7.2" r="1.9" fill="var(--on-accent)" />
    </svg>
  );
}
