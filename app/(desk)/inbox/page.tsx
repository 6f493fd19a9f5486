/** The inbox with nothing open: its layout shows it. */
export default function InboxPage() {
  return null;
}
