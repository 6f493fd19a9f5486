import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { AuditEntry, AuditSubjectKind } from "@/lib/contracts/audit-log";

export interface AuditChoice {
  /** Null: of everything. */
  readonly subjectKind: AuditSubjectKind | null;
}

interface AuditPage {
  readonly items: readonly AuditEntry[];
  readonly nextCursor: string | null;
}

const shownAtOnce = 50;

export function auditQuery({ subjectKind }: AuditChoice) {
  return infiniteQueryOptions({
    queryKey: ["audit-log", subjectKind],
    queryFn: ({ signal, pageParam }): Promise<AuditPage> =>
      dataOf(
        api.GET("/api/v1/audit-log", {
          params: { query: { limit: shownAtOnce, ...(subjectKind !== null && { subjectKind }), ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Where the same is to be had as a file. */
export function auditFile({ subjectKind }: AuditChoice): string {
  return `/api/v1/audit-log.csv${subjectKind === null ? "" : `?subjectKind=${subjectKind}`}`;
}
