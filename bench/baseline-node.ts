import { Client } from "pg";
import type { BaselineRun } from "./baseline-statement";

/** The same work without pgbench: as many connections of one Node process, each with one statement under way. */
export async function nodeRate(url: string, { work, clients, transactions, taken }: BaselineRun): Promise<number> {
  const connections = Array.from({ length: clients }, () => new Client({ connectionString: url }));
  const text = work.statement.replaceAll(":conversation", "$1").replaceAll(":agent", "$2");
  try {
    await Promise.all(connections.map((connection) => connection.connect()));
    const began = performance.now();
    await Promise.all(
      connections.map(async (connection, client) => {
        for (let turn = 0; turn < transactions / clients; turn++) {
          const values = [taken + turn * clients + client + 1, 1 + Math.floor(Math.random() * work.agents)];
          await connection.query({ name: "assign-one", text, values });
        }
      }),
    );
    return transactions / ((performance.now() - began) / 1000);
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
}
