import { database } from "../store/database";

/** The origins whose pages may show an organization's chat page in a frame; of an unknown one, none. */
export async function findChatFrameOrigins(slug: string): Promise<readonly string[]> {
  const organization = await database().organization.findFirst({ where: { slug }, select: { chatFrameOrigins: true } });
  return organization?.chatFrameOrigins ?? [];
}
