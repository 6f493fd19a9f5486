"use client";

import { Countdown } from "@/components/ui/countdown";
import { useServerNow } from "@/lib/client/server-clock";

/** "3:10 left", and at the end what happens then. */
export function TimeLeft({ until, over }: { until: string; over: string }) {
  const now = useServerNow();
  const isOver = now > 0 && now >= Date.parse(until);
  return (
    <>
      <Countdown until={until} over={over} />
      {isOver ? null : " left"}
    </>
  );
}
