/** The inbox with this conversation open: its layout shows it. */
export default function ConversationPage() {
  return null;
}
