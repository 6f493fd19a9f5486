import type { AgentStatus } from "@/lib/contracts/users";
import type { DefaultPermissionSet } from "@/lib/auth/permissions";

export const organizationName = "Harbor & Pine";
export const organizationSlug = "harbor";
export const demoPassword = "welcome-aboard";

export interface DemoTeam {
  readonly name: string;
  readonly capacity: number;
  readonly queues: readonly string[];
}

export const teams = [
  { name: "Front desk", capacity: 5, queues: ["General", "Orders"] },
  { name: "Orders & returns", capacity: 5, queues: ["Orders", "Returns"] },
  { name: "Billing", capacity: 4, queues: ["Billing"] },
  { name: "Outfitting", capacity: 4, queues: ["Product advice", "Priority"] },
] as const satisfies readonly DemoTeam[];

export const queues = [
  { name: "Priority", priority: 5, weight: 2, isDefault: false },
  { name: "Billing", priority: 30, weight: 1, isDefault: false },
  { name: "Orders", priority: 40, weight: 1, isDefault: false },
  { name: "Returns", priority: 45, weight: 1, isDefault: false },
  { name: "General", priority: 50, weight: 1, isDefault: true },
  { name: "Product advice", priority: 60, weight: 1, isDefault: false },
] as const;
export type QueueName = (typeof queues)[number]["name"];

export const channels = [
  { key: "chat", name: "Chat", timeoutSeconds: 300, whenAgentAbsent: "route" },
  { key: "email", name: "Email", timeoutSeconds: 900, whenAgentAbsent: "route" },
  { key: "sms", name: "SMS", timeoutSeconds: 300, whenAgentAbsent: "route" },
  { key: "voice", name: "Voice", timeoutSeconds: 30, whenAgentAbsent: "route" },
  { key: "whatsapp", name: "WhatsApp", timeoutSeconds: 600, whenAgentAbsent: "wait" },
  { key: "facebook", name: "Facebook", timeoutSeconds: 300, whenAgentAbsent: "route" },
  { key: "instagram", name: "Instagram", timeoutSeconds: 300, whenAgentAbsent: "route" },
] as const;

/**
 * Agents by team: name, status, how many conversations they have open. Mara, who signs in, has the most room at the front
 * desk, so that the first chat of somebody without a dedicated agent reaches her. Nobody is over capacity; nobody in Billing is
 * available.
 */
export const agents: readonly (readonly [team: (typeof teams)[number]["name"], name: string, status: AgentStatus, open: number])[] = [
  ["Front desk", "Mara Lindqvist", "available", 1],
  ["Front desk", "Tomás Rey", "available", 5],
  ["Front desk", "Aisha Bello", "available", 3],
  ["Front desk", "Jonah Whitaker", "available", 2],
  ["Front desk", "Priya Raman", "busy", 4],
  ["Front desk", "Luca Ferri", "available", 2],
  ["Front desk", "Hanna Kowalczyk", "unavailable", 2],
  ["Front desk", "Deshawn Carter", "offline", 0],
  ["Orders & returns", "Ingrid Moe", "busy", 3],
  ["Orders & returns", "Samuel Okoro", "available", 4],
  ["Orders & returns", "Yuki Tanaka", "available", 2],
  ["Orders & returns", "Elena Petrova", "available", 3],
  ["Orders & returns", "Callum Fraser", "unavailable", 1],
  ["Orders & returns", "Noor Haddad", "available", 1],
  ["Orders & returns", "Beatriz Nunes", "offline", 0],
  ["Billing", "Oskar Nyberg", "busy", 3],
  ["Billing", "Grace Adeyemi", "unavailable", 2],
  ["Billing", "Wei Zhang", "busy", 4],
  ["Billing", "Marguerite Blanc", "offline", 0],
  ["Billing", "Rohan Iyer", "offline", 1],
  ["Outfitting", "Freya Halvorsen", "available", 2],
  ["Outfitting", "Mateo Castillo", "available", 3],
  ["Outfitting", "Ruth Abramson", "available", 1],
  ["Outfitting", "Kofi Mensah", "busy", 2],
  ["Outfitting", "Simone Weiss", "offline", 0],
];

/** Customers whose stories the README tells, one for each row of the routing table. */
export const namedCustomers: readonly { readonly name: string; readonly email: string; readonly dedicatedAgentName: string | null }[] = [
  { name: "Jonas Weber", email: "jonas@customers.example", dedicatedAgentName: null },
  { name: "Sofia Marin", email: "sofia@customers.example", dedicatedAgentName: "Deshawn Carter" },
  { name: "Nadia Rahmani", email: "nadia@customers.example", dedicatedAgentName: "Mara Lindqvist" },
  { name: "Eli Brandt", email: "eli@customers.example", dedicatedAgentName: "Tomás Rey" },
];

/** Those who run the desk and take no conversations. */
export const leads: readonly (readonly [name: string, set: DefaultPermissionSet])[] = [
  ["Ada Sorensen", "Admin"],
  ["Miriam Cole", "Manager"],
  ["Victor Dahl", "Manager"],
  ["Harriet Pine", "Owner"],
];

/** The three sign-ins that npm start prints, by the name they belong to. */
export const signInNames: Readonly<Record<string, { readonly role: string; readonly email: string }>> = {
  "Ada Sorensen": { role: "Admin", email: "admin@harbor.example" },
  "Miriam Cole": { role: "Manager", email: "manager@harbor.example" },
  "Mara Lindqvist": { role: "Agent", email: "agent@harbor.example" },
};

export function emailOf(name: string): string {
  const local = name.normalize("NFD").replaceAll(/\p{Mark}/gu, "").toLowerCase().replaceAll(/[^a-z]+/g, ".");
  return signInNames[name]?.email ?? `${local}@harbor.example`;
}
