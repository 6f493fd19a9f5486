import type { Operation } from "./operation";
import { accountOperations } from "./routes/account";
import { apiKeyOperations } from "./routes/api-keys";
import { auditLogOperations } from "./routes/audit-log";
import { businessHoursOperations } from "./routes/business-hours";
import { channelOperations } from "./routes/channels";
import { chatOperations } from "./routes/chat";
import { conversationOperations } from "./routes/conversations";
import { customStatusOperations } from "./routes/custom-statuses";
import { customerOperations } from "./routes/customers";
import { eventOperations } from "./routes/events";
import { healthOperations } from "./routes/health";
import { invitationOperations } from "./routes/invitations";
import { meOperations } from "./routes/me";
import { openApiOperations } from "./routes/openapi";
import { passwordResetOperations } from "./routes/password-resets";
import { permissionSetOperations } from "./routes/permission-sets";
import { queueRuleOperations } from "./routes/queue-rules";
import { queueOperations } from "./routes/queues";
import { routingSettingsOperations } from "./routes/routing-settings";
import { setupOperations } from "./routes/setup";
import { teamOperations } from "./routes/teams";
import { userOperations } from "./routes/users";

/** Every operation of /api/v1, in the order of the document. What is not here is no address. */
export const operations: readonly Operation[] = [
  ...meOperations,
  ...accountOperations,
  ...userOperations,
  ...invitationOperations,
  ...passwordResetOperations,
  ...permissionSetOperations,
  ...customerOperations,
  ...conversationOperations,
  ...routingSettingsOperations,
  ...customStatusOperations,
  ...businessHoursOperations,
  ...queueOperations,
  ...queueRuleOperations,
  ...teamOperations,
  ...channelOperations,
  ...apiKeyOperations,
  ...auditLogOperations,
  ...setupOperations,
  ...eventOperations,
  ...chatOperations,
  ...healthOperations,
  ...openApiOperations,
];
