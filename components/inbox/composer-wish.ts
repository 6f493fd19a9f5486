/** The conversation just accepted: whoever took it writes next. */
let wishedFor: string | null = null;

/** Its composer gets the focus as soon as it is there. */
export function wishForComposer(conversationId: string): void {
  wishedFor = conversationId;
}

/** Whether it was wished for; a wish is granted once, and not on a touch screen, where the keyboard would cover what was written. */
export function takeComposerWish(conversationId: string): boolean {
  if (wishedFor !== conversationId) return false;
  wishedFor = null;
  return !window.matchMedia("(pointer: coarse)").matches;
}
