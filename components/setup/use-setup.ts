import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Setup } from "@/lib/contracts/setup";
import { hideSetup, isDone, setupQuery } from "./queries";

/** The checklist, of those who may do its steps; what is over is not asked for again with everything that happens. */
export function useSetup(): Setup | undefined {
  const may = useMay("routing_settings.write");
  const { data } = useQuery({ ...setupQuery(), enabled: ({ state }) => may && !(state.data && isDone(state.data)) });
  return may ? data : undefined;
}

export function useHideSetup() {
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: hideSetup,
    onSuccess: (setup) => {
      queryClient.setQueryData(setupQuery().queryKey, setup);
      if (setup.isHidden) toast.success("The checklist is hidden. Your account menu shows it again.", { action: { label: "Undo", onClick: () => mutate(false) } });
    },
    onError: (error) => toast.error(sentenceOf(error)),
  });
  return { hide: () => mutate(true), show: () => mutate(false), isPending };
}
