/** Names of the demo's people, invented. */
export interface DemoAgent {
  readonly name: string;
  readonly team: "Messaging" | "Mail" | "Phone" | "Key accounts" | null;
  readonly permissionSet: "Agent" | "Manager" | "Admin" | "Owner";
  readonly status: "available" | "busy" | "unavailable" | "offline";
  /** Open conversations they hold at the start, each of weight 1. */
  readonly open: number;
}

/** Those who are available are full or nearly so, except Ana Lima: the first message of somebody without a dedicated agent reaches her. */
export const demoAgents: readonly DemoAgent[] = [
  { name: "Maya Lindqvist", team: null, permissionSet: "Admin", status: "offline", open: 0 },
  { name: "Tomás Rivera", team: "Messaging", permissionSet: "Manager", status: "unavailable", open: 0 },
  { name: "Ana Lima", team: "Messaging", permissionSet: "Agent", status: "available", open: 1 },
  { name: "Ben Ode", team: "Messaging", permissionSet: "Agent", status: "available", open: 5 },
  { name: "Kofi Mensah", team: "Messaging", permissionSet: "Agent", status: "offline", open: 0 },
  { name: "Irina Petrova", team: "Messaging", permissionSet: "Agent", status: "available", open: 4 },
  { name: "Luca Moretti", team: "Messaging", permissionSet: "Agent", status: "available", open: 4 },
  { name: "Hana Suzuki", team: "Messaging", permissionSet: "Agent", status: "busy", open: 3 },
  { name: "Omar Farouk", team: "Messaging", permissionSet: "Agent", status: "unavailable", open: 2 },
  { name: "Greta Holm", team: "Messaging", permissionSet: "Agent", status: "offline", open: 0 },
  { name: "Priya Raman", team: "Mail", permissionSet: "Manager", status: "available", open: 7 },
  { name: "Daniel Koch", team: "Mail", permissionSet: "Agent", status: "available", open: 8 },
  { name: "Chloé Martin", team: "Mail", permissionSet: "Agent", status: "available", open: 8 },
  { name: "Mateus Alves", team: "Mail", permissionSet: "Agent", status: "unavailable", open: 5 },
  { name: "Ruth Adeyemi", team: "Mail", permissionSet: "Agent", status: "offline", open: 2 },
  { name: "Jakub Nowak", team: "Mail", permissionSet: "Agent", status: "offline", open: 0 },
  { name: "Sunita Gurung", team: "Phone", permissionSet: "Agent", status: "busy", open: 1 },
  { name: "Peter Vance", team: "Phone", permissionSet: "Agent", status: "busy", open: 1 },
  { name: "Leila Nazari", team: "Phone", permissionSet: "Agent", status: "unavailable", open: 0 },
  { name: "Marco Ruiz", team: "Phone", permissionSet: "Agent", status: "offline", open: 0 },
  { name: "Emma Sørensen", team: "Phone", permissionSet: "Agent", status: "offline", open: 0 },
  { name: "Yusuf Demir", team: "Key accounts", permissionSet: "Manager", status: "available", open: 2 },
  { name: "Clara Weiss", team: "Key accounts", permissionSet: "Agent", status: "available", open: 3 },
  { name: "Noah Bennett", team: "Key accounts", permissionSet: "Agent", status: "unavailable", open: 1 },
  { name: "Aiko Tanaka", team: "Key accounts", permissionSet: "Agent", status: "offline", open: 0 },
  { name: "Ravi Menon", team: "Key accounts", permissionSet: "Agent", status: "offline", open: 0 },
];

/** The first customers, whose stories the README tells; the dedicated agent by name. */
export const namedCustomers: readonly { readonly name: string; readonly dedicatedAgent: string | null }[] = [
  { name: "Jonas Weber", dedicatedAgent: null },
  { name: "Sofia Marin", dedicatedAgent: "Kofi Mensah" },
  { name: "Noor Haddad", dedicatedAgent: "Ana Lima" },
  { name: "Eli Brandt", dedicatedAgent: "Ben Ode" },
];

export const firstNames = [
  "Adele", "Amir", "Anja", "Arjun", "Astrid", "Beatriz", "Bruno", "Camille", "Cyrus", "Dalia", "Diego", "Elena", "Emil", "Farah", "Felix", "Gloria", "Hugo", "Ines", "Ivan",
  "Jasmin", "Joel", "Kaia", "Kenji", "Lars", "Leona", "Malik", "Marta", "Milan", "Nadia", "Nils", "Olive", "Oscar", "Paula", "Quentin", "Rosa", "Samir", "Selma", "Tariq", "Thea", "Viktor",
] as const;

export const lastNames = [
  "Abbott", "Baran", "Castillo", "Dahl", "Eriksen", "Fontaine", "Garcia", "Hoffmann", "Ibrahim", "Jansen", "Kaplan", "Larsen", "Mancini", "Novak", "Okafor", "Park", "Quinn", "Rossi", "Sato", "Ueda",
] as const;
