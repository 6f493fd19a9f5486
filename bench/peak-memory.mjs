// Loaded before a program that is measured: notes, when it ends, the most memory it ever had.
import { appendFileSync } from "node:fs";

const file = process.env.KITH_BENCH_PEAK_MEMORY_FILE;
process.on("exit", () => {
  // Kilobytes, whatever the platform: libuv sees to it.
  if (file) appendFileSync(file, `${process.resourceUsage().maxRSS}\n`);
});
