import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

export interface Crumb {
  label: string;
  href?: string;
}

interface PageHeaderProps {
  title: ReactNode;
  /** Where this page stands, outermost first; the title itself is not among them. */
  path?: readonly Crumb[];
  actions?: ReactNode;
  className?: string;
}

export function PageHeader({ title, path = [], actions, className }: PageHeaderProps) {
  return (
    <header className={cn("flex flex-wrap items-end gap-x-4 gap-y-2 px-4 pt-4 sm:px-6 sm:pt-5", className)}>
      <div className="mr-auto min-w-0">
        {path.length === 0 ? null : (
          <nav aria-label="Breadcrumb" className="mb-0.5 flex items-center gap-1 text-xs text-ink-faint">
            {path.map(({ label, href }, index) => (
              <Fragment key={label}>
                {index === 0 ? null : <ChevronRight aria-hidden className="size-3" />}
                {href === undefined ? (
                  <span>{label}</span>
                ) : (
                  <Link href={href} className="rounded-sm hover:text-ink hover:underline">
                    {label}
                  </Link>
                )}
              </Fragment>
            ))}
          </nav>
        )}
        <h1 className="truncate text-xl font-semibold">{title}</h1>
      </div>
      {actions}
    </header>
  );
}
