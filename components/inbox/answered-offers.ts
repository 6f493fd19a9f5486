/** Conversations whose offer was answered in this tab: that it is over needs no telling. */
const answered = new Set<string>();

export function noteAnswer(conversationId: string): void {
  answered.add(conversationId);
}

/** Whether the offer that is over was answered here; told once. */
export function takeAnswer(conversationId: string): boolean {
  return answered.delete(conversationId);
}
