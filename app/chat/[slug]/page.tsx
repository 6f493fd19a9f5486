import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Chat } from "@/components/chat/chat";
import { AppError } from "@/lib/contracts/app-error";
import { getChatPage } from "@/lib/reads/chat";

interface Props {
  readonly params: Promise<{ slug: string }>;
}

/** Public, and told nothing but the organization's name and whether the chat is open. */
export default async function ChatPage({ params }: Props) {
  const { slug } = await params;
  const page = await chatPage(slug);
  if (page === null) notFound();
  return <Chat slug={slug} organizationName={page.organizationName} isOpen={page.isOpen} />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await chatPage((await params).slug);
  return { title: { absolute: page === null ? "No chat here" : `Chat with ${page.organizationName}` }, description: null };
}

/** Once a request, for the page and its title. */
const chatPage = cache(async (slug: string) => {
  try {
    return await getChatPage(slug);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
});
