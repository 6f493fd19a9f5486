import { AtSign, Camera, Hash, Mail, MessageCircle, MessageSquareText, MessagesSquare, Phone, type LucideIcon } from "lucide-react";

const icons: Readonly<Record<string, LucideIcon>> = {
  chat: MessagesSquare,
  email: Mail,
  sms: MessageSquareText,
  voice: Phone,
  whatsapp: MessageCircle,
  facebook: AtSign,
  instagram: Camera,
};

/** A channel's icon; one that an admin added has the common one. Its name is the label. */
export function ChannelIcon({ channel, className }: { channel: { key: string; name: string }; className?: string | undefined }) {
  const Icon = icons[channel.key] ?? Hash;
  return (
    <span title={channel.name} className="inline-flex shrink-0">
      <Icon aria-hidden className={className ?? "size-4"} />
      <span className="sr-only">{channel.name}</span>
    </span>
  );
}
