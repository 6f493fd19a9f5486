/**
 * A text as rules compare it: without regard to case, to how its accents are encoded, and to white space at its ends.
 * No locale is asked, so that every process folds alike. NFC comes after lower case, because some letters have a
 * composed form only there (H with a line below); a final sigma is a sigma, else "ΟΣ" would not be found in "ΟΣΑ".
 */
export function foldText(text: string): string {
  return text.trim().toLowerCase().normalize("NFC").replaceAll("ς", "σ");
}
