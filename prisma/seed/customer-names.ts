export const firstNames = [
  "Olivia", "Liam", "Amara", "Noah", "Sofia", "Ethan", "Mei", "Lucas", "Zara", "Mason", "Isla", "Hugo", "Nadia", "Felix", "Leila",
  "Oscar", "Chloe", "Ravi", "Emma", "Jonas", "Ines", "Theo", "Fatima", "Caleb", "Anya", "Marco", "Ruby", "Kenji", "Alma", "Peter",
  "Greta", "Omar", "Julia", "Diego", "Lena", "Walter", "Rosa", "Arjun", "Clara", "Stefan",
] as const;

export const lastNames = [
  "Bennett", "Alvarez", "Novak", "Okafor", "Larsen", "Murphy", "Sato", "Rossi", "Keller", "Brandt", "Silva", "Haas", "Dubois", "Khan",
  "Svensson", "Moreau", "Patel", "Walsh", "Jensen", "Romero", "Fischer", "Nguyen", "Lindgren", "Costa", "Baker", "Ivanova", "Yilmaz",
  "Clarke", "Meyer", "Hughes", "Park", "Santos", "Berg", "Doyle", "Weber", "Cohen", "Marin", "Foster", "Lund", "Ricci",
] as const;
