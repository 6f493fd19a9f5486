import { requirePermission, type Actor } from "../auth/actor";
import { AppError, badField } from "../contracts/app-error";
import type { TestedQueueRules, TestQueueRulesBody } from "../contracts/queue-rules";
import { conditionInWords } from "../routing/condition-in-words";
import type { RuleCustomer } from "../routing/rule-subject";
import { traceQueueRules } from "../routing/trace-queue-rules";
import { databaseNow } from "../store/clock";
import { database } from "../store/database";
import { readBusinessHours } from "./business-hours";
import { getCustomerProfile } from "./customers";

interface TestedCustomer extends RuleCustomer {
  readonly language: string | null;
}

const nobodyYet: TestedCustomer = { name: "", email: null, externalId: null, language: null, tags: [], attributes: {} };

/**
 * What queue rules, saved or not, would say of a conversation. The customer is read as whoever asks may read them, so that
 * nobody learns by a rule what they can't see; business hours are the saved ones, asked now.
 *
 * @throws AppError `forbidden`, `not_found` for a customer there isn't, `validation_failed` for a queue or a channel there isn't.
 */
export async function testQueueRules(actor: Actor, body: TestQueueRulesBody): Promise<TestedQueueRules> {
  requirePermission(actor, "routing_settings.read");
  const { organizationId } = actor;
  const customer = body.customerId === null ? nobodyYet : await getCustomerProfile(actor, body.customerId);
  const queues = await readQueues(organizationId, body.rules);
  const channelNames = await readChannelNames(organizationId, body.channel);
  const rules = body.rules.map((rule, at) => ({ ...rule, id: rule.id ?? `new-${at}` }));
  const traced = traceQueueRules(rules, {
    now: (await databaseNow(database())).getTime(),
    channelKey: body.channel,
    subject: body.subject ?? null,
    firstMessage: body.text ?? "",
    language: body.language ?? customer.language,
    conversationTags: body.tags ?? [],
    customer,
    businessHours: (await readBusinessHours(organizationId)).hours,
  });
  const winner = rules.findIndex(({ isEnabled }, at) => isEnabled && traced[at]?.isMatch === true);
  const queue = queues.find(({ id, isDefault }) => (winner === -1 ? isDefault : id === rules[winner]?.queueId));
  if (!queue) throw new AppError("not_found", "The organization has no default queue.");
  return {
    queue: { id: queue.id, name: queue.name },
    winner: winner === -1 ? null : winner,
    rules: rules.map(({ conditions }, at) => ({
      matches: traced[at]?.isMatch ?? false,
      conditions: conditions.map((condition, nth) => ({
        inWords: conditionInWords(condition, (key) => channelNames.get(key) ?? key),
        holds: traced[at]?.holds[nth] ?? false,
      })),
    })),
  };
}

async function readQueues(organizationId: string, rules: TestQueueRulesBody["rules"]) {
  const queues = await database().queue.findMany({ where: { organizationId }, select: { id: true, name: true, isDefault: true } });
  for (const [at, { queueId }] of rules.entries()) {
    if (!queues.some(({ id }) => id === queueId)) throw badField(`rules.${at}.queueId`, "is no queue of this organization");
  }
  return queues;
}

async function readChannelNames(organizationId: string, asked: string): Promise<ReadonlyMap<string, string>> {
  const channels = await database().channel.findMany({ where: { organizationId }, select: { key: true, name: true } });
  const names = new Map(channels.map(({ key, name }) => [key, name]));
  if (!names.has(asked)) throw badField("channel", "is no channel of this organization");
  return names;
}
