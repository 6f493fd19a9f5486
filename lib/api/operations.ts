import type { Operation } from "./operation";
import { chatOperations } from "./routes/chat";
import { conversationOperations } from "./routes/conversations";
import { customerOperations } from "./routes/customers";
import { eventOperations } from "./routes/events";
import { healthOperations } from "./routes/health";
import { meOperations } from "./routes/me";
import { openApiOperations } from "./routes/openapi";
import { routingSettingsOperations } from "./routes/routing-settings";
import { userOperations } from "./routes/users";

/** Every operation of /api/v1, in the order of the document. What is not here is no address. */
export const operations: readonly Operation[] = [
  ...meOperations,
  ...userOperations,
  ...customerOperations,
  ...conversationOperations,
  ...routingSettingsOperations,
  ...eventOperations,
  ...chatOperations,
  ...healthOperations,
  ...openApiOperations,
];
